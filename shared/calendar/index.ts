/**
 * Days as the procedure counts them (domain.md 3.0): day 0 is the day of the event, a limit of N days expires at
 * 24:00 of day N. Nothing here knows what time it is now.
 */
import { addDays, daysBetween, type LocalDate } from './dates';
import { addWorkingDays, workingDaysBetween } from './working-days';

export {
  addDays,
  addMonths,
  daysBetween,
  earlier,
  endOfDay,
  type Instant,
  isLocalDate,
  type LocalDate,
  lastOfMonth,
  later,
  localDate,
  startOfDay,
  weekday,
} from './dates';
export { addWorkingDays, hasHolidayTable, isWorkingDay, workingDaysBetween } from './working-days';

/** Natural days (天) or working days (工作日). */
export type DayUnit = 'NATURAL' | 'WORKING';

/** The day that is `n` days of that unit after `date`. */
export function add(date: LocalDate, n: number, unit: DayUnit): LocalDate {
  return unit === 'WORKING' ? addWorkingDays(date, n) : addDays(date, n);
}

/** Days of that unit in (from, to]. */
export function between(from: LocalDate, to: LocalDate, unit: DayUnit): number {
  return unit === 'WORKING' ? workingDaysBetween(from, to) : daysBetween(from, to);
}
