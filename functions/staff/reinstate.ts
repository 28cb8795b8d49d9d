import { contract } from '@shared/contract';
import { newId } from '../adapters';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { phonePlace, requireAdministrator } from './administrator';
import * as sql from './staff.sql';

/**
 * A service that was ended by mistake begins anew: the posts that ended last, from today. What had gone back to the
 * queues stays there; sessions stay ended.
 */
export const reinstate = handle(contract.staff.reinstate, async (ctx, { county, staffId, why }) => {
  requireAdministrator(ctx, county);
  if (staffId === ctx.caller.personId) throw new Failure('conflict', 'NOT_YOURSELF');
  return ctx.db.within(county, async () => {
    await ctx.db.rows(sql.lockCounty, [county]);
    const posts = await ctx.db.rows(sql.findEnded, [county, staffId, ctx.today]);
    const [first] = posts;
    if (first === undefined) throw new Failure('not_found', 'STAFF_NOT_LEFT');
    for (const { role, region, department } of posts)
      await ctx.db.write(sql.grant, [county, staffId, role, region, ctx.today, department]);
    await listAgain(ctx, county, staffId, posts);
    const detail = `begins anew: ${posts.map(({ role, region }) => `${role} ${region}`).join(', ')}`;
    await audit(ctx, { what: 'SERVICE', county, caseId: staffId, detail, why });
    return { name: first.name, posts: posts.length };
  });
});

/** The list has them again, by the number of then; not when somebody else has taken it up meanwhile. */
async function listAgain(ctx: Ctx, county: string, personId: string, posts: readonly sql.PostRow[]) {
  const entries = await ctx.db.rows(sql.findEndedEntries, [county, personId]);
  for (const { id, key_id, sealed, role, region, department, name, listed_in } of entries) {
    if (!posts.some((post) => post.role === role && post.region === region)) continue;
    const phone = ctx.keys.open({ keyId: key_id, bytes: sealed }, phonePlace(county, id));
    const digest = ctx.keys.blindIndex('PHONE', phone);
    if ((await ctx.db.rows(sql.findByPhones, [county, [digest]])).some((one) => one.person_id !== personId))
      throw new Failure('conflict', 'STAFF_PHONE_GIVEN');
    const bound = await ctx.db.rows(sql.findBinding, [digest, personId]);
    if (bound.some((one) => one.person_id !== personId)) throw new Failure('conflict', 'STAFF_PHONE_GIVEN');
    if (bound.length === 0) await ctx.db.write(sql.bindPhone, [digest, personId, ctx.clock.wall()]);
    const anew = newId(county, ctx.now);
    const own = ctx.keys.seal(phone, phonePlace(county, anew));
    const said = [name, role, region, department, listed_in, ctx.caller.personId, ctx.now, personId, ctx.now];
    await ctx.db.write(sql.insertEntry, [county, anew, digest, own.keyId, own.bytes, ...said]);
  }
}
