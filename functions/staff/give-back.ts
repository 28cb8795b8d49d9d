import { owesVisit } from '@shared/casework';
import { owesLook } from '@shared/elimination';
import { findCaseIn, type LoadedCase } from '../runtime/cases/case-store';
import { performBySystem } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { findExit, type LoadedExit } from '../runtime/register/exit-store';
import { giveBackLook } from '../runtime/register/on-exit';
import * as sql from './staff.sql';

/** What a person was sent to do and nobody else does: it hangs on posts that end, or on none that stay. */
export interface Owed {
  /** Families to visit, at first or again after a refusal. */
  visits: LoadedCase[];
  /** Families to look at before they go off the list. */
  looks: LoadedExit[];
  /** Families of which this person is the helper. */
  families: { case_id: string; village: string }[];
}

type Post = Pick<sql.PostRow, 'role' | 'region'>;

/** Who is sent to look at families (domain.md 1.4): of these posts alone may a visit hang. */
const SENT = new Set<string>(['VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER']);
const within = (posts: readonly Post[]) => (village: string) =>
  posts.some(({ region }) => village.startsWith(region));

/**
 * What is owed where posts end and no other post of the person goes on. Reads in the county's scope.
 * @param stay posts that the person keeps
 */
export async function owedBy(
  ctx: Ctx,
  county: string,
  personId: string,
  ending: readonly Post[],
  stay: readonly Post[],
): Promise<Owed> {
  const kept = within(stay);
  const isFree = ({ village }: { village: string }) => !kept(village);
  const places = ending.filter(({ role }) => SENT.has(role)).map(({ region }) => region);
  const visits: LoadedCase[] = [];
  for (const { id } of (await ctx.db.rows(sql.findVisiting, [county, places])).filter(isFree)) {
    const loaded = await findCaseIn(ctx, county, id);
    if (loaded !== null && owesVisit(loaded.case, personId)) visits.push(loaded);
  }
  const looks: LoadedExit[] = [];
  for (const { id } of (await ctx.db.rows(sql.findLooking, [county, places])).filter(isFree)) {
    const found = await findExit(ctx, id);
    if (found !== null && owesLook(found.exit, personId)) looks.push(found);
  }
  const families = (await ctx.db.rows(sql.findHelping, [county, personId])).filter(isFree);
  return { visits, looks, families };
}

/**
 * Gives it back: nobody is sent there any more, and the families are without a helper until another is named. Runs in
 * the transaction that ends the service, in the county's scope. Gives the places whose offices name somebody else.
 */
export async function giveBack(
  ctx: Ctx,
  county: string,
  { personId, name }: { personId: string; name: string },
  { visits, looks, families }: Owed,
): Promise<Set<string>> {
  const places = new Set([
    ...looks.map(({ loaded }) => loaded.case.village),
    ...families.map((f) => f.village),
  ]);
  for (const loaded of visits) {
    const { state, village } = loaded.case;
    // After a refusal the township says who looks again; at first the village does.
    places.add(state === 'REVIEW' ? village.slice(0, 9) : village);
    await performBySystem(ctx, loaded, { type: 'giveBackVisit', personId, name });
  }
  for (const found of looks) await giveBackLook(ctx, found, { personId, name });
  await ctx.db.write(sql.endHelping, [county, personId, families.map((f) => f.case_id), ctx.now]);
  return places;
}

/** How much of it lies in a place. */
export function countIn(region: string, { visits, looks, families }: Owed) {
  const here = (village: string) => village.startsWith(region);
  return {
    visits:
      visits.filter((one) => here(one.case.village)).length +
      looks.filter(({ loaded }) => here(loaded.case.village)).length,
    families: families.filter(({ village }) => here(village)).length,
  };
}
