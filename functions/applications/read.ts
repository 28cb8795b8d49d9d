import { contract } from '@shared/contract';
import { householdAnswer } from '../runtime/cases/answers';
import { getCase } from '../runtime/cases/on-case';
import { handle } from '../runtime/use-case';
import { findOwnCases } from './applications.sql';

/** Cases of which the caller is a party, newest first. */
export const mine = handle(contract.applications.mine, async (ctx) => {
  const own = await ctx.db.rows(findOwnCases, [ctx.caller.personId]);
  const cases = [];
  for (const { case_id } of own) cases.push(await householdAnswer(ctx, await getCase(ctx, case_id, 'PARTY')));
  return { cases };
});

/** The family's view of its case. */
export const get = handle(contract.applications.get, async (ctx, { caseId }) => ({
  case: await householdAnswer(ctx, await getCase(ctx, caseId, 'PARTY')),
}));
