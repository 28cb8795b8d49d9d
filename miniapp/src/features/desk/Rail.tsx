import {
  CLOCK_PAGE,
  CLUES_PAGE,
  INCLUDED_PAGE,
  PUBLICITY_PAGE,
  RULES_PAGE,
  reportForOthers,
  useClock,
} from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { DeskQueues } from '@miniapp/ui/desk/DeskQueues';
import type { DeskState } from './useDesk';
import { isTab, TAB_WORDS, TABS } from './words';

const REPORT = 'report';
const OTHERS = [
  { key: CLUES_PAGE, label: '线索' },
  { key: INCLUDED_PAGE, label: '帮扶名单上的家庭' },
  { key: PUBLICITY_PAGE, label: '公示' },
  { key: REPORT, label: '替农户登记' },
];
const RULES = { key: RULES_PAGE, label: '办理规则' };
const DEMO = { title: '演示', queues: [{ key: CLOCK_PAGE, label: '演示：改日期' }] };

/** The left column: queues with counts that equal their lists, and the pages beside them. */
export function Rail({ desk }: { desk: DeskState }) {
  const clock = useClock().data;
  const isCounty = desk.me?.grants.some(({ role }) => role === 'COUNTY_CLERK' || role === 'COUNTY_LEADER');
  const counts = desk.queue.query.data?.counts;
  return (
    <DeskQueues
      groups={[
        {
          title: '我要办',
          queues: TABS.map((key) => ({ key, label: TAB_WORDS[key], count: counts?.[key] })),
        },
        { title: '其他', queues: isCounty ? [...OTHERS, RULES] : OTHERS },
        ...(clock === undefined ? [] : [DEMO]),
      ]}
      value={desk.tab}
      onChange={(key) => {
        if (isTab(key)) desk.openTab(key);
        else if (key === REPORT) reportForOthers();
        else go(key);
      }}
    />
  );
}
