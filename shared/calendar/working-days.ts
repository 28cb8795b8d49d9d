import { getHolidaysInRange, isWorkday } from 'chinese-days';
import { addDays, fromDayNumber, type LocalDate, toDayNumber } from './dates';

const known = new Map<LocalDate, boolean>();

/**
 * The library reads a date in the time zone of the machine, so a bare `YYYY-MM-DD` would slip by a day west of
 * Greenwich. Noon of the machine's own day is the same calendar day everywhere.
 */
function machineNoon(date: LocalDate): Date {
  toDayNumber(date); // refuses a day that does not exist
  return new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)), 12);
}

/**
 * Says whether people work on that day: published holidays are off, make-up days (调休) are on, and in a year
 * without a published table Monday to Friday are working days.
 */
export function isWorkingDay(date: LocalDate): boolean {
  const remembered = known.get(date);
  if (remembered !== undefined) return remembered;
  const works = isWorkday(machineNoon(date));
  known.set(date, works);
  return works;
}

/**
 * Says whether the State Council's holiday arrangement of that year is in the table. National Day is asked for,
 * because New Year days can already stand in the arrangement of the year before.
 */
export function hasHolidayTable(year: number): boolean {
  const nationalDay = new Date(year, 9, 1, 12);
  return getHolidaysInRange(nationalDay, nationalDay, false).length > 0;
}

/** The `n`-th working day after `date` (before it when `n` is negative); `date` itself when `n` is 0. */
export function addWorkingDays(date: LocalDate, n: number): LocalDate {
  const step = n < 0 ? -1 : 1;
  let day = toDayNumber(date);
  let left = Math.abs(n);
  while (left > 0) {
    day += step;
    if (isWorkingDay(fromDayNumber(day))) left -= 1;
  }
  return fromDayNumber(day);
}

/** Working days in (from, to]; negative when `to` is earlier. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  if (to < from) return -workingDaysBetween(to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}
