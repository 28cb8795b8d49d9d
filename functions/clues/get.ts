import { contract } from '@shared/contract';
import { countyOfId } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { type ClueRecord, findClue } from './clues.sql';
import { clueView } from './view';

/**
 * A clue of a region in which the caller serves; the transaction then stays in that region.
 * @throws Failure not_found for every other
 */
export async function getClue(ctx: Ctx, clueId: string): Promise<ClueRecord> {
  const county = countyOfId(clueId);
  if (county !== undefined)
    for (const region of ctx.scopes.filter((scope) => scope.startsWith(county))) {
      await ctx.db.enter(region);
      const found = await ctx.db.first(findClue, [county, clueId]);
      if (found !== undefined) return found;
    }
  throw new Failure('not_found', 'NOT_FOUND');
}

export const get = handle(contract.clues.get, async (ctx, { clueId }) => ({
  clue: clueView(ctx, await getClue(ctx, clueId)),
}));
