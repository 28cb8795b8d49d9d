import { covers } from '@shared/regions';

/** Roles that are granted to people for a region (domain.md 1.1). */
export const STAFF_ROLES = [
  'GRID',
  'VILLAGE',
  'TASKFORCE',
  'HELPER',
  'TOWN_CLERK',
  'TOWN_LEADER',
  'COUNTY_CLERK',
  'COUNTY_LEADER',
  'DEPT',
  'SUPERVISOR',
  'SYSADMIN',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/**
 * All roles in which something is done. HOUSEHOLD and PROXY are never granted: they follow from being a party. SIGNER
 * follows from a signing link, for the one signature that it was made for, and lets nobody read the case.
 */
export const ROLES = ['HOUSEHOLD', 'PROXY', 'SIGNER', ...STAFF_ROLES, 'SYSTEM'] as const;
export type Role = (typeof ROLES)[number];

/** A role given to a person for a region: a code prefix of 6 (county), 9 (township) or 12 digits (village). */
export interface Grant {
  role: StaffRole;
  region: string;
  /** Of a DEPT: the department that it answers for. */
  department?: string | undefined;
  /** Who lent it during leave; absent when it is the person's own. */
  onBehalfOf?: PersonRef | undefined;
}

export interface PersonRef {
  personId: string;
  name: string;
}

/** Who decides on cases and reads their sums, votes and dossiers (domain.md 1.1): not the grid, not departments. */
export const CASE_WORKERS = [
  'VILLAGE',
  'TASKFORCE',
  'TOWN_CLERK',
  'TOWN_LEADER',
  'COUNTY_CLERK',
  'COUNTY_LEADER',
] as const satisfies readonly StaffRole[];

/** Who leads a unit and reads how it does (domain.md 1.1): a village's committee is no unit, a clerk does not lead one. */
export const UNIT_LEADERS = ['TOWN_LEADER', 'COUNTY_LEADER'] as const satisfies readonly StaffRole[];

/** Who keeps a county's system going (domain.md 1.1): the administrator, who reads no household content, and the clerk. */
export const COUNTY_KEEPERS = ['SYSADMIN', 'COUNTY_CLERK'] as const satisfies readonly StaffRole[];

/** Roles that may be lent during leave: those that handle cases. What departments and supervisors have is personal. */
export const DELEGABLE_ROLES = ['GRID', ...CASE_WORKERS] as const satisfies readonly StaffRole[];
export type DelegableRole = (typeof DELEGABLE_ROLES)[number];

export function isDelegable(role: Role): role is DelegableRole {
  return (DELEGABLE_ROLES as readonly Role[]).includes(role);
}

/** Days that a role may be lent at once, the first and the last included. */
export const MAX_DELEGATION_DAYS = 90;

/** Who is calling: established by the door from this very call, never from the input. */
export interface Caller {
  personId: string;
  name: string;
  kind: 'PERSON' | 'SYSTEM' | 'ANONYMOUS';
  grants: readonly Grant[];
}

/** The person and the one role in which an act is done; written into every event. */
export interface Actor {
  personId: string;
  name: string;
  role: Role;
  /** In whose stead, when the role was lent during leave. Whoever lent it answers for the act as well. */
  onBehalfOf?: PersonRef;
}

/** Everybody who answers for an act: whoever did it, and in whose stead. Rules about who may not act hold for both. */
export function answerFor({ personId, onBehalfOf }: Pick<Actor, 'personId' | 'onBehalfOf'>): string[] {
  return onBehalfOf === undefined ? [personId] : [personId, onBehalfOf.personId];
}

/** Whether one person answers for both of two acts. */
export function sameHand(a: Actor, b: Actor): boolean {
  return answerFor(a).some((id) => answerFor(b).includes(id));
}

/** The parts of a case that decide who somebody is to it. */
export interface CaseStanding {
  village: string;
  parties: readonly { personId: string; as: 'HOUSEHOLD' | 'PROXY'; endedAt?: string }[];
}

export const SYSTEM_CALLER: Caller = { personId: 'system', name: '系统', kind: 'SYSTEM', grants: [] };

/** Takes a caller; says whether the person holds any staff role at all (with or without a case). */
export function isStaff(caller: Caller): boolean {
  return caller.grants.length > 0;
}

/**
 * The roles in which this caller stands to this case: party roles first, then staff roles whose region covers the
 * village. A party to the case (the family, or who reported for it) never has a staff role on it (domain.md 1.1
 * 回避; issue "a proxy never handles that case as staff").
 */
export function rolesOn(standing: CaseStanding, caller: Caller): Role[] {
  return [...new Set(standingsOn(standing, caller).map(({ role }) => role))];
}

/** How somebody may act on a case: in a role, in the own name or in somebody's stead. */
export interface Standing {
  role: Role;
  onBehalfOf?: PersonRef;
}

/**
 * The same with the names in whose stead, own roles before lent ones. A role that a party to the case has lent is none
 * on it: what the lender may not do he cannot lend (domain.md 1.1, 1.4).
 */
export function standingsOn(standing: CaseStanding, caller: Caller): Standing[] {
  if (caller.kind === 'SYSTEM') return [{ role: 'SYSTEM' }];
  if (caller.kind === 'ANONYMOUS') return [];
  const asParty = standing.parties.filter((p) => p.personId === caller.personId);
  // A proxy whose family took over is nothing to the case any more: no party, and for ever no staff.
  if (asParty.length > 0)
    return asParty.filter((p) => p.endedAt === undefined).map(({ as }) => ({ role: as }));
  const staff = caller.grants.filter(
    ({ region, onBehalfOf }) =>
      covers(region, standing.village) &&
      !standing.parties.some(({ personId }) => personId === onBehalfOf?.personId),
  );
  const own = staff.filter(({ onBehalfOf }) => onBehalfOf === undefined).map(({ role }) => ({ role }));
  const lent = staff.flatMap(({ role, onBehalfOf }) =>
    onBehalfOf === undefined ? [] : [{ role, onBehalfOf }],
  );
  return [...own, ...lent];
}

/** Office level of a role, for separation of duties (domain.md 1.4: nobody signs two consecutive levels). */
export function levelOfRole(role: Role): 'HOUSEHOLD' | 'VILLAGE' | 'TOWN' | 'COUNTY' | 'NONE' {
  switch (role) {
    case 'HOUSEHOLD':
    case 'PROXY':
    case 'SIGNER':
      return 'HOUSEHOLD';
    case 'GRID':
    case 'VILLAGE':
    case 'TASKFORCE':
    case 'HELPER':
      return 'VILLAGE';
    case 'TOWN_CLERK':
    case 'TOWN_LEADER':
      return 'TOWN';
    case 'COUNTY_CLERK':
    case 'COUNTY_LEADER':
    case 'DEPT':
      return 'COUNTY';
    case 'SUPERVISOR':
    case 'SYSADMIN':
    case 'SYSTEM':
      return 'NONE';
  }
}
