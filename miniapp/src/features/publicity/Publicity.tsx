import { useMe } from '@miniapp/features/account';
import { usePaper } from '@miniapp/features/family';
import {
  ANNOUNCE_PAGE,
  DRAFT_PAGE,
  LIST_PAGE,
  POST_PAGE,
  ROWS_PAGE,
  Staffed,
  useFreshAfterActs,
  WORDS_PAGE,
} from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import type { StaffRole } from '@shared/access';
import { moment } from '@shared/messages';
import { NOTICE_SHORT } from '@shared/messages/notice-kinds';
import { FindingsCounted } from './FindingsCounted';
import { PUBLISHERS } from './ForVillage';
import { Frame } from './Frame';
import { KEY_WORDS, NoticesSeen } from './NoticesSeen';
import { TopActions } from './TopActions';
import { useWaiting } from './useWaiting';
import { KIND_WORDS, type NoticeKind } from './words';

const VILLAGE: readonly StaffRole[] = ['VILLAGE'];
const TOWN: readonly StaffRole[] = ['TOWN_CLERK', 'TOWN_LEADER'];

interface Source {
  kind: NoticeKind;
  title: string;
  page: string;
  may: readonly StaffRole[];
  /** Stands there also when nothing waits: the procedure is known by it. */
  always?: boolean;
}

const WAITS: readonly Source[] = [
  { kind: 'PROPOSED_INCLUSION', title: '等张贴', page: POST_PAGE, may: VILLAGE, always: true },
  { kind: 'PROPOSED_ELIMINATION', title: '消除名单等张贴', page: POST_PAGE, may: VILLAGE },
  { kind: 'PROPOSED_ROLLBACK', title: '回退等张贴', page: POST_PAGE, may: VILLAGE },
  { kind: 'RESULT_ANNOUNCEMENT', title: '等公告', page: ANNOUNCE_PAGE, may: TOWN, always: true },
  { kind: 'ELIMINATION_RESULT', title: '等公告退出名单', page: ANNOUNCE_PAGE, may: TOWN },
  { kind: 'ROLLBACK_RESULT', title: '等公告回到名单', page: ANNOUNCE_PAGE, may: TOWN },
];

/** What waits to be posted by the village and announced by the township, what may be put up besides, and what hangs. */
export function Publicity() {
  const grants = useMe().data?.grants ?? [];
  const villages = [...new Set(grants.map(({ region }) => region))].filter((code) => code.length === 12);
  const puts = grants.some(({ role }) => PUBLISHERS.includes(role));
  return (
    <Frame
      title="公示总览"
      hint="评议通过的要贴出来，县里定了的要公告。"
      keys={KEY_WORDS}
      actions={<TopActions announces={grants.some(({ role }) => TOWN.includes(role))} posts={puts} />}
    >
      <NoticesSeen />
      {WAITS.map((source) => (
        <Waiting key={source.kind} source={source} />
      ))}
      {puts && <Drafts />}
      {puts && <Others village={grants.some(({ role }) => VILLAGE.includes(role))} />}
      <Section flush>
        <Row
          title="本人要改、要撤名单上的一行"
          detail="一个工作日内先撤下，五个工作日内定"
          onTap={() => go(ROWS_PAGE)}
        />
      </Section>
      <FindingsCounted />
      {villages.length > 0 && <Posters villages={villages} />}
    </Frame>
  );
}

function Waiting({ source: { kind, title, page, may, always } }: { source: Source }) {
  const waiting = useWaiting(kind);
  const me = useMe().data;
  const mine = me?.grants.some(({ role }) => may.includes(role)) ?? false;
  const words = KIND_WORDS[kind];
  if (!always && (waiting.data?.villages.length ?? 0) === 0) return null;
  return (
    <Section title={title}>
      <Staffed query={waiting} rows={1}>
        {({ villages }) =>
          villages.length === 0 ? (
            <Empty>{words.none}</Empty>
          ) : (
            villages.map(({ code, name, cases }) => (
              <Row
                key={code}
                title={`${name} ${cases.length} 户`}
                detail={mine ? someNames(cases) : words.who}
                onTap={mine ? () => go(page, { village: code, kind }) : undefined}
              />
            ))
          )
        }
      </Staffed>
    </Section>
  );
}

const NAMES_SHOWN = 8;

function someNames(cases: readonly { headName: string }[]): string {
  const names = cases.slice(0, NAMES_SHOWN).map(({ headName }) => headName);
  return `${names.join('、')}${cases.length > NAMES_SHOWN ? `等 ${cases.length} 户` : ''}`;
}

/** Lists and words that somebody began and nobody has put up yet; they are kept for thirty days. */
function Drafts() {
  const query = useFreshAfterActs(useQuery('notice-drafts', () => call('notices.drafts', {})));
  const drafts = query.data?.drafts ?? [];
  const { shown, more } = useLong(drafts.length, '份');
  if (drafts.length === 0) return null;
  return (
    <Section title="还没贴完的草稿" aside={`${drafts.length} 份`}>
      {drafts.slice(0, shown).map(({ id, kind, villageName, subject, rows, changedAt }) => (
        <Row
          key={id}
          title={`${villageName} · ${subject || NOTICE_SHORT[kind]}`}
          detail={[
            NOTICE_SHORT[kind],
            kind === 'SUBSIDY_PAYMENTS' && `${rows} 行`,
            `${moment(changedAt)}改的`,
          ]
            .filter(Boolean)
            .join(' · ')}
          onTap={() => go(DRAFT_PAGE, { draft: id })}
        />
      ))}
      {more}
    </Section>
  );
}

/** What no procedure brings by itself: the kind chooses where its rows come from. */
function Others({ village }: { village: boolean }) {
  return (
    <Section title="发别的公示">
      <Row title="补贴发放名单" detail="传表格，先看样子再贴" onTap={() => go(LIST_PAGE)} />
      {village && (
        <Row
          title="帮扶措施落实情况"
          detail="从办好的帮扶里选"
          onTap={() => go(POST_PAGE, { kind: 'MEASURES_LANDED' })}
        />
      )}
      <Row title="村里的通知" detail="写几句话，全村都看得到" onTap={() => go(WORDS_PAGE)} />
    </Section>
  );
}

/** The code that hangs beside the board all year. */
function Posters({ villages }: { villages: readonly string[] }) {
  const paper = usePaper();
  return (
    <Section title="村民码" aside={paper.busy ? '正在取…' : undefined}>
      {villages.map((village) => (
        <Row
          key={village}
          icon="printer"
          title="打印村民码"
          detail="一直贴在公示栏旁边。扫了它，才看得到名单"
          onTap={() => paper.open(() => call('notices.poster', { village }))}
        />
      ))}
    </Section>
  );
}
