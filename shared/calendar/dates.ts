/** A moment: ISO-8601 in UTC with milliseconds and Z, for example `2026-03-02T01:10:00.000Z`. */
export type Instant = string;

/** A calendar day in China (UTC+8, no daylight saving): `YYYY-MM-DD`. */
export type LocalDate = string;

const MS_PER_DAY = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;
const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01, or null when the text is not a day that exists. */
function parseDay(text: unknown): number | null {
  const match = typeof text === 'string' ? LOCAL_DATE.exec(text) : null;
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, day);
  // 30 February rolls over to 2 March, so the day must survive the round trip.
  const back = new Date(ms);
  const same =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return same ? ms / MS_PER_DAY : null;
}

/** Says whether the text is a day that exists: `2026-02-30` is not. */
export function isLocalDate(text: unknown): text is LocalDate {
  return parseDay(text) !== null;
}

/** Days since 1970-01-01. Throws RangeError for a day that does not exist. */
export function toDayNumber(date: LocalDate): number {
  const days = parseDay(date);
  if (days === null) throw new RangeError(`Not a calendar day: ${String(date)}`);
  return days;
}

/** The inverse of {@link toDayNumber}. */
export function fromDayNumber(days: number): LocalDate {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The China day that a moment falls on. Throws RangeError when the text is not a moment. */
export function localDate(now: Instant): LocalDate {
  const ms = Date.parse(now);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${String(now)}`);
  return new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** 00:00 of that day in China. */
export function startOfDay(date: LocalDate): Instant {
  return new Date(toDayNumber(date) * MS_PER_DAY - CHINA_OFFSET_MS).toISOString();
}

/** 24:00 of that day in China, which is 00:00 of the next: a limit of N days expires here on day N. */
export function endOfDay(date: LocalDate): Instant {
  return startOfDay(addDays(date, 1));
}

/** The day `n` natural days later; `n` may be negative. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return fromDayNumber(toDayNumber(date) + n);
}

/** Natural days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Day of the week: 0 Sunday … 6 Saturday. */
export function weekday(date: LocalDate): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return new Date(toDayNumber(date) * MS_PER_DAY).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** The earlier of two days. */
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a <= b ? a : b;
}

/** The later of two days. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a >= b ? a : b;
}
