import { levelOfRole } from '@shared/access';
import { codeOf } from '@shared/regions';
import type { Ctx } from '../runtime/context';

/** Villages in which the caller serves on the spot: who goes to families (grid member, cadre, task force, helper). */
export function ownVillages({ caller }: Ctx): string[] {
  const villages = caller.grants
    .filter(({ role }) => levelOfRole(role) === 'VILLAGE')
    .map(({ region }) => codeOf(region));
  return [...new Set(villages)].sort();
}
