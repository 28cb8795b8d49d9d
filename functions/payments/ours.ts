import { contract } from '@shared/contract';
import { DISPUTE_LABELS, PAYER_LABELS } from '@shared/messages/payments';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getOwnCase } from '../runtime/cases/own-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { askVillage } from '../runtime/family-requests';
import { handle } from '../runtime/use-case';
import * as sql from './payments.sql';
import { openPayment } from './sealed';

interface Person {
  key: string;
  name: string;
  digest: Buffer;
}

/** What reached a family in a year: only what payers reported, only of those whose ID numbers its own case carries. */
export const ours = handle(contract.payments.ours, async (ctx, { caseId, year }) => {
  const loaded = await getOwnCase(ctx, caseId);
  const { county } = loaded;
  const people = peopleOf(ctx, loaded);
  const digests = people.map(({ digest }) => digest);
  const from = `${year}-01-01`;
  // Payments lie with the county: found by the family's own hashes, never by a place or a name.
  const { rows, years } = await ctx.db.within(county, async () => ({
    rows: await ctx.db.rows(sql.findOfYear, [county, digests, from]),
    years: await ctx.db.rows(sql.sumYears, [county, digests]),
  }));
  const disputes = await ctx.db.rows(sql.findDisputes, [county, caseId]);
  const payments = rows.map((row) => {
    const { item, cardTail, period, quantity } = openPayment(ctx, county, row);
    const person = people[Number(row.member) - 1];
    if (person === undefined) throw new Error('A payment of nobody');
    const dispute = disputes.find(({ payment }) => payment === row.id);
    return {
      id: row.id,
      item,
      fen: Number(row.amount_fen),
      paidOn: row.paid_on,
      payer: PAYER_LABELS[row.payer],
      member: { key: person.key, name: person.name },
      cardTail,
      period,
      quantity,
      dispute: dispute === undefined ? null : { dueOn: dispute.due_on, open: dispute.outcome === null },
    };
  });
  return {
    today: ctx.today,
    year,
    sumFen: payments.reduce((sum, { fen }) => sum + fen, 0),
    payments,
    years: years.map((one) => ({ year: one.year, sumFen: Number(one.fen), times: one.times })),
  };
});

/** 「不对？」: the village answers by a date, as to anything that a family says is wrong. */
export const dispute = handle(contract.payments.dispute, async (ctx, { caseId, paymentId, what, text }) => {
  const loaded = await getOwnCase(ctx, caseId);
  const digests = peopleOf(ctx, loaded).map(({ digest }) => digest);
  const found = await ctx.db.within(loaded.county, () =>
    ctx.db.first(sql.findOne, [loaded.county, paymentId, digests]),
  );
  if (found === undefined) throw new Failure('not_found', 'NOT_FOUND');
  const said = text === '' ? DISPUTE_LABELS[what] : `${DISPUTE_LABELS[what]}：${text}`;
  const { dueOn } = await askVillage(ctx, loaded, {
    kind: 'PAYMENT',
    fact: paymentId,
    memberKey: null,
    text: said,
  });
  return { dueOn };
});

/** Those of a family whose ID numbers are known: the members of its visit, else the head of its report. */
function peopleOf(ctx: Ctx, { case: c }: LoadedCase): Person[] {
  const members = c.members.length > 0 ? c.members : [{ key: 'head', name: c.headName, idNo: c.report.idNo }];
  return members.flatMap(({ key, name, idNo }) =>
    idNo === null ? [] : [{ key, name, digest: ctx.keys.blindIndex('ID', idNo.slice(0, 18)) }],
  );
}
