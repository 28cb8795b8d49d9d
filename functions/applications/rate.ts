import { contract } from '@shared/contract';
import { householdAnswer } from '../runtime/cases/answers';
import { getCase, perform } from '../runtime/cases/on-case';
import { handle } from '../runtime/use-case';
import { insertRating } from './applications.sql';

/** The words stay with the case; the stars are counted for the office without saying whose they are. */
export const rate = handle(contract.applications.rate, async (ctx, { caseId, stars, words }) => {
  const loaded = await getCase(ctx, caseId, 'PARTY');
  const after = await perform(ctx, loaded, { type: 'rate', stars, words });
  await ctx.db.write(insertRating, [loaded.county, caseId, loaded.case.village, stars, ctx.now]);
  return { case: await householdAnswer(ctx, after) };
});
