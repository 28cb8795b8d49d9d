/**
 * The table alone is taken from the library: its functions read dates in the time zone of the machine and slip by a
 * day west of Greenwich, where a family's phone may well be.
 */
import { holidays, workdays } from 'chinese-days/dist/chinese-days.json';
import { fromDayNumber, type LocalDate, toDayNumber } from './dates';

/** Answers by day number: lists of cases ask for the same few weeks again and again. */
const known = new Map<number, boolean>();

function isWorking(day: number): boolean {
  const remembered = known.get(day);
  if (remembered !== undefined) return remembered;
  const date = fromDayNumber(day);
  const weekend = [0, 6].includes(new Date(date).getUTCDay());
  const works = date in workdays || !(weekend || date in holidays);
  known.set(day, works);
  return works;
}

/**
 * Says whether people work on that day: published holidays are off, make-up days (调休) are on, and in a year
 * without a published table Monday to Friday are working days. Throws RangeError for a day that does not exist.
 */
export function isWorkingDay(date: LocalDate): boolean {
  return isWorking(toDayNumber(date));
}

/**
 * Says whether the State Council's holiday arrangement of that year is in the table. National Day is asked for,
 * because New Year days can already stand in the arrangement of the year before.
 */
export function hasHolidayTable(year: number): boolean {
  return `${year}-10-01` in holidays;
}

/** The `n`-th working day after `date` (before it when `n` is negative); `date` itself when `n` is 0. */
export function addWorkingDays(date: LocalDate, n: number): LocalDate {
  const step = n < 0 ? -1 : 1;
  let day = toDayNumber(date);
  let left = Math.abs(n);
  while (left > 0) {
    day += step;
    if (isWorking(day)) left -= 1;
  }
  return fromDayNumber(day);
}

/** Working days in (from, to]; negative when `to` is earlier. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  if (to < from) return -workingDaysBetween(to, from);
  const last = toDayNumber(to);
  let count = 0;
  for (let day = toDayNumber(from) + 1; day <= last; day += 1) if (isWorking(day)) count += 1;
  return count;
}
