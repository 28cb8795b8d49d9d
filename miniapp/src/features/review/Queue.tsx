import { SESSIONS_PAGE, useMe } from '@miniapp/features/account';
import { HELP_LIST_PAGE, HELPING_PAGE } from '@miniapp/features/help';
import {
  ASSISTS_PAGE,
  CASE_PAGE,
  CHECKS_PAGE,
  CLUES_PAGE,
  ClockRow,
  COMPARE_PAGE,
  DELIVERIES_PAGE,
  DEPARTMENT_PAGE,
  DESK_FROM_PX,
  DESK_PAGE,
  FOLLOWS_PAGE,
  GLANCE_PAGE,
  INCLUDED_PAGE,
  LEAVE_PAGE,
  LEDGERS_PAGE,
  MEETINGS_PAGE,
  More,
  PAYMENTS_PAGE,
  PEOPLE_PAGE,
  POLICIES_PAGE,
  PROBLEMS_PAGE,
  PUBLICITY_PAGE,
  RATINGS_PAGE,
  REGISTER_PAGE,
  REQUESTS_PAGE,
  RULES_PAGE,
  reportForOthers,
  Staffed,
  SUPERVISED_PAGE,
  TASKS_PAGE,
  TICKETS_PAGE,
  TOGETHER_PAGE,
  useFreshAfterActs,
} from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { NetworkError } from '@miniapp/platform/call';
import { go, replace } from '@miniapp/platform/navigate';
import { isH5 } from '@miniapp/platform/target';
import { useWidth } from '@miniapp/platform/width';
import { Chips } from '@miniapp/ui/Chips';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Loading } from '@miniapp/ui/Loading';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag } from '@miniapp/ui/Tag';
import { useQuery } from '@miniapp/ui/useQuery';
import { CASE_WORKERS, COUNTY_KEEPERS, UNIT_LEADERS } from '@shared/access';
import type { QueueFilter, QueueTab } from '@shared/casework';
import { CHECK_READERS } from '@shared/checks';
import { staffDay } from '@shared/messages';
import { PROBLEM_READERS } from '@shared/problems';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useAssists } from './Assists';
import { FindCase } from './queue/FindCase';
import { Narrow } from './queue/Narrow';
import { QueueRow } from './queue/QueueRow';
import { usePlaces } from './queue/usePlaces';
import { type SavedFilters, useSaved } from './queue/useSaved';
import { aboveList, besideQueue, filterWords, isNarrow, sameFilter, TAB_WORDS, whole } from './queue/words';
import { useRequests } from './Requests';
import { openedVersion } from './together/opened';
import { useQueue } from './useQueue';
import { QueuePocket } from './yard/Pocket';

const COUNTY_ROLES: readonly string[] = ['COUNTY_CLERK', 'COUNTY_LEADER'];

const TAB_LABELS = {
  MINE: '我的',
  OVERDUE: '逾期',
  DUE_THIS_WEEK: '本周',
  WAITING_FAMILY: '等农户',
} as const satisfies Partial<Record<QueueTab, string>>;
const TABS = Object.keys(TAB_LABELS) as (keyof typeof TAB_LABELS)[];

export const EMPTY_WORDS = '都办完了';
export const NONE_SUCH = '没有这样的';

/** Who works elsewhere has nothing in a queue. */
const OWN_PAGES = [
  ['SUPERVISOR', SUPERVISED_PAGE],
  ['SYSADMIN', PEOPLE_PAGE],
  ['HELPER', HELPING_PAGE],
  ['DEPT', DEPARTMENT_PAGE],
] as const;

/** 11 待办: the staff's first page on a phone; a window with room opens the desk, a supervisor, an administrator,
 * a helper and a department work elsewhere. */
export function Queue() {
  const wide = useWidth() >= DESK_FROM_PX && isH5;
  const me = useMe();
  const grants = me.data?.grants ?? [];
  const only = (role: string) => grants.length > 0 && grants.every((grant) => grant.role === role);
  const own = grants.length > 0 ? OWN_PAGES.find(([role]) => only(role))?.[1] : undefined;
  // Whoever it is has to be known first: none of them has a desk.
  const known = me.data !== undefined || me.error !== undefined;
  const elsewhere = own ?? (wide && known ? DESK_PAGE : undefined);
  useEffect(() => {
    if (elsewhere !== undefined) replace(elsewhere);
  }, [elsewhere]);
  return wide || own !== undefined ? <OnTheWay /> : <PhoneQueue />;
}

/** Until it is known who works here, and their own page has come: nobody looks at nothing. */
function OnTheWay() {
  return (
    <Page title="工作台">
      <Loading rows={6} />
    </Page>
  );
}

/** Who reads votes (domain.md 1.1). */
const MEETS: readonly string[] = CASE_WORKERS;

/** Who reads how the office does (domain.md 1.1). */
const LEADERS: readonly string[] = UNIT_LEADERS;

/** Who looks after what could not be sent (domain.md 1.1). */
const KEEPERS: readonly string[] = COUNTY_KEEPERS;

/** Who takes part in the comparison (domain.md 1.4). */
const COMPARERS: readonly string[] = ['COUNTY_CLERK', 'COUNTY_LEADER', 'DEPT'];

/** Who answers what families say of their money (domain.md 7.1). */
const TICKET_HANDS: readonly string[] = ['DEPT', ...CASE_WORKERS];

/** Who answers other villages (domain.md 3.9). */
const ASSISTERS: readonly string[] = ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'];

export function PhoneQueue() {
  const [filter, setFilter] = useState(whole('MINE'));
  const [open, setOpen] = useState<'NARROW' | 'FIND'>();
  const queue = useQueue(filter);
  const saved = useSaved();
  const turn = (what: 'NARROW' | 'FIND') => setOpen(open === what ? undefined : what);
  const me = useMe().data;
  const { data } = queue.query;
  const count = data?.counts.MINE;
  const office = me?.grants[0]?.regionName;
  // In one village its name would stand in every row.
  const severalVillages = me?.grants.some(({ region }) => region.length < 12) ?? false;
  const county = me?.grants.some(({ role }) => COUNTY_ROLES.includes(role)) ?? false;
  const compares = me?.grants.some(({ role }) => COMPARERS.includes(role)) ?? false;
  const readsTickets = me?.grants.some(({ role }) => TICKET_HANDS.includes(role)) ?? false;
  const assists = me?.grants.some(({ role }) => ASSISTERS.includes(role)) ?? false;
  const reviews = me?.grants.some(({ role }) => role === 'TOWN_LEADER') ?? false;
  const toReview = queue.rows.filter(({ state }) => state === 'TOWN_REVIEW');
  const keeps = me?.grants.some(({ role }) => KEEPERS.includes(role)) ?? false;
  const meets = me?.grants.some(({ role }) => MEETS.includes(role)) ?? false;
  const mends = me?.grants.some(({ role }) => role === 'DEPT' || PROBLEM_READERS.includes(role)) ?? false;
  const checks = me?.grants.some(({ role }) => CHECK_READERS.includes(role)) ?? false;
  const leads = me?.grants.some(({ role }) => LEADERS.includes(role)) ?? false;
  return (
    <Page title="工作台">
      <Head
        title={count === undefined ? '待办' : `待办 ${besideQueue(count)} 件`}
        aside={<Link onTap={() => turn('FIND')}>{open === 'FIND' ? '收起' : '找人'}</Link>}
        hint={[[office, me?.name].filter(Boolean).join(' '), data === undefined ? '' : staffDay(data.today)]
          .filter(Boolean)
          .join(' · ')}
      />
      {open === 'FIND' && <FindCase />}
      <Tabs
        label="队列"
        value={filter.tab}
        onChange={(tab) => setFilter({ ...filter, tab })}
        tabs={TABS.map((key) => ({
          key,
          label: TAB_LABELS[key],
          count: data && besideQueue(data.counts[key]),
        }))}
      />
      <Chosen
        filter={filter}
        saved={saved}
        count={data?.count}
        isOpen={open === 'NARROW'}
        onTurn={() => turn('NARROW')}
        onChange={setFilter}
      />
      {open === 'NARROW' && (
        <Narrow
          filter={filter}
          onChange={setFilter}
          saved={saved}
          withQueues
          onClose={() => setOpen(undefined)}
        />
      )}
      <QueuePocket unreached={queue.query.error instanceof NetworkError} />
      <Staffed query={queue.query} rows={6}>
        {({ today }) => (
          <Section flush>
            {queue.rows.length === 0 && <Empty>{isNarrow(filter) ? NONE_SUCH : EMPTY_WORDS}</Empty>}
            {queue.rows.map((row) => (
              <QueueRow
                key={row.id}
                row={row}
                today={today}
                severalVillages={severalVillages}
                onTap={() => go(CASE_PAGE, { caseId: row.id })}
              />
            ))}
            <More list={queue} />
          </Section>
        )}
      </Staffed>
      <Section>
        {reviews && toReview.length > 1 && (
          <Row
            icon="check"
            title="看过的一起同意"
            detail={`要审核 ${toReview.length}${queue.hasMore ? '+' : ''} 件，看过 ${toReview.filter(({ id }) => openedVersion(id) !== undefined).length} 件`}
            onTap={() => go(TOGETHER_PAGE)}
          />
        )}
        <Row icon="plus" title="替农户登记" detail="口述、书面、没手机的" onTap={reportForOthers} />
        <Row icon="home" title="要去说的" detail="没手机的家，去说一声" onTap={() => go(TASKS_PAGE)} />
        <Row icon="family" title="帮扶名单上的家庭" detail="登记办好的帮扶" onTap={() => go(INCLUDED_PAGE)} />
        <Row
          icon="hand"
          title="帮扶措施"
          detail="谁来帮，帮什么，哪天前办好"
          onTap={() => go(HELP_LIST_PAGE)}
        />
        <Row
          icon="hand"
          title="我联系的家庭"
          detail="要去走访的，没网也能记"
          onTap={() => go(HELPING_PAGE)}
        />
        <Row
          icon="family"
          title="跟踪帮扶"
          detail="走访、季度台账、家里变动"
          onTap={() => go(FOLLOWS_PAGE)}
        />
        {compares && (
          <Row icon="doc" title="信息比对" detail="做名单、传答复" onTap={() => go(COMPARE_PAGE)} />
        )}
        {compares && (
          <Row
            icon="doc"
            title="传补贴发放表"
            detail="发了什么、给谁、多少"
            onTap={() => go(PAYMENTS_PAGE)}
          />
        )}
        {county && (
          <Row icon="doc" title="政策目录" detail="县里的钱数和办法" onTap={() => go(POLICIES_PAGE)} />
        )}
        {county && (
          <Row icon="doc" title="办理规则" detail="天数、收入线、改规则" onTap={() => go(RULES_PAGE)} />
        )}
        <CluesRow />
        {checks && (
          <Row icon="ok" title="集中排查" detail="查了多少户，当天记" onTap={() => go(CHECKS_PAGE)} />
        )}
        <RequestsRow />
        {mends && <ProblemsRow />}
        {meets && (
          <Row icon="ok" title="风险消除" detail="条件够不够，办到哪一步" onTap={() => go(REGISTER_PAGE)} />
        )}
        {readsTickets && (
          <Row
            icon="card"
            title="补贴不对的"
            detail="没收到、钱数不对，查清答复"
            onTap={() => go(TICKETS_PAGE)}
          />
        )}
        {assists && <AssistsRow />}
        {meets && (
          <Row icon="user" title="评议会" detail="一次评几户，打印会议记录" onTap={() => go(MEETINGS_PAGE)} />
        )}
        {meets && <Row icon="doc" title="台账" detail="选一本，取一份表" onTap={() => go(LEDGERS_PAGE)} />}
        {leads && (
          <Row icon="cal" title="办得怎么样" detail="收到、办完、晚了的" onTap={() => go(GLANCE_PAGE)} />
        )}
        {meets && !leads && (
          <Row
            icon="star"
            title="大家怎么评"
            detail="只数星，看不到是谁评的"
            onTap={() => go(RATINGS_PAGE)}
          />
        )}
        <Row icon="doc" title="公示" detail="发公示、发公告" onTap={() => go(PUBLICITY_PAGE)} />
        <Row icon="user" title="我的委托" detail="请假时，请人替您办" onTap={() => go(LEAVE_PAGE)} />
        {keeps && (
          <Row
            icon="doc"
            title="没送到的消息"
            detail="再送一次，或者不送了"
            onTap={() => go(DELIVERIES_PAGE)}
          />
        )}
        {me?.grants.some(({ role }) => role === 'SUPERVISOR') && (
          <Row icon="search" title="监督查看" detail="只看不办，不写真名" onTap={() => go(SUPERVISED_PAGE)} />
        )}
        <Row icon="camera" title="登录电脑" detail="扫码登录，看登录在哪里" onTap={() => go(SESSIONS_PAGE)} />
      </Section>
      <ClockRow />
    </Page>
  );
}

interface ChosenProps {
  filter: QueueFilter;
  saved: SavedFilters;
  count: number | undefined;
  isOpen: boolean;
  onTurn: () => void;
  onChange: (filter: QueueFilter) => void;
}

/** What is looked at when it is more than a tab, the way to narrow it, and what the person has kept. */
function Chosen({ filter, saved, count, isOpen, onTurn, onChange }: ChosenProps) {
  const { nameOf } = usePlaces(filter.place);
  const kept = saved.filters.find((one) => sameFilter(one.filter, filter));
  const isTab = TABS.some((tab) => tab === filter.tab) && !isNarrow(filter);
  const words = [TAB_WORDS[filter.tab], filterWords(filter, nameOf(filter.place)), count && aboveList(count)];
  return (
    <>
      <View className="sw-chosen">
        <Link onTap={onTurn} edge>
          {isOpen ? '收起筛选' : '筛选'}
        </Link>
        {!isTab && <View>{words.filter(Boolean).join(' · ')}</View>}
        {!isTab && <Link onTap={() => onChange(whole('MINE'))}>清掉</Link>}
      </View>
      {saved.filters.length > 0 && (
        <View className="sw-saved">
          <Chips
            label="我存的"
            hideLabel
            chips={saved.filters.map((one) => ({
              value: one.id,
              label: `${one.name} ${besideQueue(one.count)}`,
            }))}
            value={kept === undefined ? [] : [kept.id]}
            onChange={(ids) => {
              const one = saved.filters.find(({ id }) => id === ids.find((chosen) => chosen !== kept?.id));
              onChange(one?.filter ?? whole('MINE'));
            }}
          />
          {kept !== undefined && (
            <Link edge onTap={() => saved.drop(kept.id)} label={`删掉这个存的：${kept.name}`}>
              删掉这个存的
            </Link>
          )}
        </View>
      )}
    </>
  );
}

/** What departments and cadres said waits here with its number. */
function CluesRow() {
  const { data } = useFreshAfterActs(useQuery('clues:count', () => call('clues.list', { limit: 1 })));
  const { ALL = 0, LATE = 0 } = data?.counts ?? {};
  return (
    <Row
      icon="pin"
      title="线索"
      detail="部门和干部说的，去看看"
      tag={ALL > 0 ? <Tag state={LATE > 0 ? 'late' : 'doing'}>{`${ALL} 条`}</Tag> : undefined}
      onTap={() => go(CLUES_PAGE)}
    />
  );
}

/** What inspection and the like found waits here with its number, and says when a day is past. */
function ProblemsRow() {
  const { data } = useFreshAfterActs(useQuery('problems:count', () => call('problems.list', { limit: 1 })));
  const { open = 0, late = 0 } = data ?? {};
  return (
    <Row
      icon="pen"
      title="问题整改"
      detail="查出的问题，认领、改好、销号"
      tag={
        open > 0 ? (
          <Tag state={late > 0 ? 'late' : 'doing'}>{late > 0 ? `晚了 ${late} 个` : `${open} 个`}</Tag>
        ) : undefined
      }
      onTap={() => go(PROBLEMS_PAGE)}
    />
  );
}

/** What families said is wrong waits here with its number. */
function RequestsRow() {
  const { data } = useRequests();
  const late = data?.open.filter(({ overdueDays }) => overdueDays > 0).length ?? 0;
  return (
    <Row
      icon="pen"
      title="农户说不对的"
      detail="改过来，或者说明为什么"
      tag={
        data !== undefined && data.open.length > 0 ? (
          <Tag state={late > 0 ? 'late' : 'doing'}>{`${data.open.length} 件`}</Tag>
        ) : undefined
      }
      onTap={() => go(REQUESTS_PAGE)}
    />
  );
}

/** Other villages ask for facts; it is drawn while there is something to answer. */
function AssistsRow() {
  const { data } = useAssists();
  const open = data?.requests.filter(({ answeredAt }) => answeredAt === null) ?? [];
  if (data === undefined || data.requests.length === 0) return null;
  const late = open.some(({ dueOn }) => dueOn < data.today);
  return (
    <Row
      icon="pin"
      title="外村请我们看一看"
      detail="三天内答复"
      tag={open.length > 0 ? <Tag state={late ? 'late' : 'doing'}>{`${open.length} 件`}</Tag> : undefined}
      onTap={() => go(ASSISTS_PAGE)}
    />
  );
}
