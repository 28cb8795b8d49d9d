import { rolesOn } from '@shared/access';
import type { LocalDate } from '@shared/calendar';
import { contract } from '@shared/contract';
import { householdAnswer } from '../runtime/cases/answers';
import { getCase } from '../runtime/cases/on-case';
import { receivedBetween } from '../runtime/payments/of-family';
import { handle } from '../runtime/use-case';
import { findOwnCases } from './applications.sql';

/** Cases of which the caller is a party, newest first, each with what reached the family this year where it is the caller's own. */
export const mine = handle(contract.applications.mine, async (ctx) => {
  const own = await ctx.db.rows(findOwnCases, [ctx.caller.personId]);
  const cases = [];
  for (const { case_id } of own) {
    const loaded = await getCase(ctx, case_id, 'PARTY');
    const isFamily = rolesOn(loaded.case, ctx.caller).includes('HOUSEHOLD');
    const receivedFen = isFamily ? await receivedBetween(ctx, loaded, ...yearOf(ctx.today)) : null;
    cases.push({ ...(await householdAnswer(ctx, loaded)), receivedFen });
  }
  return { cases };
});

/** First and last day of the year of a day. */
const yearOf = (day: LocalDate): [LocalDate, LocalDate] => [
  `${day.slice(0, 4)}-01-01`,
  `${day.slice(0, 4)}-12-31`,
];

/** The family's view of its case. */
export const get = handle(contract.applications.get, async (ctx, { caseId }) => ({
  case: await householdAnswer(ctx, await getCase(ctx, caseId, 'PARTY')),
}));
