import type { StaffRole } from '@shared/access';
import { daysBetween, type LocalDate } from '@shared/calendar';
import { covers } from '@shared/regions';

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
  extend: ABOVE,
  withdraw: ABOVE,
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

export type CheckFault =
  | 'CHECK_WITHDRAWN'
  | 'CHECK_BEGUN'
  | 'CHECK_NOT_LONGER'
  | 'CHECK_ALL_CLOSED'
  | 'CHECK_TOO_LONG'
  | 'CHECK_CLOSED'
  | 'CHECK_DUE_MISSING'
  | 'CHECK_OVER_DUE'
  | 'CHECK_NOT_THAT_DAY';

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

/** A round as a whole: what every village of it has done so far. */
export interface CheckSoFar {
  firstDay: LocalDate;
  lastDay: LocalDate;
  isWithdrawn: boolean;
  villages: number;
  /** Villages that both have signed in, and those that one has reported in. */
  closed: number;
  reported: number;
  /** Households that somebody has been to, and clues that were found. */
  done: number;
  clues: number;
}

/** Why a round cannot be withdrawn; null while nobody has been anywhere, nothing was found and nobody has reported. */
export function withdrawFault({ isWithdrawn, reported, done, clues }: CheckSoFar): CheckFault | null {
  if (isWithdrawn) return 'CHECK_WITHDRAWN';
  return done > 0 || clues > 0 || reported > 0 ? 'CHECK_BEGUN' : null;
}

/** Why the last day of a round cannot be put off to `lastDay`; null when it can, also after it has passed. */
export function extendFault(round: CheckSoFar, lastDay: LocalDate): CheckFault | null {
  if (round.isWithdrawn) return 'CHECK_WITHDRAWN';
  if (round.closed === round.villages) return 'CHECK_ALL_CLOSED';
  if (lastDay <= round.lastDay) return 'CHECK_NOT_LONGER';
  return daysBetween(round.firstDay, lastDay) >= MAX_CHECK_DAYS ? 'CHECK_TOO_LONG' : null;
}

/** Most places of one round. */
export const MAX_CHECK_PLACES = 60;

/** Places of a round, each once and none inside another, in the order of their codes. */
export const placesOfCheck = (regions: readonly string[]): string[] =>
  [...new Set(regions)].filter((one) => !regions.some((other) => other !== one && covers(other, one))).sort();
