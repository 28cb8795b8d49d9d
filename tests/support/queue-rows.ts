import { OPEN_STATES, QUEUE_COUNT_MAX, QUEUE_TABS } from '@shared/casework';
import type { OperationNamed, OutputOf } from '@shared/contract';

export type QueuePage = OutputOf<OperationNamed<'reviews.queue'>>;
type Row = QueuePage['rows'][number];

/** A page of a long queue of invented rows, numbered from 1: making so many cases takes longer than what looks at them. */
export function queuePage(
  { from, limit, total }: { from: number; limit: number; total: number },
  more: (number: number) => Partial<Row> = () => ({}),
): QueuePage {
  const rows = Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, index): Row => {
    const number = from + index + 1;
    return {
      id: `case-${number}`,
      caseNo: '260300018',
      headName: `第${number}户`,
      group: '1组',
      village: '150521100200',
      villageName: '保西村',
      memberCount: 4,
      state: 'TOWN_REVIEW',
      channel: 'SELF_MINIAPP',
      holder: 'TOWN',
      dueOn: '2026-03-14',
      capDueOn: '2026-03-17',
      paused: false,
      withdrawalAsked: false,
      reminded: false,
      returned: false,
      heldBy: null,
      waitingFor: 'NOTHING',
      ...more(number),
    };
  });
  return {
    today: '2026-03-12',
    rows,
    count: total,
    counts: Object.fromEntries(
      QUEUE_TABS.map((tab) => [tab, Math.min(total, QUEUE_COUNT_MAX + 1)]),
    ) as QueuePage['counts'],
    steps: Object.fromEntries(OPEN_STATES.map((step) => [step, 0])) as QueuePage['steps'],
    next: from + limit < total ? String(from + limit) : null,
  };
}
