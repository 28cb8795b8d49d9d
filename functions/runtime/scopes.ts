import type { Caller } from '@shared/access';
import { mayRead } from '@shared/casework';
import { codeOf } from '@shared/regions';

/**
 * The regions in which a caller may read cases as staff, none of them inside another. A grant whose role opens no
 * case (a department, a supervisor, the administrator) opens no region either.
 */
export function scopesOf(caller: Caller): string[] {
  const regions = caller.grants
    .filter((grant) =>
      mayRead({ village: codeOf(grant.region), parties: [] }, { ...caller, grants: [grant] }),
    )
    .map((grant) => grant.region);
  const widest = regions.filter(
    (region) => !regions.some((other) => other !== region && region.startsWith(other)),
  );
  return [...new Set(widest)].sort();
}
