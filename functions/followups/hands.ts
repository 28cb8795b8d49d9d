import { type StaffRole, standingsOn } from '@shared/access';
import { hasLeft } from '@shared/register';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { lockFamily } from '../runtime/register/follow-ups.sql';
import { type Followed, getFollowed } from '../runtime/register/followed';

/** A family on the register for staff who are about to write: one at a time, and nothing of a family that has left. */
export async function getToWrite(
  ctx: Ctx,
  caseId: string,
  roles: readonly StaffRole[],
): Promise<Followed & Hand> {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  const hand = handOf(ctx, loaded, roles);
  if (hand === null) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  await ctx.db.first(lockFamily, [caseId]);
  const followed = await getFollowed(ctx, loaded);
  if (hasLeft(followed.entry.status)) throw new Failure('conflict', 'HOUSEHOLD_LEFT');
  return { ...followed, ...hand };
}

export interface Hand {
  role: StaffRole;
  /** Everybody who answers for what is done: nobody of them signs the next level. */
  hands: string[];
}

/**
 * In which of these roles the caller acts on a case, the first of them; null in none. Relatives of the family do nothing here
 * (domain.md 1.1, 回避).
 */
export function handOf(ctx: Ctx, { case: c }: LoadedCase, roles: readonly StaffRole[]): Hand | null {
  const standings = standingsOn(c, ctx.caller).filter(
    ({ onBehalfOf }) =>
      !c.kin.some(({ personId }) => personId === ctx.caller.personId || personId === onBehalfOf?.personId),
  );
  for (const role of roles) {
    const standing = standings.find((one) => one.role === role);
    if (standing !== undefined) {
      const stead = standing.onBehalfOf?.personId;
      return { role, hands: [ctx.caller.personId, ...(stead === undefined ? [] : [stead])] };
    }
  }
  return null;
}
