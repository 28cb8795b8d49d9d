import type { RegionLevel } from './region';

/** How many leading digits of a code name its place at each level (domain.md 1.3). */
const DIGITS: Record<RegionLevel, number> = { PROVINCE: 2, CITY: 4, COUNTY: 6, TOWN: 9, VILLAGE: 12 };

const CODE = /^[1-9]\d{11}$/;
const GROUP = /^([1-9]\d{11})-(\d{2,3})$/;

/** Thrown for text that is no division code: a mistake of the programmer or of imported data, never of a user. */
export class RegionCodeError extends Error {
  constructor(text: string) {
    super(`Not a division code: ${text}`);
    this.name = 'RegionCodeError';
  }
}

/** Whether a text has the form of a 12-digit division code. */
export function isRegionCode(text: string): boolean {
  return CODE.test(text);
}

/** Whether a text has the form of a village group's code (`groupCode`). */
export function isGroupCode(text: string): boolean {
  return GROUP.test(text);
}

/**
 * The level of a 12-digit code, told by its trailing zeros.
 * Where the published level is at hand (`Region.level`), prefer it.
 * @throws RegionCodeError when `code` has not 12 digits
 */
export function levelOf(code: string): RegionLevel {
  if (!isRegionCode(code)) throw new RegionCodeError(code);
  if (!code.endsWith('000')) return 'VILLAGE';
  if (code.slice(6, 9) !== '000') return 'TOWN';
  if (code.slice(4, 6) !== '00') return 'COUNTY';
  return code.slice(2, 4) === '00' ? 'PROVINCE' : 'CITY';
}

/** The digits that every code inside this place begins with. A group's code is its own scope. */
export function scopeOf(code: string): string {
  return isGroupCode(code) ? code : code.slice(0, DIGITS[levelOf(code)]);
}

/** The six digits of the county that a place, or a village group, lies in: the first part of every business key. */
export function countyOf(code: string): string {
  if (!isRegionCode(code) && !isGroupCode(code)) throw new RegionCodeError(code);
  return code.slice(0, DIGITS.COUNTY);
}

/** The nine digits of the township that a place, or a village group, lies in. */
export function townOf(code: string): string {
  if (!isRegionCode(code) && !isGroupCode(code)) throw new RegionCodeError(code);
  return code.slice(0, DIGITS.TOWN);
}

/** Whether a place lies in a scope. The empty scope is the whole country. */
export function covers(scope: string, code: string): boolean {
  return code.startsWith(scope);
}

/** A scope's digits as the 12-digit code of its place: '150521' gives '150521000000'. */
export function codeOf(scope: string): string {
  const code = scope.padEnd(12, '0');
  if (!isRegionCode(code) || scopeOf(code) !== scope) throw new RegionCodeError(scope);
  return code;
}

/** The code of the place that a place belongs to; null for a province, the village for a group. */
export function parentOf(code: string): string | null {
  const group = GROUP.exec(code);
  if (group?.[1]) return group[1];
  switch (levelOf(code)) {
    case 'VILLAGE':
      return code.slice(0, DIGITS.TOWN).padEnd(12, '0');
    case 'TOWN':
      return code.slice(0, DIGITS.COUNTY).padEnd(12, '0');
    case 'COUNTY':
      return code.slice(0, DIGITS.CITY).padEnd(12, '0');
    case 'CITY':
      return code.slice(0, DIGITS.PROVINCE).padEnd(12, '0');
    case 'PROVINCE':
      return null;
  }
}

/**
 * The code of a village group (村民小组): our own suffix, for the state gives none (domain.md 1.3).
 * @param village 12-digit code of a village
 * @param number 1 to 999, as the village counts its groups
 */
export function groupCode(village: string, number: number): string {
  if (levelOf(village) !== 'VILLAGE' || !Number.isInteger(number) || number < 1 || number > 999) {
    throw new RegionCodeError(`${village}-${number}`);
  }
  return `${village}-${String(number).padStart(2, '0')}`;
}

/** The number in a group's code: 2 for '150521100200-02'. */
export function groupNumber(code: string): number {
  const digits = GROUP.exec(code)?.[2];
  if (digits === undefined) throw new RegionCodeError(code);
  return Number(digits);
}
