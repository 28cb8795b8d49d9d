import type { StaffRole } from '@shared/access';
import { contract } from '@shared/contract';
import { audit } from '../runtime/audit';
import { insertOutbox } from '../runtime/cases/cases.sql';
import { releaseClaimsOf } from '../runtime/cases/claims';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { callerOf } from '../runtime/identify';
import type { ServiceWork } from '../runtime/service-work';
import { handle } from '../runtime/use-case';
import { isWaiting, requireAdministrator } from './administrator';
import { countIn, giveBack, type Owed, owedBy } from './give-back';
import { holdingsOf, NOTHING } from './holdings';
import * as sql from './staff.sql';

type Post = { role: StaffRole; region: string } | null;

/**
 * Ends the service of a person in one transaction: posts and sessions end with it, what was lent comes back, cases in
 * hand wait in their queues again, visits that were owed and families that were helped wait for another name, and each
 * office hears what somebody else must take up. Grants are read with every
 * call, so the next one, by whatever door, finds none.
 */
export const end = handle(contract.staff.end, async (ctx, { county, staffId, post, why }) => {
  requireAdministrator(ctx, county);
  if (staffId === ctx.caller.personId) throw new Failure('conflict', 'NOT_YOURSELF');
  // An administrator reads no case, and so works inside no region: whoever serves is the county's to end.
  return ctx.db.within(county, async () => {
    await ctx.db.rows(sql.lockCounty, [county]);
    const done = isWaiting(staffId)
      ? await endWaiting(ctx, county, staffId, post)
      : await endServing(ctx, county, staffId, post);
    const what = post === null ? 'ends' : `ends ${post.role} ${post.region}`;
    const { cases, visits, families, errands } = done;
    const detail = `${what}: ${cases} cases, ${visits} visits, ${families} families, ${errands} errands back`;
    await audit(ctx, { what: 'SERVICE', county, caseId: staffId, detail, why });
    return done;
  });
});

const partOf = (post: Post) => [post?.role ?? null, post?.region ?? null];

/** On the list, never here: there is nothing but the entry. */
async function endWaiting(ctx: Ctx, county: string, staffId: string, post: Post) {
  const said = [county, staffId, ...partOf(post), ctx.now, ctx.caller.personId];
  const [first] = await ctx.db.rows(sql.endWaiting, said);
  if (first === undefined) throw new Failure('not_found', 'STAFF_NOT_SERVING');
  return { name: first.name, ...NOTHING };
}

async function endServing(ctx: Ctx, county: string, personId: string, post: Post) {
  const held = await ctx.db.rows(sql.lockGrants, [county, personId, ctx.today]);
  const ending = held.filter(
    ({ role, region }) => post === null || (role === post.role && region === post.region),
  );
  const [first] = ending;
  if (first === undefined) throw new Failure('not_found', 'STAFF_NOT_SERVING');
  const stay = held.filter((one) => !ending.includes(one));
  const owed = await owedBy(ctx, county, personId, ending, stay);
  const had = await holdingsOf(ctx, county, personId, ending, owed);
  for (const { role, region } of ending)
    await ctx.db.write(sql.endGrant, [county, personId, role, region, ctx.today]);
  const said = [county, personId, ...partOf(post), ctx.now, ctx.caller.personId];
  await ctx.db.write(sql.endEntriesOfPerson, said);
  const cases = await releaseClaimsOf(ctx, county, personId);
  const places = await giveBack(ctx, county, { personId, name: first.name }, owed);
  await ctx.db.as(personId, () => ctx.db.write(sql.endLent, [county, personId, ...partOf(post), ctx.now]));
  const left = await callerOf(ctx, ctx.db, { id: personId, name: first.name });
  // With nothing left to serve, every door closes: sessions end, and the number may be given to somebody else.
  if (left.grants.every(({ onBehalfOf }) => onBehalfOf !== undefined)) {
    await ctx.db.write(sql.revokeSessions, [personId, ctx.clock.wall()]);
    await ctx.db.write(sql.unbindPhone, [personId]);
  }
  await tellOffices(ctx, county, personId, ending, { cases, owed, places });
  return { ...had, name: first.name, cases };
}

/** Puts into the outbox what each office has to know: those served, and those that name somebody else. */
async function tellOffices(
  ctx: Ctx,
  county: string,
  personId: string,
  ending: readonly sql.PostRow[],
  { cases, owed, places }: { cases: number; owed: Owed; places: ReadonlySet<string> },
): Promise<void> {
  const served = new Set(ending.map((post) => post.region));
  const works: ServiceWork[] = [];
  for (const region of new Set([...served, ...places])) {
    const here = ending.filter((post) => post.region === region);
    const { errands } = await holdingsOf(ctx, county, personId, here, owed);
    const returned = served.has(region) ? cases : 0;
    works.push({ personId, at: ctx.now, region, returned, ...countIn(region, owed), errands });
  }
  const payloads = works.map((work) => JSON.stringify(work));
  await ctx.db.write(insertOutbox, [county, 'SERVICE_ENDED', ctx.clock.wall(), payloads, null]);
}
