import { contract } from '@shared/contract';
import { countyOf } from '@shared/regions';
import { statement } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findRegionNames } from '../runtime/villages.sql';

const insertFollow = statement(
  'follow.insert',
  `INSERT INTO village_follow (county, person_id, village, since) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
);
const deleteFollow = statement(
  'follow.delete',
  'DELETE FROM village_follow WHERE county = $1 AND person_id = $2 AND village = $3',
);
const findFollow = statement<{ since: string }>(
  'follow.find',
  'SELECT since FROM village_follow WHERE county = $1 AND person_id = $2 AND village = $3',
);

/** Whether the caller is told when something new hangs in a village. */
export const following = handle(contract.notices.following, (ctx, { village }) => stateOf(ctx, village));

/** Begins to follow a village, or stops. @throws Failure not_found for no village */
export const follow = handle(contract.notices.follow, async (ctx, { village, on }) => {
  const [known] = await ctx.db.rows(findRegionNames, [[village]]);
  if (known === undefined) throw new Failure('not_found', 'VILLAGE_UNKNOWN');
  const own = [countyOf(village), ctx.caller.personId, village];
  if (on) await ctx.db.write(insertFollow, [...own, ctx.now]);
  else await ctx.db.write(deleteFollow, own);
  return stateOf(ctx, village);
});

async function stateOf(ctx: Ctx, village: string): Promise<{ on: boolean }> {
  const own = [countyOf(village), ctx.caller.personId, village];
  return { on: (await ctx.db.first(findFollow, own)) !== undefined };
}
