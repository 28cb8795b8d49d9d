import { objectionProgress } from '@shared/casework';
import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { objectionOfCode } from './by-code';
import { notedOfCode } from './lists';

/** How far an objection has come, for whoever holds its number: nobody is asked who he is. */
export const answer = handle(contract.objections.answer, async (ctx, input) => {
  const noted = await ctx.db.within(input.village, () => notedOfCode(ctx, input));
  if (noted !== null) return noted.progress;
  return objectionOfCode(ctx, input, ({ profile }, found) => objectionProgress(found, profile));
});
