import { Id, requiredWords, words } from '@shared/casework';
import { DISPUTES } from '@shared/messages/payments';
import { PolicyCode } from '@shared/policies';
import { TICKET_LINES, TICKET_OUTCOMES } from '@shared/tickets';
import { z } from '@shared/zod';
import { operation } from './operation';

const Answer = z.object({
  outcome: z.enum(TICKET_OUTCOMES),
  text: z.string(),
  by: z.string(),
  on: z.string(),
});

const Ticket = z.object({
  id: z.string(),
  kind: z.enum(TICKET_LINES),
  lineId: z.string(),
  /** The line as it stood: what, how much, when, who paid, to whom. */
  line: z.object({
    title: z.string(),
    fen: z.number().nullable(),
    on: z.string().nullable(),
    payer: z.string(),
    member: z.string(),
    cardTail: z.string(),
  }),
  what: z.enum(DISPUTES),
  text: z.string(),
  askedOn: z.string(),
  dueOn: z.string(),
  lateDays: z.number(),
  /** The family said that an answer was still wrong. */
  again: z.boolean(),
  answer: Answer.nullable(),
  /** Answers that a later one was put in the place of, oldest first. */
  earlier: z.array(Answer),
});

/** The family's own: whether it may say once more that it is wrong. */
const OwnTicket = Ticket.extend({ maySayAgain: z.boolean() });
export type OwnTicket = z.infer<typeof OwnTicket>;

/** As whoever answers it sees it: a department learns whom it paid and in which village, nothing else of the family. */
const StaffTicket = Ticket.extend({
  villageName: z.string(),
  group: z.string(),
  mayAnswer: z.boolean(),
  mayAmend: z.boolean(),
});
export type StaffTicket = z.infer<typeof StaffTicket>;

export const tickets = {
  file: operation('tickets.file', {
    summary: 'Say of a line of the own money or card that it did not come, is wrong, or is not ours.',
    callers: 'PERSON',
    input: z.object({
      caseId: Id,
      kind: z.enum(TICKET_LINES),
      lineId: Id.or(PolicyCode),
      what: z.enum(DISPUTES),
      text: words(200).default(''),
    }),
    output: z.object({ ticket: OwnTicket }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 30, seconds: 3600 },
  }),
  ours: operation('tickets.ours', {
    summary: 'What the family said of its lines, newest first, with the answers.',
    callers: 'PERSON',
    input: z.object({ caseId: Id }),
    output: z.object({ today: z.string(), tickets: z.array(OwnTicket) }),
    errors: ['not_found'],
  }),
  again: operation('tickets.again', {
    summary: 'Say once that what was answered is still wrong.',
    callers: 'PERSON',
    input: z.object({ ticketId: Id, text: words(200).default('') }),
    output: z.object({ ticket: OwnTicket }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 30, seconds: 3600 },
  }),
  list: operation('tickets.list', {
    summary:
      "Tickets of the caller's region, or of the caller's department: open ones by date, or answered ones.",
    callers: 'STAFF',
    input: z.object({
      state: z.enum(['OPEN', 'ANSWERED']).default('OPEN'),
      cursor: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      today: z.string(),
      tickets: z.array(StaffTicket),
      /** How many wait, and how many of them are late; counted up to 999. */
      open: z.number(),
      late: z.number(),
      next: z.string().nullable(),
    }),
  }),
  get: operation('tickets.get', {
    summary: 'One ticket, for whoever may answer it.',
    callers: 'STAFF',
    input: z.object({ ticketId: Id }),
    output: z.object({ ticket: StaffTicket }),
    errors: ['not_found'],
  }),
  amend: operation('tickets.amend', {
    summary: 'Put an answer that was wrong right by a later one; the earlier one stays on record.',
    callers: 'STAFF',
    input: z.object({
      ticketId: Id,
      /** How many answers were there before, as it was read: who comes second is told so. */
      earlier: z.number().int().min(0).max(50),
      outcome: z.enum(TICKET_OUTCOMES),
      text: requiredWords(300),
    }),
    output: z.object({ ticket: StaffTicket }),
    errors: ['not_found', 'conflict'],
  }),
  answer: operation('tickets.answer', {
    summary: 'Answer a ticket, with what was found; the first answer stands until it is put right.',
    callers: 'STAFF',
    input: z.object({ ticketId: Id, outcome: z.enum(TICKET_OUTCOMES), text: requiredWords(300) }),
    output: z.object({ ticket: StaffTicket }),
    errors: ['not_found', 'conflict'],
  }),
};
