import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** A moment: ISO-8601 in UTC with milliseconds and Z, for example `2026-03-02T01:10:00.000Z`. */
export type Instant = string;

/** A calendar day in China (UTC+8, no daylight saving): `YYYY-MM-DD`. */
export type LocalDate = string;

const FORMAT = 'YYYY-MM-DD';
const MS_PER_DAY = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** 00:00 UTC of a day, ms since 1970. @throws RangeError for a day that does not exist */
function msOf(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`Not a calendar day: ${String(date)}`);
  return Date.parse(date);
}

/** The UTC day of a moment in ms: days are counted so often that a date library took a tenth of a case's time. */
const dayOf = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, FORMAT.length);

/** For months, whose lengths the library knows. */
const toDay = (date: LocalDate): Dayjs => dayjs.utc(msOf(date));

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Years before are read as of the twentieth century by those who reckon with days. */
const FIRST_YEAR = 100;

/** Says whether the text is a day that exists: `2026-02-30` is not. Reckoned by hand: files have hundreds of thousands. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const leap = month === 2 && (year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0));
  const days = (MONTH_DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
  const date = Number(text.slice(8));
  return year >= FIRST_YEAR && date >= 1 && date <= days;
}

/** Days since 1970-01-01. Throws RangeError for a day that does not exist. */
export function toDayNumber(date: LocalDate): number {
  return msOf(date) / MS_PER_DAY;
}

/** The inverse of {@link toDayNumber}. */
export function fromDayNumber(days: number): LocalDate {
  return dayOf(days * MS_PER_DAY);
}

/** The China day that a moment falls on. Throws RangeError when the text is not a moment. */
export function localDate(now: Instant): LocalDate {
  const ms = Date.parse(now);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${String(now)}`);
  return dayOf(ms + CHINA_OFFSET_MS);
}

/** 00:00 of that day in China. */
export function startOfDay(date: LocalDate): Instant {
  return new Date(msOf(date) - CHINA_OFFSET_MS).toISOString();
}

/** 24:00 of that day in China, which is 00:00 of the next: a limit of N days expires here on day N. */
export function endOfDay(date: LocalDate): Instant {
  return startOfDay(addDays(date, 1));
}

/** The day `n` natural days later; `n` may be negative. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return dayOf(msOf(date) + n * MS_PER_DAY);
}

/** The same day of the month `n` months later, or the last of a month that is too short. */
export function addMonths(date: LocalDate, n: number): LocalDate {
  return toDay(date).add(n, 'month').format(FORMAT);
}

/** The last day of a day's month. */
export function lastOfMonth(date: LocalDate): LocalDate {
  return toDay(date).endOf('month').format(FORMAT);
}

/** Natural days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (msOf(to) - msOf(from)) / MS_PER_DAY;
}

/** Day of the week: 0 Sunday … 6 Saturday. */
export function weekday(date: LocalDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return new Date(msOf(date)).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** The earlier of two days. */
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a <= b ? a : b;
}

/** The later of two days. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a >= b ? a : b;
}
