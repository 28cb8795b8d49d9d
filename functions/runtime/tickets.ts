import type { Ctx } from './context';

/** A line as it stood when the family spoke of it. */
export interface SaidLine {
  title: string;
  fen: number | null;
  on: string | null;
  /** Who paid, in words. */
  payer: string;
  /** To whom of the family, by name. */
  member: string;
  cardTail: string;
}

/** What is sealed of a ticket: the line, the group of the family, and its words. */
export interface TicketSaid {
  line: SaidLine;
  group: string;
  text: string;
}

interface Sealed {
  county: string;
  id: string;
  key_id: string;
  sealed: Buffer;
}

const saidAt = (county: string, id: string) => `line_ticket/${county}/${id}/said`;
const answeredAt = (county: string, id: string) => `line_ticket/${county}/${id}/answer`;

export const sealTicket = (ctx: Ctx, county: string, id: string, said: TicketSaid) =>
  ctx.keys.seal(JSON.stringify(said), saidAt(county, id));

export const sealTicketAnswer = (ctx: Ctx, county: string, id: string, text: string) =>
  ctx.keys.seal(text, answeredAt(county, id));

export function openTicket(ctx: Ctx, { county, id, key_id, sealed }: Sealed): TicketSaid {
  return JSON.parse(ctx.keys.open({ keyId: key_id, bytes: sealed }, saidAt(county, id))) as TicketSaid;
}

/** The words of an answer; empty while there is none. */
export function openTicketAnswer(
  ctx: Ctx,
  row: { county: string; id: string; answer_key: string | null; answer: Buffer | null },
): string {
  const { county, id, answer_key, answer } = row;
  if (answer_key === null || answer === null) return '';
  return ctx.keys.open({ keyId: answer_key, bytes: answer }, answeredAt(county, id));
}
