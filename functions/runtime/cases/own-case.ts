import { rolesOn } from '@shared/access';
import type { Ctx } from '../context';
import { Failure } from '../failure';
import type { LoadedCase } from './case-store';
import { getCase } from './on-case';

/**
 * Loads a case for a member of its family. Whoever reported for a neighbour follows the case and no more: what is held
 * about the family, and its papers, are the family's.
 * @throws Failure not_found when the caller may not know of it, forbidden when not of the family
 */
export async function getOwnCase(ctx: Ctx, caseId: string): Promise<LoadedCase> {
  const loaded = await getCase(ctx, caseId, 'PARTY');
  if (!rolesOn(loaded.case, ctx.caller).includes('HOUSEHOLD')) throw new Failure('forbidden', 'FAMILY_ONLY');
  return loaded;
}
