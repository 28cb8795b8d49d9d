import type { StaffRole } from '@shared/access';
import type { LocalDate } from '@shared/calendar';

/** Whom a round of checks (集中排查) goes to: all rural households, or families on the list. */
export const CHECK_TARGETS = ['ALL', 'REGISTER'] as const;
export type CheckTarget = (typeof CHECK_TARGETS)[number];

/** How far a village is: it goes round, one has reported and signed, both have signed. */
export const CHECK_STATES = ['GOING', 'REPORTED', 'CLOSED'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

const ABOVE = ['TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK', 'COUNTY_LEADER'] as const;
const VILLAGE = ['VILLAGE', 'TASKFORCE'] as const;

/** Who does what in a round (domain.md 3.5): opened from above, gone through and signed by two of the village. */
export const CHECK_ACTIONS = {
  open: ABOVE,
  setDue: [...VILLAGE, ...ABOVE],
  note: ['GRID', ...VILLAGE],
  report: VILLAGE,
  sign: ['GRID', ...VILLAGE],
} as const satisfies Record<string, readonly StaffRole[]>;
export type CheckAction = keyof typeof CHECK_ACTIONS;

export const CHECK_READERS: readonly StaffRole[] = ['GRID', ...VILLAGE, ...ABOVE];

/** Most days of a round. */
export const MAX_CHECK_DAYS = 180;

export interface CheckCount {
  due: number | null;
  /** Of all days and people. */
  done: number;
  state: CheckState;
}

export type CheckFault = 'CHECK_CLOSED' | 'CHECK_DUE_MISSING' | 'CHECK_OVER_DUE' | 'CHECK_NOT_THAT_DAY';

/** Why a village cannot write `households` for a day, of which it has written `before`; null when it can. */
export function noteFault(
  { due, done, state }: CheckCount,
  noted: { day: LocalDate; households: number; before: number },
  { firstDay, today }: { firstDay: LocalDate; today: LocalDate },
): CheckFault | null {
  if (state !== 'GOING') return 'CHECK_CLOSED';
  if (due === null) return 'CHECK_DUE_MISSING';
  if (noted.day < firstDay || noted.day > today) return 'CHECK_NOT_THAT_DAY';
  return done - noted.before + noted.households > due ? 'CHECK_OVER_DUE' : null;
}

/** Why a village's number of households cannot become `due`; null when it can. */
export function dueFault({ done, state }: CheckCount, due: number): CheckFault | null {
  if (state !== 'GOING') return 'CHECK_CLOSED';
  return due < done ? 'CHECK_OVER_DUE' : null;
}

/** Why a village cannot report yet; that it did not reach everybody is for its own words. */
export function reportFault({ due, state }: CheckCount): CheckFault | null {
  if (state !== 'GOING') return 'CHECK_CLOSED';
  return due === null ? 'CHECK_DUE_MISSING' : null;
}
