import type { LocalDate } from '@shared/calendar';
import type { Payer } from '@shared/payments';
import { statement } from '../../adapters';
import type { LoadedCase } from '../cases/case-store';
import type { Ctx } from '../context';
import { openPayment, type PaymentSaid } from './sealed';

/** One of a family by whose ID number what came is found. */
export interface Person {
  key: string;
  name: string;
  digest: Buffer;
}

/** A payment that reached a family, and whom of it. */
export interface FamilyPayment extends Pick<PaymentSaid, 'item' | 'cardTail' | 'period' | 'quantity'> {
  id: string;
  payer: Payer;
  /** Code of the policy, where the item is known by name. */
  policy: string | null;
  paidOn: LocalDate;
  fen: number;
  member: Pick<Person, 'key' | 'name'>;
}

interface PaymentRecord {
  id: string;
  member: number;
  payer: Payer;
  policy: string | null;
  paid_on: string;
  amount_fen: string;
  key_id: string;
  sealed: Buffer;
}

/** The newest first; `member` is the place of the digest in the question, from 1. */
const findBetween = statement<PaymentRecord>(
  'payments.between',
  `SELECT p.id, d.place AS member, p.payer, p.policy, p.paid_on, p.amount_fen, p.key_id, p.sealed
     FROM unnest($2::bytea[]) WITH ORDINALITY AS d(digest, place)
     JOIN payment_received p ON p.county = $1 AND p.digest = d.digest
    WHERE p.paid_on >= $3::date AND p.paid_on <= $4::date
    ORDER BY p.paid_on DESC, p.id DESC LIMIT 1000`,
);

const sumBetween = statement<{ fen: string }>(
  'payments.sumBetween',
  `SELECT coalesce(sum(amount_fen), 0) AS fen FROM payment_received
    WHERE county = $1 AND digest = ANY ($2::bytea[]) AND paid_on >= $3::date AND paid_on <= $4::date`,
);

/** Those of a family whose ID numbers are known: the members of its visit, else the head of its report. */
export function peopleOf(ctx: Pick<Ctx, 'keys'>, { case: c }: LoadedCase): Person[] {
  const members = c.members.length > 0 ? c.members : [{ key: 'head', name: c.headName, idNo: c.report.idNo }];
  return members.flatMap(({ key, name, idNo }) =>
    idNo === null ? [] : [{ key, name, digest: ctx.keys.blindIndex('ID', idNo.slice(0, 18)) }],
  );
}

/**
 * What payers reported of a family from one day to another, both included, the newest first. Payments lie with the
 * county: they are found by the family's own hashes, never by a place or a name.
 */
export async function paymentsBetween(
  ctx: Ctx,
  loaded: LoadedCase,
  from: LocalDate,
  to: LocalDate,
): Promise<FamilyPayment[]> {
  const { county } = loaded;
  const people = peopleOf(ctx, loaded);
  const digests = people.map(({ digest }) => digest);
  const rows = await ctx.db.within(county, () => ctx.db.rows(findBetween, [county, digests, from, to]));
  return rows.map((row) => {
    const { item, cardTail, period, quantity } = openPayment(ctx, county, row);
    const person = people[Number(row.member) - 1];
    if (person === undefined) throw new Error('A payment of nobody');
    return {
      id: row.id,
      payer: row.payer,
      policy: row.policy,
      paidOn: row.paid_on,
      fen: Number(row.amount_fen),
      item,
      cardTail,
      period,
      quantity,
      member: { key: person.key, name: person.name },
    };
  });
}

/** The sum of what payers reported of a family from one day to another, both included, in fen. */
export async function receivedBetween(
  ctx: Ctx,
  loaded: LoadedCase,
  from: LocalDate,
  to: LocalDate,
): Promise<number> {
  const { county } = loaded;
  const digests = peopleOf(ctx, loaded).map(({ digest }) => digest);
  const sum = await ctx.db.within(county, () => ctx.db.first(sumBetween, [county, digests, from, to]));
  return Number(sum?.fen ?? 0);
}
