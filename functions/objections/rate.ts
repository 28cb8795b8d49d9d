import { contract } from '@shared/contract';
import { performBySystem } from '../runtime/cases/on-case';
import { handle } from '../runtime/use-case';
import { objectionOfCode } from './by-code';
import { rateNoted } from './lists';

/** Whoever holds the number says once whether the answer will do. @throws Failure not_found, bad_input when it was said */
export const rate = handle(contract.objections.rate, async (ctx, { satisfied, ...input }) => {
  const rated = await ctx.db.within(input.village, () => rateNoted(ctx, input, satisfied));
  if (rated) return {};
  return objectionOfCode(ctx, input, async (loaded, { id }) => {
    await performBySystem(ctx, loaded, { type: 'rateObjection', objectionId: id, satisfied });
    return {};
  });
});
