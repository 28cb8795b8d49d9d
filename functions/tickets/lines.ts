import { PAYER_LABELS } from '@shared/messages/payments';
import { PAYERS } from '@shared/payments';
import { departmentNamed, departmentOf, type TicketLine } from '@shared/tickets';
import { findCards } from '../runtime/cards/cards.sql';
import { openCard } from '../runtime/cards/make';
import type { LoadedCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { peopleOf } from '../runtime/payments/of-family';
import { openPayment } from '../runtime/payments/sealed';
import { inForceAt } from '../runtime/policies-in-force';
import type { SaidLine } from '../runtime/tickets';
import * as sql from './tickets.sql';

/** A line, and which department has to answer for it. */
type Line = SaidLine & { department: string | null };

/** The line that a family means. @throws Failure not_found when it is none of its own */
export async function lineOf(ctx: Ctx, loaded: LoadedCase, kind: TicketLine, lineId: string): Promise<Line> {
  const found = await FIND[kind](ctx, loaded, lineId);
  if (found === null) throw new Failure('not_found', 'NOT_FOUND');
  return found;
}

const FIND: Record<TicketLine, (ctx: Ctx, loaded: LoadedCase, id: string) => Promise<Line | null>> = {
  async PAYMENT(ctx, loaded, id) {
    const { county } = loaded;
    const people = peopleOf(ctx, loaded);
    const digests = people.map(({ digest }) => digest);
    // Payments lie with the county: found by the family's own hashes.
    const row = await ctx.db.within(county, () => ctx.db.first(sql.findPayment, [county, id, digests]));
    const payer = PAYERS.find((one) => one === row?.payer);
    if (row === undefined || payer === undefined) return null;
    const { item, cardTail } = openPayment(ctx, county, row);
    return {
      title: item,
      fen: Number(row.amount_fen),
      on: row.paid_on,
      payer: PAYER_LABELS[payer],
      member: people[row.member - 1]?.name ?? '',
      cardTail,
      department: departmentOf(payer),
    };
  },

  async POLICY(ctx, { case: c }, code) {
    const policy = (await inForceAt(ctx, c.village)).find((one) => one.code === code);
    if (policy === undefined) return null;
    const { name, payer } = policy;
    return {
      title: name,
      fen: null,
      on: null,
      payer,
      member: c.headName,
      cardTail: '',
      department: departmentNamed(payer, PAYER_LABELS),
    };
  },

  async MEASURE(ctx, { county, case: c }, id) {
    const [newest] = await ctx.db.rows(findCards, [county, c.id]);
    const card = newest && openCard(ctx, county, newest);
    const line = card?.lines.find((one) => one.kind === 'MEASURE' && one.id === id);
    if (line === undefined) return null;
    const { title, fen, on, payer } = line;
    const department = departmentNamed(payer, PAYER_LABELS);
    return { title, fen, on, payer, member: c.headName, cardTail: '', department };
  },
};
