import type { Caller, Grant, StaffRole } from '@shared/access';
import { covers } from '@shared/regions';

/** Who found a problem (domain.md 8.3, ledger 10 来源). */
export const PROBLEM_SOURCES = ['SUPERVISION', 'AUDIT', 'PETITION', 'THIRD_PARTY', 'SELF'] as const;
export type ProblemSource = (typeof PROBLEM_SOURCES)[number];

/** Waits for somebody, is being put right, waits to be looked at, closed. */
export const PROBLEM_STATES = ['OPEN', 'CLAIMED', 'MENDED', 'CLOSED'] as const;
export type ProblemState = (typeof PROBLEM_STATES)[number];

const TOWN = ['TOWN_CLERK', 'TOWN_LEADER'] as const;
const COUNTY = ['COUNTY_CLERK', 'COUNTY_LEADER'] as const;

/** Who does what (认领, 整改, 销号): found from above, put right on the spot or by the department that is asked. */
export const PROBLEM_ACTIONS = {
  enter: [...TOWN, ...COUNTY],
  claim: ['VILLAGE', 'TASKFORCE', ...TOWN, ...COUNTY, 'DEPT'],
  close: COUNTY,
} as const satisfies Record<string, readonly StaffRole[]>;

export const PROBLEM_READERS: readonly StaffRole[] = ['VILLAGE', 'TASKFORCE', ...TOWN, ...COUNTY];

export interface ProblemStanding {
  /** 12 digits. */
  region: string;
  department: string | null;
  state: ProblemState;
  enteredBy: string;
  claimedBy: string | null;
  /** Who put it right, and in whose stead. */
  mendedBy: readonly string[];
}

export type ProblemAct = 'claim' | 'mend' | 'close';

/** The grant with which somebody does `act` now, or why not: ROLE_MAY_NOT, PROBLEM_STATE, PROBLEM_NOT_YOURS, PROBLEM_OWN_WORK. */
export function mayOnProblem(
  caller: Caller,
  problem: ProblemStanding,
  act: ProblemAct,
): { grant: Grant } | { why: 'ROLE_MAY_NOT' | 'PROBLEM_STATE' | 'PROBLEM_NOT_YOURS' | 'PROBLEM_OWN_WORK' } {
  const { region, department, state, claimedBy, enteredBy, mendedBy } = problem;
  const grants = caller.grants
    .filter((grant) => covers(grant.region, region))
    .sort((a, b) => Number(a.onBehalfOf !== undefined) - Number(b.onBehalfOf !== undefined));
  const inRole = (roles: readonly StaffRole[]) =>
    grants.filter(
      ({ role, department: own }) => roles.includes(role) && (role !== 'DEPT' || own === department),
    );
  const hand = (id: string | null) => (grant: Grant) =>
    id !== null && (id === caller.personId || id === grant.onBehalfOf?.personId);
  if (act !== 'close') {
    const able = inRole(PROBLEM_ACTIONS.claim);
    if (able[0] === undefined) return { why: 'ROLE_MAY_NOT' };
    if (act === 'claim') return state === 'OPEN' ? { grant: able[0] } : { why: 'PROBLEM_STATE' };
    if (state !== 'CLAIMED') return { why: 'PROBLEM_STATE' };
    const own = able.find(hand(claimedBy));
    return own === undefined ? { why: 'PROBLEM_NOT_YOURS' } : { grant: own };
  }
  const able = inRole(PROBLEM_ACTIONS.enter).filter(
    (grant) => hand(enteredBy)(grant) || inRole(PROBLEM_ACTIONS.close).includes(grant),
  );
  if (able.length === 0) return { why: 'ROLE_MAY_NOT' };
  if (state !== 'MENDED') return { why: 'PROBLEM_STATE' };
  // Whoever put it right does not say that it is right, nor in that person's stead.
  const clean = able.find((grant) => !mendedBy.some((id) => hand(id)(grant)));
  return clean === undefined ? { why: 'PROBLEM_OWN_WORK' } : { grant: clean };
}
