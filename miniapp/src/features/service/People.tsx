import { SESSIONS_PAGE, useMe } from '@miniapp/features/account';
import { DELIVERIES_PAGE, DESK_FROM_PX, More, type Pages, Staffed, usePages } from '@miniapp/features/staff';
import { SendTable } from '@miniapp/features/tables';
import { call, type Output } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { openTable } from '@miniapp/platform/tables';
import { isH5 } from '@miniapp/platform/target';
import { useWidth } from '@miniapp/platform/width';
import { a11y } from '@miniapp/ui/a11y';
import { Button } from '@miniapp/ui/Button';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Desk } from '@miniapp/ui/desk/Desk';
import { DeskQueues } from '@miniapp/ui/desk/DeskQueues';
import { Empty } from '@miniapp/ui/Empty';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Problem } from '@miniapp/ui/Problem';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag, type State as TagState } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import type { StaffMember, StaffView } from '@shared/contract';
import { DEPARTMENT_LABELS, fullDay, ROLE_LABELS } from '@shared/messages';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useRef, useState } from 'react';
import { PersonPanel } from './PersonPanel';

type List = Output<'staff.list'>;

const VIEWS: Record<StaffView, { label: string; empty: string }> = {
  ALL: { label: '全部', empty: '还没有人。先传一张名单。' },
  WAITING: { label: '未激活', empty: '名单上的人都开通了。' },
  LEAVE: { label: '请假', empty: '现在没有人请假。' },
  GONE: { label: '待确认', empty: '上次传的名单里，人都在。' },
  LEFT: { label: '离岗', empty: '还没有人离岗。' },
};
const KEYS = Object.keys(VIEWS) as StaffView[];

const STATES: Record<StaffMember['state'], { tone: TagState; words: string }> = {
  WAITING: { tone: 'need', words: '未激活' },
  SERVING: { tone: 'ok', words: '在岗' },
  LEAVE: { tone: 'doing', words: '请假' },
  LEFT: { tone: 'off', words: '离岗' },
};

/** 「保康镇 镇里经办、保西村 网格员」 */
export const postsLine = ({ posts }: Pick<StaffMember, 'posts'>): string =>
  posts
    .map(({ role, regionName, department }) =>
      [regionName, department === null ? ROLE_LABELS[role] : `${DEPARTMENT_LABELS[department]}部门`].join(
        ' ',
      ),
    )
    .join('、');

/** Who serves in the county, for its administrator: the list, an import, the end of a service and its undoing. */
export function People() {
  const me = useMe();
  const grant = me.data?.grants.find(({ role }) => role === 'SYSADMIN');
  if (grant !== undefined) return <Known county={grant.region} place={grant.regionName} />;
  return (
    <Page title="人员">
      <Head title="人员" />
      <Staffed query={me} rows={3}>
        {() => <Note state="need" title="人员由县里的系统管理员来管。" />}
      </Staffed>
    </Page>
  );
}

interface Shown {
  county: string;
  place: string;
  list: Pages<StaffMember, List>;
  view: StaffView;
  setView: (view: StaffView) => void;
  find: (text: string) => void;
  text: string;
  open: string | undefined;
  turn: (staffId: string) => void;
}

function Known({ county, place }: { county: string; place: string }) {
  const [view, setView] = useState<StaffView>('ALL');
  const [text, setText] = useState('');
  const [open, setOpen] = useState<string>();
  const list = usePages<StaffMember, List>(`staff:${county}:${view}:${text}`, (cursor) =>
    call('staff.list', { county, view, text, ...(cursor !== '' && { cursor }) }),
  );
  const wide = useWidth() >= DESK_FROM_PX && isH5;
  const shown: Shown = {
    county,
    place,
    list,
    view,
    text,
    open,
    setView(chosen) {
      setOpen(undefined);
      setView(chosen);
    },
    find(said) {
      setOpen(undefined);
      setText(said);
    },
    turn: (staffId) => setOpen(open === staffId ? undefined : staffId),
  };
  return wide ? <Wide {...shown} /> : <Narrow {...shown} />;
}

const titleOf = ({ list }: Shown) =>
  list.query.data === undefined ? '人员' : `人员 ${list.query.data.counts.ALL} 人`;

function Narrow(shown: Shown) {
  const { county, place, list, view, setView, open, turn, find, text } = shown;
  return (
    <Page title="人员">
      <Head title={titleOf(shown)} hint={place} />
      <Search key={text} text={text} onFind={find} />
      <Tabs
        label="人员"
        value={view}
        onChange={setView}
        tabs={KEYS.map((key) => ({ key, label: VIEWS[key].label, count: list.query.data?.counts[key] }))}
      />
      <Staffed query={list.query} rows={6}>
        {() => (
          <Section flush>
            <Nobody {...shown} />
            {list.rows.map((member) => (
              <View key={member.staffId}>
                <Row
                  title={member.name}
                  detail={[postsLine(member), member.phone].filter(Boolean).join(' · ')}
                  tag={<State member={member} />}
                  onTap={() => turn(member.staffId)}
                />
                {open === member.staffId && <PersonPanel county={county} member={member} />}
              </View>
            ))}
            <More list={list} />
          </Section>
        )}
      </Staffed>
      <ListOfAll county={county} />
      <Section>
        <Row icon="doc" title="没送到的消息" onTap={() => go(DELIVERIES_PAGE)} />
        <Row icon="camera" title="登录电脑" detail="扫码登录，看登录在哪里" onTap={() => go(SESSIONS_PAGE)} />
      </Section>
    </Page>
  );
}

function Wide(shown: Shown) {
  const { county, place, list, view, setView, open, turn, find, text } = shown;
  const me = useMe().data;
  const counts = list.query.data?.counts;
  const chosen = list.rows.find(({ staffId }) => staffId === open);
  const groups = [
    { title: '人员', queues: KEYS.map((key) => ({ key, label: VIEWS[key].label, count: counts?.[key] })) },
    { title: '系统', queues: [{ key: DELIVERIES_PAGE, label: '没送到的消息' }] },
  ];
  return (
    <Desk
      title="人员"
      office={place}
      layout="table"
      who={<Text>{me?.name ?? ''}（系统管理员）</Text>}
      rail={
        <DeskQueues
          groups={groups}
          value={view}
          onChange={(key) => (key === DELIVERIES_PAGE ? go(key) : setView(key as StaffView))}
        />
      }
    >
      <View
        className="sw-d__body"
        // A table without anything that takes the focus must scroll by keyboard too.
        {...(isH5 && { tabIndex: 0 })}
        {...a11y({ role: 'region', label: '人员' })}
      >
        <View className="sw-d__due">
          <View className="sw-h1" {...a11y({ role: 'heading', level: 1 })}>
            {titleOf(shown)}
          </View>
        </View>
        <View className="sw-cols2">
          <Search key={text} text={text} onFind={find} />
          <ListOfAll county={county} />
        </View>
        {chosen !== undefined && (
          <Section title={`${chosen.name}，${postsLine(chosen)}`}>
            <PersonPanel key={chosen.staffId} county={county} member={chosen} />
          </Section>
        )}
        <Staffed query={list.query} rows={6}>
          {() => (
            <>
              <Nobody {...shown} />
              {list.rows.length > 0 && (
                <DataTable
                  caption="人员"
                  rows={list.rows}
                  rowKey={({ staffId }) => staffId}
                  isSelected={({ staffId }) => staffId === open}
                  columns={[
                    { title: '姓名', cell: ({ name }) => name, heading: true },
                    { title: '在哪里，做什么', cell: postsLine },
                    { title: '手机号', cell: ({ phone }) => phone || '没有登记' },
                    { title: '现在', cell: (member) => <State member={member} /> },
                    { title: '从哪天', cell: ({ day }) => sinceOf(day) },
                    { title: '办理', cell: (member) => <Turn member={member} open={open} turn={turn} /> },
                  ]}
                />
              )}
              <More list={list} />
            </>
          )}
        </Staffed>
      </View>
    </Desk>
  );
}

/** Whoever was there before the system was has no day worth reading. */
const sinceOf = (day: string): ReactNode => (day < '2001' ? '一直' : fullDay(day));

function Turn({ member, open, turn }: { member: StaffMember } & Pick<Shown, 'open' | 'turn'>) {
  const words = open === member.staffId ? '收起' : '看一看';
  return (
    <Link onTap={() => turn(member.staffId)} label={`${words}，${member.name}`}>
      {words}
    </Link>
  );
}

function State({ member: { state, posts } }: { member: StaffMember }) {
  const { tone, words } = STATES[state];
  return (
    <>
      <Tag state={tone}>{words}</Tag>
      {posts.some(({ gone }) => gone) && <Tag state="late">新名单里没有</Tag>}
    </>
  );
}

function Nobody({ list, view, text }: Shown) {
  if (list.rows.length > 0) return null;
  return <Empty>{text === '' ? VIEWS[view].empty : '没有找到。要写全名、全号，或者地方的全称。'}</Empty>;
}

function Search({ text, onFind }: { text: string; onFind: (text: string) => void }) {
  const field = useRef<FieldHandle>(null);
  return (
    <Section pad>
      <Field
        ref={field}
        label="找人"
        hint="写全名、手机号，或者镇名、村名"
        initial={text}
        maxLength={40}
        onCommit={() => onFind(field.current?.value().trim() ?? '')}
      />
      <View className="sw-mt8">
        <Button size="small" onTap={() => onFind(field.current?.value().trim() ?? '')}>
          找
        </Button>
      </View>
      {text !== '' && <Link onTap={() => onFind('')}>看全部的人</Link>}
    </Section>
  );
}

function ListOfAll({ county }: { county: string }) {
  const template = useCommand((_: null) => call('staff.template', { county }));
  const fetch = async () => {
    const file = await template.run(null);
    if (file !== undefined) await openTable(file.url, file.fileName);
  };
  return (
    <Section title="传名单" pad>
      <View className="sw-sub">名单里没有的人不会被撤，只提醒您看。</View>
      {template.error !== undefined && (
        <Problem text={sentenceOf(template.error) ?? '没有取到。可能是网不好，再点一次。'} />
      )}
      <Link onTap={fetch}>{template.busy ? '正在取…' : '下载空表'}</Link>
      <SendTable kind="STAFF" targetId={`${county}-STAFF`} button="传人员名单" verb="办好" />
    </Section>
  );
}
