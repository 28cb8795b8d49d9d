import { COUNTY_KEEPERS, type StaffRole } from '@shared/access';
import type { Ctx } from '../runtime/context';

const KEEPERS: readonly StaffRole[] = COUNTY_KEEPERS;

/** Counties whose deliveries the caller looks after: the outbox is the county's. */
export function keptCounties({ caller }: Ctx): string[] {
  const own = caller.grants.filter(({ role, region }) => KEEPERS.includes(role) && region.length === 6);
  return [...new Set(own.map(({ region }) => region))].sort();
}
