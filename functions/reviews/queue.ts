import { addDays, type LocalDate, weekday } from '@shared/calendar';
import {
  LIST_COUNT_MAX,
  OPEN_STATES,
  QUEUE_COUNT_MAX,
  QUEUE_TABS,
  type QueueEnd,
  type QueueFilter,
  QueueRow,
  queueEnd,
  queueSources,
} from '@shared/casework';
import { contract } from '@shared/contract';
import type { Ctx } from '../runtime/context';
import { BEFORE_ALL, readDueCursor, writeDueCursor } from '../runtime/due-cursor';
import { handle } from '../runtime/use-case';
import { countQueues, findOwnCases, findQueue, type QueueRowRow, readInOrder } from './queue.sql';

const EVER = '9999-12-31';
const NO_FILTER: QueueFilter = { tab: 'ALL', step: '', place: '', risk: '', channel: '' };

/** Cases waiting, by due date; one who serves several regions gets them in one order. */
export const queue = handle(contract.reviews.queue, async (ctx, { cursor, limit, ...filter }) => {
  const after = readDueCursor(cursor);
  await ctx.db.rows(readInOrder);
  const own = await ownCases(ctx);
  const rows: QueueRowRow[] = [];
  for (const region of ctx.scopes) {
    const sources = sourcesOf(ctx, region, { list: filter });
    if (sources === null) continue;
    await ctx.db.enter(region);
    rows.push(...(await ctx.db.rows(findQueue, [...sources, own, after.due, after.id, limit + 1])));
  }
  rows.sort((a, b) => (a.due_key === b.due_key ? compare(a.id, b.id) : compare(a.due_key, b.due_key)));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const tabs = QUEUE_TABS.map((tab) => [tab, { ...NO_FILTER, tab }] as const);
  const steps = OPEN_STATES.map((step) => [step, { ...NO_FILTER, step }] as const);
  const counts = await countEach(ctx, Object.fromEntries([...tabs, ...steps]), QUEUE_COUNT_MAX, own);
  const { list = 0 } = await countEach(ctx, { list: filter }, LIST_COUNT_MAX, own);
  return {
    today: ctx.today,
    rows: page.map((row) => toLine(row, ctx.caller.personId)),
    count: list,
    counts: pick(QUEUE_TABS, counts),
    steps: pick(OPEN_STATES, counts),
    next: rows.length > limit && last !== undefined ? writeDueCursor(last) : null,
  };
});

/** How many cases each filter finds for this caller, one more than `max` standing for "more than that". */
export async function countEach(
  ctx: Ctx,
  filters: Readonly<Record<string, QueueFilter>>,
  max: number,
  own: readonly string[],
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const region of ctx.scopes) {
    const sources = sourcesOf(ctx, region, filters);
    if (sources === null) continue;
    await ctx.db.enter(region);
    for (const { key, n } of await ctx.db.rows(countQueues, [
      ...sources,
      own,
      BEFORE_ALL.due,
      BEFORE_ALL.id,
      max + 1,
    ]))
      found[key] = Math.min((found[key] ?? 0) + n, max + 1);
  }
  return found;
}

/** Cases to which the caller is a party stand in no queue of the caller. */
export async function ownCases(ctx: Ctx): Promise<string[]> {
  return (await ctx.db.rows(findOwnCases, [ctx.caller.personId])).map((row) => row.case_id);
}

/** The columns of `unnest` in queue.sql: key, region, list, last due day. Null when there is nothing to read. */
function sourcesOf(
  { caller, today }: Ctx,
  region: string,
  filters: Readonly<Record<string, QueueFilter>>,
): string[][] | null {
  const rows = Object.entries(filters).flatMap(([key, filter]) =>
    queueSources(filter, region, caller).map((source) => [
      key,
      source.region,
      source.list,
      lastDay(queueEnd(filter.tab), today),
    ]),
  );
  const [first] = rows;
  return first === undefined ? null : first.map((_, column) => rows.map((row) => row[column] ?? ''));
}

function lastDay(end: QueueEnd, today: LocalDate): LocalDate {
  switch (end) {
    case 'YESTERDAY':
      return addDays(today, -1);
    case 'SUNDAY':
      return addDays(today, (7 - weekday(today)) % 7);
    case 'EVER':
      return EVER;
  }
}

/** A row as its reader sees it. */
export function toLine(row: QueueRowRow, reader: string) {
  return {
    ...QueueRow.parse({
      id: row.id,
      caseNo: row.case_no,
      headName: row.head_name,
      group: row.village_group,
      village: row.village,
      memberCount: row.member_count,
      state: row.state,
      channel: row.channel,
      holder: row.holder,
      dueOn: row.due_on,
      capDueOn: row.cap_due_on,
      paused: row.paused,
      withdrawalAsked: row.withdrawal_asked,
      waitingFor: row.waiting_for,
      reminded: row.reminded,
      returned: row.returned,
    }),
    villageName: row.village_name,
    heldBy: row.holder_id === null ? null : { name: row.holder_name ?? '', mine: row.holder_id === reader },
  };
}

function pick<K extends string>(
  keys: readonly K[],
  counts: Readonly<Record<string, number>>,
): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, counts[key] ?? 0])) as Record<K, number>;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
