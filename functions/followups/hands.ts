import { rolesOn, type StaffRole, standingsOn } from '@shared/access';
import { mayRead } from '@shared/casework';
import { hasLeft } from '@shared/register';
import { findCase, type LoadedCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { findHelpedCase, isHelperOf } from '../runtime/help/helper';
import { lockFamily } from '../runtime/register/follow-ups.sql';
import { type Followed, getFollowed } from '../runtime/register/followed';

/** A case, and whether the caller is the helper of its family now. */
export interface Opened {
  loaded: LoadedCase;
  helps: boolean;
}

/** A family on the register for staff: with all that is known of it. */
export interface OpenFamily extends Followed {
  helps: boolean;
}

/**
 * The case of a family for the staff of its region and for whoever helps it now; the family itself has pages of its own.
 * @throws Failure not_found when the caller may not know of it, forbidden for the family
 */
export async function openCase(ctx: Ctx, caseId: string): Promise<Opened> {
  const loaded = await findCase(ctx, caseId);
  if (loaded !== null && mayRead(loaded.case, ctx.caller)) {
    if (rolesOn(loaded.case, ctx.caller).some((role) => role === 'HOUSEHOLD' || role === 'PROXY'))
      throw new Failure('forbidden', 'ROLE_MAY_NOT');
    return { loaded, helps: await isHelperOf(ctx, caseId) };
  }
  const helped = await findHelpedCase(ctx, caseId);
  if (helped === null) throw new Failure('not_found', 'NOT_FOUND');
  return { loaded: helped, helps: true };
}

/** The same with its entry and its facts. @throws Failure not_found too for a family that is on no register */
export async function openFamily(ctx: Ctx, caseId: string): Promise<OpenFamily> {
  return withFacts(ctx, await openCase(ctx, caseId));
}

/** The entry is its village's to read; of facts the database shows a helper those of the families that are assigned now. */
export async function withFacts(ctx: Ctx, { loaded, helps }: Opened): Promise<OpenFamily> {
  const followed = await ctx.db.within(loaded.case.village, () => getFollowed(ctx, loaded));
  return { ...followed, helps };
}

/** A family on the register for staff who are about to write: one at a time, and nothing of a family that has left. */
export async function getToWrite(
  ctx: Ctx,
  caseId: string,
  roles: readonly StaffRole[],
): Promise<OpenFamily & Hand> {
  const opened = await openCase(ctx, caseId);
  const hand = handOf(ctx, opened, roles);
  if (hand === null) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  await ctx.db.first(lockFamily, [caseId]);
  const followed = await withFacts(ctx, opened);
  if (hasLeft(followed.entry.status)) throw new Failure('conflict', 'HOUSEHOLD_LEFT');
  return { ...followed, ...hand };
}

export interface Hand {
  role: StaffRole;
  /** Everybody who answers for what is done: nobody of them signs the next level. */
  hands: string[];
}

/**
 * In which of these roles the caller acts on a case, the first of them; null in none. Who helps the family is its HELPER,
 * whatever office that is, and nobody else is. Relatives of the family do nothing here (domain.md 1.1, 回避).
 */
export function handOf(
  ctx: Ctx,
  { loaded: { case: c }, helps }: Opened,
  roles: readonly StaffRole[],
): Hand | null {
  const isKin = (personId: string | undefined) => c.kin.some((one) => one.personId === personId);
  if (isKin(ctx.caller.personId)) return null;
  const standings = standingsOn(c, ctx.caller).filter(({ onBehalfOf }) => !isKin(onBehalfOf?.personId));
  for (const role of roles) {
    if (role === 'HELPER') {
      if (helps) return { role, hands: [ctx.caller.personId] };
      continue;
    }
    const standing = standings.find((one) => one.role === role);
    if (standing !== undefined) {
      const stead = standing.onBehalfOf?.personId;
      return { role, hands: [ctx.caller.personId, ...(stead === undefined ? [] : [stead])] };
    }
  }
  return null;
}
