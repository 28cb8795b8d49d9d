import { contract } from '@shared/contract';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { isWaiting, requireAdministrator } from './administrator';
import { countIn, type Owed, owedBy } from './give-back';
import * as sql from './staff.sql';

export const NOTHING = { cases: 0, visits: 0, families: 0, errands: 0, lent: 0 };

/** What somebody has in hand, before the service is ended: numbers, no families. */
export const holdings = handle(contract.staff.holdings, async (ctx, { county, staffId }) => {
  requireAdministrator(ctx, county);
  if (isWaiting(staffId)) return NOTHING;
  return ctx.db.within(county, async () => {
    const posts = await ctx.db.rows(sql.lockGrants, [county, staffId, ctx.today]);
    if (posts.length === 0) throw new Failure('not_found', 'STAFF_NOT_SERVING');
    return holdingsOf(ctx, county, staffId, posts, await owedBy(ctx, county, staffId, posts, []));
  });
});

/** The same of some posts, where it is known already what is owed on them. */
export async function holdingsOf(
  ctx: Ctx,
  county: string,
  personId: string,
  posts: readonly sql.PostRow[],
  owed: Owed,
) {
  const grid = posts.filter(({ role }) => role === 'GRID').map(({ region }) => region);
  const counted = await ctx.db.first(sql.countHoldings, [county, personId, ctx.today, grid]);
  return { ...NOTHING, ...counted, ...countIn(county, owed) };
}
