import { type Case, holderOf, isUndoable, type RecordedEvent, UNDO_SECONDS } from '@shared/casework';
import { messageTitle } from '@shared/messages';
import type { Ctx } from '../context';
import * as sql from './cases.sql';

/** Work of the outbox that tells people of a case: ids and codes only, never what somebody said. */
export interface CaseWork {
  caseId: string;
  caseNo: string;
  type: RecordedEvent['type'];
  at: string;
  seq: number;
}

/**
 * Puts into the outbox whom to tell of what has just been decided; it goes out later, and only if this transaction
 * holds. A desk is told when the case comes to it from another office; who of one office takes it up is nobody's news.
 */
export async function queueMessages(
  ctx: Ctx,
  county: string,
  before: Case | null,
  after: Case,
  events: readonly RecordedEvent[],
): Promise<void> {
  const work = ({ type, at, seq }: RecordedEvent): string =>
    JSON.stringify({ caseId: after.id, caseNo: after.caseNo, type, at, seq } satisfies CaseWork);
  const hold = events.some(({ type }) => isUndoable(type)) ? holdUntil(ctx.now) : null;
  const put = (kind: string, some: string[]) =>
    ctx.db.write(sql.insertOutbox, [county, kind, ctx.clock.wall(), some, hold]);
  const told = events.filter((event) => tellsSomebody(event, after.caseNo)).map(work);
  if (told.length > 0) await put('CASE_EVENT', told);
  const last = events.at(-1);
  if (last !== undefined && callsDesk(before, after, last)) await put('CASE_DESK', [work(last)]);
}

/** A little longer than a decision can be undone: whoever undoes it in the last moment still has to arrive. */
const MARGIN_SECONDS = 2;

function holdUntil(now: string): string {
  return new Date(Date.parse(now) + (UNDO_SECONDS + MARGIN_SECONDS) * 1000).toISOString();
}

function tellsSomebody(event: RecordedEvent, caseNo: string): boolean {
  if (event.type === 'VerifiersAssigned') return true;
  // The family said itself that it came.
  if (event.type === 'MeasureRecorded' && event.data.measureId !== undefined) return false;
  if (event.type === 'SupplementProvided') return event.data.answers.some(({ askForHelp }) => askForHelp);
  return messageTitle(event.type, caseNo) !== null;
}

function callsDesk(before: Case | null, after: Case, last: RecordedEvent): boolean {
  const holder = holderOf(after);
  if (holder === 'NOBODY' || holder === 'HOUSEHOLD') return false;
  // It never left, as far as anybody heard.
  if (last.type === 'DecisionUndone') return false;
  // What the family asks of whoever has the case.
  if (last.type === 'WithdrawalRequested' || last.type === 'FamilyReminded') return true;
  return before === null || holderOf(before) !== holder;
}
