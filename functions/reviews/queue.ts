import type { StaffRole } from '@shared/access';
import { addDays, type LocalDate, weekday } from '@shared/calendar';
import { QUEUE_TABS, QueueRow, type QueueTab } from '@shared/casework';
import { contract } from '@shared/contract';
import { covers } from '@shared/regions';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { countQueue, type Digits, findQueue, type QueueRowRow } from './queue.sql';

/** Where a page ends: the due date and id of its last row. Before the first row, when there was no page. */
interface Cursor {
  due: LocalDate;
  id: string;
}

const START: Cursor = { due: '0001-01-01', id: '' };

/** Cases waiting, by due date; one who serves several regions gets them in one order. */
export const queue = handle(contract.reviews.queue, async (ctx, { tab, cursor, limit }) => {
  const after = cursor === '' ? START : readCursor(cursor);
  const rows: QueueRowRow[] = [];
  const counts = emptyCounts();
  for (const region of ctx.scopes) {
    await ctx.db.enter(region);
    const digits = region.length as Digits;
    const where = conditions(ctx, region);
    rows.push(...(await ctx.db.rows(findQueue[tab][digits], [...where, after.due, after.id, limit + 1])));
    const counted = await ctx.db.first(countQueue[digits], where);
    for (const name of QUEUE_TABS) counts[name] += counted?.[name] ?? 0;
  }
  rows.sort((a, b) => (a.due_key === b.due_key ? compare(a.id, b.id) : compare(a.due_key, b.due_key)));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    today: ctx.today,
    rows: page.map(toRow),
    counts,
    next: rows.length > limit && last !== undefined ? writeCursor(last) : null,
  };
});

function conditions(ctx: Ctx, region: string): unknown[] {
  const whole: StaffRole[] = [];
  const parts: { region: string; role: StaffRole }[] = [];
  for (const grant of ctx.caller.grants) {
    if (covers(grant.region, region)) whole.push(grant.role);
    else if (covers(region, grant.region)) parts.push(grant);
  }
  const sunday = addDays(ctx.today, (7 - weekday(ctx.today)) % 7);
  return [
    region.slice(0, 6),
    region,
    ctx.caller.personId,
    ctx.today,
    sunday,
    whole,
    parts.map((part) => part.region),
    parts.map((part) => part.role),
  ];
}

function toRow(row: QueueRowRow) {
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
    }),
    villageName: row.village_name,
  };
}

function emptyCounts(): Record<QueueTab, number> {
  return { MINE: 0, OVERDUE: 0, DUE_THIS_WEEK: 0, WAITING_FAMILY: 0 };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeCursor(row: QueueRowRow): string {
  return `${row.due_key}.${row.id}`;
}

function readCursor(text: string): Cursor {
  const [, due, id] = /^(\d{4}-\d{2}-\d{2})\.([\w-]+)$/.exec(text) ?? [];
  if (due !== undefined && id !== undefined) return { due, id };
  throw new Failure('bad_input', 'INVALID', {
    issues: [{ field: 'cursor', reason: 'INVALID', message: '' }],
  });
}
