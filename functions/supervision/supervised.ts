import { rolesOn } from '@shared/access';
import { findCaseIn, type LoadedCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { supervisedScopes } from '../runtime/scopes';

/**
 * Loads a case for a supervisor: of the own region, and not the own family's. The transaction stays in the region that
 * the grant names.
 * @throws Failure not_found when it is not theirs to know
 */
export async function getSupervised(ctx: Ctx, caseId: string): Promise<LoadedCase> {
  for (const region of supervisedScopes(ctx.caller)) {
    await ctx.db.enter(region);
    const loaded = await findCaseIn(ctx, region.slice(0, 6), caseId);
    if (loaded !== null && rolesOn(loaded.case, ctx.caller).includes('SUPERVISOR')) return loaded;
  }
  throw new Failure('not_found', 'NOT_FOUND');
}
