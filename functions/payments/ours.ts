import { contract } from '@shared/contract';
import { PAYER_LABELS } from '@shared/messages/payments';
import { getOwnCase } from '../runtime/cases/own-case';
import { paymentsBetween, peopleOf } from '../runtime/payments/of-family';
import { handle } from '../runtime/use-case';
import * as sql from './payments.sql';

/** What reached a family in a year: only what payers reported, only of those whose ID numbers its own case carries. */
export const ours = handle(contract.payments.ours, async (ctx, { caseId, year }) => {
  const loaded = await getOwnCase(ctx, caseId);
  const { county } = loaded;
  const found = await paymentsBetween(ctx, loaded, `${year}-01-01`, `${year}-12-31`);
  const digests = peopleOf(ctx, loaded).map(({ digest }) => digest);
  const years = await ctx.db.within(county, () => ctx.db.rows(sql.sumYears, [county, digests]));
  const disputes = await ctx.db.rows(sql.findDisputes, [county, caseId]);
  const payments = found.map(({ policy: _, payer, ...one }) => {
    const dispute = disputes.find(({ payment }) => payment === one.id);
    return {
      ...one,
      payer: PAYER_LABELS[payer],
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
