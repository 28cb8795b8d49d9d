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
}

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
  if (caller.kind === 'SYSTEM') return ['SYSTEM'];
  if (caller.kind === 'ANONYMOUS') return [];
  const asParty = standing.parties.filter((p) => p.personId === caller.personId);
  // A proxy whose family took over is nothing to the case any more: no party, and for ever no staff.
  if (asParty.length > 0)
    return [...new Set(asParty.filter((p) => p.endedAt === undefined).map((p) => p.as))];
  const asStaff = caller.grants.filter((g) => covers(g.region, standing.village)).map((g) => g.role);
  return [...new Set(asStaff)];
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
