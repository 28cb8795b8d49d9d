import { CLUE_REPORTERS, clueRole } from '@shared/clues';
import { contract } from '@shared/contract';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findFamilies } from './clues.sql';

/** Families whom a cadre of the village may mean: those that have no open case. */
export const families = handle(contract.clues.families, async (ctx, { village }) => {
  if (clueRole(ctx.caller, village, CLUE_REPORTERS) === undefined)
    throw new Failure('not_found', 'NOT_FOUND');
  await ctx.db.enter(village);
  const rows = await ctx.db.rows(findFamilies, [village.slice(0, 6), village]);
  return {
    families: rows.map(({ id, head_name, village_group, included }) => ({
      caseId: id,
      headName: head_name,
      group: village_group,
      included,
    })),
  };
});
