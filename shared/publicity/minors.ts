import type { LocalDate } from '@shared/calendar';
import { ageOn } from '@shared/people';
import { inPlainSigns } from './disguises';

/** What stands in place of the name of a head who is a minor: no other name, because a guardian's would tell who it is. */
export const A_HOUSEHOLD = '一户';

const ADULT = 18;

/** Takes a day of birth and a day; says whether that is a minor then. */
export const isMinor = (birthDate: LocalDate, on: LocalDate): boolean => ageOn(birthDate, on) < ADULT;

/** The name by which a family is put up: its head's, unless that is a minor (domain.md 6.3). */
export function publicName(headName: string, birthDate: LocalDate | null, on: LocalDate): string {
  return birthDate !== null && isMinor(birthDate, on) ? A_HOUSEHOLD : headName;
}

/**
 * Whether two ways of writing a village group may mean the same one: 2组, 二组, 第２组. What names no number, or nothing at
 * all, may be any: nobody is taken for somebody else because of how a group was typed.
 */
export function sameGroup(one: string, other: string): boolean {
  const [mine, theirs] = [numberIn(one), numberIn(other)];
  return mine === '' || theirs === '' || mine === theirs;
}

/** 二十 is written with a sign for ten, which is no digit: what has one is no number here, so it may be any. */
const numberIn = (group: string): string =>
  group.includes('十')
    ? ''
    : inPlainSigns(group)
        .map(({ digit = '' }) => digit)
        .join('')
        .replace(/^0+/, '');
