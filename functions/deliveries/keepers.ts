import type { StaffRole } from '@shared/access';
import type { Ctx } from '../runtime/context';

/** Who keeps deliveries going (domain.md 1.1): the administrator, who reads no household content, and the county's clerk. */
const KEEPERS: readonly StaffRole[] = ['SYSADMIN', 'COUNTY_CLERK'];

/** Counties whose deliveries the caller looks after: the outbox is the county's. */
export function keptCounties({ caller }: Ctx): string[] {
  const own = caller.grants.filter(({ role, region }) => KEEPERS.includes(role) && region.length === 6);
  return [...new Set(own.map(({ region }) => region))].sort();
}
