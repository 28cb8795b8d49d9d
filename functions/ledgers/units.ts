import { CASE_WORKERS, type StaffRole } from '@shared/access';
import { covers } from '@shared/regions';
import type { Ctx } from '../runtime/context';

/** A ledger is taken out by who decides on cases and reads their sums; not by the grid, departments or helpers. */
const MAY_TAKE: readonly StaffRole[] = CASE_WORKERS;
const LEADERS: readonly StaffRole[] = ['TOWN_LEADER', 'COUNTY_LEADER'];

/** Most lines of a file (domain.md 6.7: exports are limited): a longer one is a leader's to take out. */
const MOST_ROWS = { WORKER: 2_000, LEADER: 20_000 } as const;

/** Places of the caller, none inside another. */
export function unitsOf({ caller, scopes }: Ctx): string[] {
  const own = caller.grants.filter(({ role }) => MAY_TAKE.includes(role)).map(({ region }) => region);
  return own
    .filter((region) => !own.some((other) => other !== region && covers(other, region)))
    .filter((region, at, all) => all.indexOf(region) === at)
    .filter((region) => scopes.some((scope) => covers(scope, region)))
    .sort();
}

export const mayTake = (ctx: Ctx, region: string): boolean =>
  unitsOf(ctx).some((unit) => covers(unit, region));

/** @param region of the ledger; the whole of the caller's places when none is said */
export function mostRows({ caller }: Ctx, region = ''): number {
  const leads = caller.grants.some(
    (grant) => LEADERS.includes(grant.role) && covers(grant.region, region || grant.region),
  );
  return leads ? MOST_ROWS.LEADER : MOST_ROWS.WORKER;
}
