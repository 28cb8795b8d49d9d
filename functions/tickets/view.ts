import { daysBetween, localDate } from '@shared/calendar';
import type { OwnTicket, StaffTicket } from '@shared/contract/tickets';
import { ticketRole } from '@shared/tickets';
import type { Ctx } from '../runtime/context';
import type { Line } from './lines';
import type { TicketRow } from './tickets.sql';

/** What is sealed of a ticket: the line as it stood, the group of the family, and its words. */
export interface TicketSaid {
  line: Omit<Line, 'department'>;
  group: string;
  text: string;
}

const saidAt = (county: string, id: string) => `line_ticket/${county}/${id}/said`;
const answeredAt = (county: string, id: string) => `line_ticket/${county}/${id}/answer`;

export const sealSaid = (ctx: Ctx, county: string, id: string, said: TicketSaid) =>
  ctx.keys.seal(JSON.stringify(said), saidAt(county, id));

export const sealAnswer = (ctx: Ctx, county: string, id: string, text: string) =>
  ctx.keys.seal(text, answeredAt(county, id));

export function openSaid(ctx: Ctx, { county, id, key_id, sealed }: TicketRow): TicketSaid {
  return JSON.parse(ctx.keys.open({ keyId: key_id, bytes: sealed }, saidAt(county, id))) as TicketSaid;
}

function ticketOf(ctx: Ctx, row: TicketRow) {
  const { line, text, group } = openSaid(ctx, row);
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
  const { county, id, outcome, answered_at, answer_key, answer, answerer } = row;
  if (outcome === null || answered_at === null || answer_key === null || answer === null) return null;
  return {
    outcome,
    text: ctx.keys.open({ keyId: answer_key, bytes: answer }, answeredAt(county, id)),
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
