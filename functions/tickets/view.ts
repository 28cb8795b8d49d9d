import { daysBetween, localDate } from '@shared/calendar';
import type { OwnTicket, StaffTicket } from '@shared/contract/tickets';
import type { TicketOutcome } from '@shared/tickets';
import { ticketRole } from '@shared/tickets';
import type { Ctx } from '../runtime/context';
import { openTicket, openTicketAnswer } from '../runtime/tickets';
import { type EarlierRow, findEarlier, type TicketRow } from './tickets.sql';

/** Answers that later ones were put in the place of, by their ticket. */
export type Earlier = ReadonlyMap<string, readonly EarlierRow[]>;

/** Of some tickets of one county, in one reading. */
export async function earlierOf(ctx: Ctx, rows: readonly TicketRow[]): Promise<Earlier> {
  const found = new Map<string, EarlierRow[]>();
  const [first] = rows;
  if (first === undefined) return found;
  for (const one of await ctx.db.rows(findEarlier, [first.county, rows.map(({ id }) => id)]))
    found.set(one.ticket_id, [...(found.get(one.ticket_id) ?? []), one]);
  return found;
}

function ticketOf(ctx: Ctx, row: TicketRow, earlier: Earlier) {
  const { line, text, group } = openTicket(ctx, row);
  const late = row.outcome === null && row.due_on < ctx.today;
  return {
    group,
    ticket: {
      id: row.id,
      kind: row.line_kind,
      lineId: row.line_id,
      line,
      what: row.what,
      text,
      askedOn: localDate(row.asked_at),
      dueOn: row.due_on,
      lateDays: late ? daysBetween(row.due_on, ctx.today) : 0,
      again: row.again_of !== null,
      answer: answerOf(ctx, row),
      earlier: (earlier.get(row.id) ?? []).flatMap(
        (one) => answerOf(ctx, { ...one, id: one.ticket_id }) ?? [],
      ),
    },
  };
}

interface Answered {
  county: string;
  id: string;
  outcome: TicketOutcome | null;
  answerer: string | null;
  answered_at: string | null;
  answer_key: string | null;
  answer: Buffer | null;
}

function answerOf(ctx: Ctx, row: Answered): OwnTicket['answer'] {
  const { outcome, answered_at, answerer } = row;
  if (outcome === null || answered_at === null) return null;
  return {
    outcome,
    text: openTicketAnswer(ctx, row),
    by: answerer ?? '',
    on: localDate(answered_at),
  };
}

/** A ticket as the family reads it. */
export function ownTicket(ctx: Ctx, row: TicketRow, earlier: Earlier = new Map()): OwnTicket {
  const maySayAgain = row.outcome !== null && row.again_of === null && !row.said_again;
  return { ...ticketOf(ctx, row, earlier).ticket, maySayAgain };
}

/** A ticket as whoever answers it reads it. */
export function staffTicket(ctx: Ctx, row: TicketRow, earlier: Earlier): StaffTicket {
  const { ticket, group } = ticketOf(ctx, row, earlier);
  const answers = ticketRole(ctx.caller, row) !== undefined;
  return {
    ...ticket,
    villageName: row.village_name,
    group,
    mayAnswer: row.outcome === null && answers,
    mayAmend: row.outcome !== null && !row.overtaken && answers,
  };
}
