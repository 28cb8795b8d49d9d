import type { LocalDate } from '@shared/calendar';
import { ageOn } from '@shared/people';

/** What stands in place of the name of a head who is a minor: no other name, because a guardian's would tell who it is. */
export const A_HOUSEHOLD = '一户';

const ADULT = 18;

/** Takes a day of birth and a day; says whether that is a minor then. */
export const isMinor = (birthDate: LocalDate, on: LocalDate): boolean => ageOn(birthDate, on) < ADULT;

/** The name by which a family is put up: its head's, unless that is a minor (domain.md 6.3). */
export function publicName(headName: string, birthDate: LocalDate | null, on: LocalDate): string {
  return birthDate !== null && isMinor(birthDate, on) ? A_HOUSEHOLD : headName;
}
