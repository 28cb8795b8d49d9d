import type { PaymentRow } from '@shared/payments';
import type { Ctx } from '../context';

/** What is sealed of a payment: for whom, what, and what was said of it. */
export type PaymentSaid = Pick<PaymentRow, 'name' | 'item' | 'period' | 'quantity' | 'note'> & {
  cardTail: string;
};

const placeOf = (county: string, id: string) => `payment/${county}/${id}`;

export function sealPayment(ctx: Ctx, county: string, id: string, said: PaymentSaid) {
  const { name, item, period, quantity, note, cardTail } = said;
  return ctx.keys.seal(JSON.stringify({ name, item, period, quantity, note, cardTail }), placeOf(county, id));
}

export function openPayment(
  ctx: Ctx,
  county: string,
  row: { id: string; key_id: string; sealed: Buffer },
): PaymentSaid {
  const text = ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, placeOf(county, row.id));
  return JSON.parse(text) as PaymentSaid;
}
