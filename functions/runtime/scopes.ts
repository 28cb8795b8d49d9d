import type { Caller } from '@shared/access';
import { mayRead } from '@shared/casework';
import { codeOf } from '@shared/regions';

/**
 * The regions in which a caller may read cases as staff, none of them inside another. A grant whose role opens no
 * case (a department, a supervisor, the administrator) opens no region either.
 */
export function scopesOf(caller: Caller): string[] {
  return widest(
    caller.grants
      .filter((grant) =>
        mayRead({ village: codeOf(grant.region), parties: [] }, { ...caller, grants: [grant] }),
      )
      .map((grant) => grant.region),
  );
}

/** The regions that a caller supervises: cases there are read under pseudonyms, and by nothing else than `supervision`. */
export function supervisedScopes(caller: Caller): string[] {
  return widest(caller.grants.filter(({ role }) => role === 'SUPERVISOR').map(({ region }) => region));
}

function widest(regions: readonly string[]): string[] {
  const outermost = regions.filter(
    (region) => !regions.some((other) => other !== region && region.startsWith(other)),
  );
  return [...new Set(outermost)].sort();
}
