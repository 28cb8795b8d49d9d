import { daysBetween, localDate } from '@shared/calendar';
import type { OwnTicket, StaffTicket } from '@shared/contract/tickets';
import { ticketRole } from '@shared/tickets';
import type { Ctx } from '../runtime/context';
import { openTicket, openTicketAnswer } from '../runtime/tickets';
import type { TicketRow } from './tickets.sql';

function ticketOf(ctx: Ctx, row: TicketRow) {
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
    },
  };
}

function answerOf(ctx: Ctx, row: TicketRow): OwnTicket['answer'] {
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
export function ownTicket(ctx: Ctx, row: TicketRow): OwnTicket {
  const maySayAgain = row.outcome !== null && row.again_of === null && !row.said_again;
  return { ...ticketOf(ctx, row).ticket, maySayAgain };
}

/** A ticket as whoever answers it reads it. */
export function staffTicket(ctx: Ctx, row: TicketRow): StaffTicket {
  const { ticket, group } = ticketOf(ctx, row);
  return {
    ...ticket,
    villageName: row.village_name,
    group,
    mayAnswer: row.outcome === null && ticketRole(ctx.caller, row) !== undefined,
  };
}
