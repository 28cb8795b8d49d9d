import type { Department } from '@shared/casework';
import { DEPARTMENTS } from '@shared/casework';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';

/** For whom somebody compares: the county's own offices for all departments, a department's people for theirs. */
export interface Comparer {
  county: string;
  /** Null for the county's own offices. */
  departments: Department[] | null;
  /** May make lists; a leader may only look and agree. */
  clerk: boolean;
}

const isDepartment = (text: string | undefined): text is Department =>
  (DEPARTMENTS as readonly (string | undefined)[]).includes(text);

/** @throws Failure forbidden for everybody else: townships and villages take no part in lists (domain.md 1.4) */
export function comparerOf({ caller }: Ctx, county?: string): Comparer {
  const here = caller.grants.filter(
    ({ region }) => region.length === 6 && (county === undefined || region === county),
  );
  const office =
    here.find(({ role }) => role === 'COUNTY_CLERK') ?? here.find(({ role }) => role === 'COUNTY_LEADER');
  if (office !== undefined)
    return { county: office.region, departments: null, clerk: office.role === 'COUNTY_CLERK' };
  const places = here.filter(({ role, department }) => role === 'DEPT' && isDepartment(department));
  const place = places[0]?.region;
  if (place === undefined) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const departments = places
    .filter(({ region }) => region === place)
    .flatMap(({ department }) => (isDepartment(department) ? [department] : []));
  return { county: place, departments, clerk: false };
}

/** @throws Failure forbidden when the caller makes no lists */
export function clerkOf(ctx: Ctx): Comparer {
  const comparer = comparerOf(ctx);
  if (!comparer.clerk) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  return comparer;
}
