import { contract } from '@shared/contract';
import { findCaseIn } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { isWaiting, requireAdministrator } from './administrator';
import * as sql from './staff.sql';

export const NOTHING = { cases: 0, visits: 0, errands: 0, lent: 0 };

/** What somebody has in hand, before the service is ended: numbers, no families. */
export const holdings = handle(contract.staff.holdings, async (ctx, { county, staffId }) => {
  requireAdministrator(ctx, county);
  if (isWaiting(staffId)) return NOTHING;
  return ctx.db.within(county, async () => {
    const posts = await ctx.db.rows(sql.lockGrants, [county, staffId, ctx.today]);
    if (posts.length === 0) throw new Failure('not_found', 'STAFF_NOT_SERVING');
    return holdingsOf(ctx, county, staffId, posts);
  });
});

export async function holdingsOf(ctx: Ctx, county: string, personId: string, posts: readonly sql.PostRow[]) {
  const visits = await visitsOf(ctx, county, personId, posts);
  const grid = posts.filter(({ role }) => role === 'GRID').map(({ region }) => region);
  const counted = await ctx.db.first(sql.countHoldings, [county, personId, ctx.today, grid]);
  return { ...NOTHING, ...counted, visits: visits.length };
}

/** Cases in some places that wait for a visit or a second look by this person, who has not handed it in. */
export async function visitsOf(
  ctx: Ctx,
  county: string,
  personId: string,
  posts: readonly Pick<sql.PostRow, 'region'>[],
): Promise<string[]> {
  const found: string[] = [];
  const places = posts.map(({ region }) => region);
  for (const { id } of await ctx.db.rows(sql.findVisiting, [county, places])) {
    const c = (await findCaseIn(ctx, county, id))?.case;
    if (c === undefined) continue;
    const [sent, done] =
      c.state === 'REVIEW'
        ? [c.review?.verifiers ?? [], c.review?.findings ?? []]
        : [c.verifiers, c.verification?.signatures ?? []];
    const isSent = sent.some((one) => one.personId === personId);
    if (isSent && !done.some(({ actor }) => actor.personId === personId)) found.push(id);
  }
  return found;
}
