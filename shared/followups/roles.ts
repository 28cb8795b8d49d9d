import type { StaffRole } from '@shared/access';

/** Who does what in the follow-up (domain.md 1.4, 3.5, 3.8): the helper and the village record, each level confirms after it. */
const VILLAGE_LEVEL = ['VILLAGE', 'TASKFORCE'] as const satisfies readonly StaffRole[];

/** A visit or what happened: anybody of the staff who may know the family (3.5). */
export const FOLLOWERS = [
  'GRID',
  'HELPER',
  ...VILLAGE_LEVEL,
  'TOWN_CLERK',
  'TOWN_LEADER',
  'COUNTY_CLERK',
] as const satisfies readonly StaffRole[];
/** The sheet of a quarter. */
export const QUARTER_KEEPERS = ['HELPER', ...VILLAGE_LEVEL] as const satisfies readonly StaffRole[];
/** Facts and people of the family. */
export const FACT_KEEPERS = [...VILLAGE_LEVEL, 'TOWN_CLERK'] as const satisfies readonly StaffRole[];

/** Who confirms what has come to a level. */
export const CONFIRMERS = {
  VILLAGE: VILLAGE_LEVEL,
  TOWN: ['TOWN_CLERK', 'TOWN_LEADER'],
  COUNTY: ['COUNTY_CLERK', 'COUNTY_LEADER'],
} as const satisfies Record<string, readonly StaffRole[]>;
