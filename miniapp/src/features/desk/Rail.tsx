import { HELP_LIST_PAGE } from '@miniapp/features/help';
import { besideQueue, sameFilter, TAB_WORDS, whole } from '@miniapp/features/review';
import {
  CHECKS_PAGE,
  CLOCK_PAGE,
  CLUES_PAGE,
  FOLLOWS_PAGE,
  GLANCE_PAGE,
  INCLUDED_PAGE,
  LEDGERS_PAGE,
  PAYMENTS_PAGE,
  POLICIES_PAGE,
  PROBLEMS_PAGE,
  PUBLICITY_PAGE,
  REGISTER_PAGE,
  RULES_PAGE,
  reportForOthers,
  TICKETS_PAGE,
  useClock,
} from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { DeskQueues, type QueueGroup } from '@miniapp/ui/desk/DeskQueues';
import { Link } from '@miniapp/ui/Link';
import { CASE_WORKERS, UNIT_LEADERS } from '@shared/access';
import type { QueueFilter, QueueTab } from '@shared/casework';
import { STATE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import type { DeskState } from './useDesk';

const REPORT = 'report';
const OTHERS = [
  { key: CLUES_PAGE, label: '线索' },
  { key: CHECKS_PAGE, label: '集中排查' },
  { key: PROBLEMS_PAGE, label: '问题整改' },
  { key: TICKETS_PAGE, label: '补贴不对的' },
  { key: INCLUDED_PAGE, label: '帮扶名单上的家庭' },
  { key: HELP_LIST_PAGE, label: '帮扶措施' },
  { key: FOLLOWS_PAGE, label: '跟踪帮扶' },
  { key: REGISTER_PAGE, label: '风险消除' },
  { key: PUBLICITY_PAGE, label: '公示' },
  { key: REPORT, label: '替农户登记' },
];
const LEDGERS = { key: LEDGERS_PAGE, label: '台账' };
const GLANCE = { key: GLANCE_PAGE, label: '办得怎么样' };
const LEADERS: readonly string[] = UNIT_LEADERS;
const WORKERS: readonly string[] = CASE_WORKERS;
const COUNTY = [
  { key: PAYMENTS_PAGE, label: '传补贴发放表' },
  { key: POLICIES_PAGE, label: '政策目录' },
  { key: RULES_PAGE, label: '办理规则' },
];
const DEMO = { title: '演示', queues: [{ key: CLOCK_PAGE, label: '演示：改日期' }] };

const TO_DO: readonly QueueTab[] = [
  'MINE',
  'HELD',
  'UNCLAIMED',
  'OVERDUE',
  'DUE_THIS_WEEK',
  'RETURNED',
  'WAITING_FAMILY',
];
const AROUND: readonly QueueTab[] = ['UNIT', 'ALL'];
/** What the whole region is called, by the length of its code. */
const REGION_WORDS: Readonly<Record<number, string>> = { 6: '全县', 9: '全镇', 12: '全村' };

/** The left column: queues with counts that equal their lists, what was kept, and the pages beside them. */
export function Rail({ desk }: { desk: DeskState }) {
  const { filter, saved } = desk;
  const clock = useClock().data;
  const grants = desk.me?.grants ?? [];
  const leads = grants.some(({ role }) => LEADERS.includes(role));
  const works = grants.some(({ role }) => WORKERS.includes(role));
  const isCounty = grants.some(({ role }) => role === 'COUNTY_CLERK' || role === 'COUNTY_LEADER');
  const widest = Math.min(...grants.map(({ region }) => region.length));
  const data = desk.queue.query.data;
  const queues: { key: string; filter: QueueFilter; label: string; count?: number }[] = [
    ...[...TO_DO, ...AROUND].map((tab) => ({
      key: tab,
      filter: whole(tab),
      label: TAB_WORDS[tab],
      count: data?.counts[tab],
    })),
    ...stepsOf(desk).map(({ step, count }) => ({
      key: `step:${step}`,
      filter: { ...whole('ALL'), step },
      label: STATE_LABELS[step],
      count,
    })),
    ...saved.filters.map(({ id, name, filter: kept, count }) => ({
      key: `kept:${id}`,
      filter: kept,
      label: name,
      count,
    })),
  ];
  const shown = (keys: (key: string) => boolean) =>
    queues
      .filter(({ key }) => keys(key))
      .map(({ key, label, count }) => ({
        key,
        label,
        count: count === undefined ? undefined : besideQueue(count),
      }));
  const groups: QueueGroup[] = [
    { title: '我要办', queues: shown((key) => TO_DO.some((tab) => tab === key)) },
    {
      title: REGION_WORDS[widest] ?? '全部',
      queues: shown((key) => AROUND.some((tab) => tab === key) || key.startsWith('step:')),
    },
    ...(saved.filters.length > 0
      ? [{ title: '我存的', queues: shown((key) => key.startsWith('kept:')) }]
      : []),
    {
      title: '其他',
      queues: [
        ...OTHERS,
        ...(works ? [LEDGERS] : []),
        ...(leads ? [GLANCE] : []),
        ...(isCounty ? COUNTY : []),
      ],
    },
    ...(clock === undefined ? [] : [DEMO]),
  ];
  const on = queues.find((one) => sameFilter(one.filter, filter));
  const kept = saved.filters.find(({ id }) => on?.key === `kept:${id}`);
  return (
    <>
      <DeskQueues
        groups={groups}
        value={desk.search.found === undefined ? (on?.key ?? '') : ''}
        onChange={(key) => {
          const chosen = queues.find((one) => one.key === key);
          if (chosen !== undefined) desk.openQueue(chosen.filter);
          else if (key === REPORT) reportForOthers();
          else go(key);
        }}
      />
      {kept !== undefined && (
        <View className="sw-d__g">
          <Link onTap={() => saved.drop(kept.id)}>删掉“{kept.name}”</Link>
        </View>
      )}
    </>
  );
}

/** Steps at which there is something, and the one that is looked at. */
function stepsOf({ queue, filter }: DeskState) {
  const steps = Object.entries(queue.query.data?.steps ?? {}) as [Exclude<QueueFilter['step'], ''>, number][];
  return steps
    .filter(([step, count]) => count > 0 || (step === filter.step && filter.tab === 'ALL'))
    .map(([step, count]) => ({ step, count }));
}
