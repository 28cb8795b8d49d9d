import { type Actor, answerFor, levelOfRole, rolesOn, type StaffRole } from '@shared/access';
import type { Instant } from '@shared/calendar';
import { type Case, type CommandType, HELD_ACTIONS, holderOf } from '@shared/casework';
import { newId } from '../../adapters/ids';
import type { Ctx } from '../context';
import { Failure } from '../failure';
import type { LoadedCase } from './case-store';
import { insertOutbox } from './cases.sql';
import * as sql from './claims.sql';
import { desksOf } from './desks';

/** Work of the outbox: tell somebody that a case in hand came or went. */
export interface ClaimWork {
  caseId: string;
  claimId: string;
  /** Who is told. */
  personId: string;
}

export type ClaimHow = sql.ClaimRow['how'];
type Level = sql.ClaimRow['level'];

/** Roles of the office that has the case on whose desk it lies: whoever has one of them may take it in hand. */
export function claimingRoles(c: Case): { level: Level; roles: StaffRole[] } | null {
  const level = holderOf(c);
  if (level === 'NOBODY' || level === 'HOUSEHOLD') return null;
  return { level, roles: desksOf(c).filter((role) => levelOfRole(role) === level) };
}

/** Whether the caller may have this case in hand; a relative who steps back may not. */
export function mayClaim(ctx: Ctx, c: Case): boolean {
  const roles = rolesOn(c, ctx.caller);
  const isKin = c.kin.some(({ personId }) => personId === ctx.caller.personId);
  return !isKin && (claimingRoles(c)?.roles.some((role) => roles.includes(role)) ?? false);
}

/** Colleagues of that office who may have the case in hand, without the caller. */
export async function colleaguesOf(ctx: Ctx, { county, case: c }: LoadedCase) {
  const office = claimingRoles(c);
  if (office === null) return [];
  const rows = await ctx.db.rows(sql.findHolders, [county, c.village, office.roles, ctx.today]);
  const out = new Set([...c.parties, ...c.kin].map(({ personId }) => personId).concat(ctx.caller.personId));
  return rows.flatMap(({ person_id, name }) => (out.has(person_id) ? [] : [{ personId: person_id, name }]));
}

/** The claim that is open on a case, or undefined. */
export function findClaim(ctx: Ctx, { county, case: c }: LoadedCase): Promise<sql.ClaimRow | undefined> {
  return ctx.db.first(sql.findClaim, [county, c.id]);
}

/** The same, with the case held fast until the transaction ends: nobody claims or decides meanwhile. */
export async function lockClaim(ctx: Ctx, loaded: LoadedCase): Promise<sql.ClaimRow | undefined> {
  await ctx.db.rows(sql.lockCase, [loaded.county, loaded.case.id]);
  return findClaim(ctx, loaded);
}

export const whyPlace = (county: string, claimId: string) => `case_claim/${county}/${claimId}`;

/** Puts a case into somebody's hands. The database lets one claim a case stand. */
export async function putInHand(
  ctx: Ctx,
  { county, case: c }: LoadedCase,
  given: { personId: string; how: ClaimHow; why: string },
): Promise<string> {
  const level = claimingRoles(c)?.level;
  if (level === undefined) throw new Failure('conflict', 'NOT_IN_THIS_OFFICE');
  const id = newId(county, ctx.now);
  const { keyId, bytes } = ctx.keys.seal(given.why, whyPlace(county, id));
  const { personId, how } = given;
  const values = [county, c.id, id, c.village, personId, level, how, ctx.caller.personId];
  await ctx.db.write(sql.insertClaim, [...values, ctx.now, keyId, bytes]);
  await ctx.db.write(sql.setHolder, [county, c.id, personId]);
  return id;
}

/** Ends a claim: the case is nobody's until somebody else takes it. */
export async function endClaim(
  ctx: Ctx,
  { county, case: c }: LoadedCase,
  claim: Pick<sql.ClaimRow, 'id'>,
  how: 'RELEASED' | 'GIVEN' | 'TAKEN',
): Promise<void> {
  await ctx.db.write(sql.endClaim, [county, c.id, claim.id, ctx.now, how]);
  await ctx.db.write(sql.setHolder, [county, c.id, null]);
}

/** After a decision was undone: what left the caller's hands with it comes back into them. */
export async function backInHand(ctx: Ctx, loaded: LoadedCase, leftAt: Instant): Promise<void> {
  const { personId } = ctx.caller;
  if ((await ctx.db.first(sql.findLeft, [loaded.county, loaded.case.id, personId, leftAt])) === undefined)
    return;
  await putInHand(ctx, loaded, { personId, how: 'CLAIMED', why: '' });
}

/** Puts into the outbox that somebody is to hear of a claim. */
export async function queueClaimMessage(ctx: Ctx, county: string, work: ClaimWork): Promise<void> {
  await ctx.db.write(insertOutbox, [county, 'CASE_CLAIM', ctx.clock.wall(), [JSON.stringify(work)], null]);
}

/**
 * A case that goes to another office, another village or to its end is in nobody's hands there. With the family it stays:
 * it comes back. The claim is the office's, so it is ended in the county's scope, whoever moved the case.
 */
export async function releaseOnLeaving(
  ctx: Ctx,
  county: string,
  before: Case | null,
  after: Case,
): Promise<void> {
  if (before === null) return;
  const to = holderOf(after);
  if (to === 'HOUSEHOLD' || (to === holderOf(before) && after.village === before.village)) return;
  await ctx.db.within(county, async () => {
    const values = [county, after.id, to, after.village, ctx.now];
    if ((await ctx.db.write(sql.endElsewhere, values)) > 0)
      await ctx.db.write(sql.setHolder, [county, after.id, null]);
  });
}

/**
 * Whoever decides on a case that a colleague of the same office has in hand is told who that is. Who acts in the
 * holder's stead may; another office is not held up by how this one divides its work.
 * @throws Failure conflict HELD_BY_COLLEAGUE
 */
export async function requireFree(
  ctx: Ctx,
  loaded: LoadedCase,
  command: CommandType,
  actor: Actor,
): Promise<void> {
  if (!(HELD_ACTIONS as ReadonlySet<string>).has(command)) return;
  const claim = await lockClaim(ctx, loaded);
  if (claim === undefined || claim.level !== levelOfRole(actor.role)) return;
  if (answerFor(actor).includes(claim.person_id)) return;
  throw new Failure('conflict', 'HELD_BY_COLLEAGUE', { params: { name: claim.name } });
}

/**
 * A person leaves: everything in the own hands goes back to the queues of the county. Runs in the caller's transaction,
 * in the county's scope. Gives how many cases that were.
 */
export async function releaseClaimsOf(
  ctx: Pick<Ctx, 'db' | 'now'>,
  county: string,
  personId: string,
): Promise<number> {
  return ctx.db.within(county, async () => {
    const cases = (await ctx.db.rows(sql.endOfPerson, [county, personId, ctx.now])).map((row) => row.case_id);
    if (cases.length > 0) await ctx.db.write(sql.freeCases, [county, cases]);
    return cases.length;
  });
}
