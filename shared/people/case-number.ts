import { isLocalDate, type LocalDate } from '@shared/calendar/dates';
import { halfWidth } from './half-width';

/**
 * Damm's quasigroup: its check digit catches every wrong digit and every swap of neighbours, the two slips people make
 * when they read a number out on the phone.
 */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/** The check digit of some digits; 0 for digits that end in theirs. */
export function damm(digits: string): number {
  return Array.from(digits).reduce((interim, digit) => DAMM[interim]?.[Number(digit)] ?? 0, 0);
}

/**
 * The number of a case: year and month (yyMM), the running number of that month in at least four digits, a check
 * digit. Digits only, because letters cannot be said on the phone (ux.md 03). Throws RangeError for a bad day or a
 * running number below 1.
 */
export function composeCaseNo(date: LocalDate, seq: number): string {
  if (!isLocalDate(date)) throw new RangeError(`Not a calendar day: ${String(date)}`);
  if (!Number.isSafeInteger(seq) || seq < 1) throw new RangeError(`Not a running number: ${seq}`);
  const body = date.slice(2, 4) + date.slice(5, 7) + String(seq).padStart(4, '0');
  return body + damm(body);
}

/** In groups to be read aloud, 4-4-rest: `2603 0217 6`. */
export function formatCaseNo(caseNo: string): string {
  return [caseNo.slice(0, 4), caseNo.slice(4, 8), caseNo.slice(8)].filter(Boolean).join(' ');
}

/** Says whether the text, grouped or not, can be a case number: a real month and a right check digit. */
export function isCaseNo(text: string): boolean {
  const digits = halfWidth(text).replace(/\s/g, '');
  // A running number of more than four digits has no leading zero.
  return /^\d\d(0[1-9]|1[0-2])(\d{4}|[1-9]\d{4,11})\d$/.test(digits) && damm(digits) === 0;
}
