import { addDays, type Instant, localDate, startOfDay } from '@shared/calendar';

const CHINA_OFFSET_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;

/** The moment of `2026-03-02 09:10` on the village's clock. */
export function instantOf(local: string): Instant {
  return new Date(`${local.replace(' ', 'T')}:00.000+08:00`).toISOString();
}

/** A moment as `2026-03-02 09:10` of the village's clock. */
export function localOf(instant: Instant): string {
  const shifted = new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}

/** One minute past each midnight between two moments: when the timer of a real deployment first sees the new day. */
export function midnightsBetween(from: Instant, to: Instant): Instant[] {
  const found: Instant[] = [];
  for (let day = addDays(localDate(from), 1); startOfDay(day) < to; day = addDays(day, 1)) {
    const minutePast = new Date(Date.parse(startOfDay(day)) + MINUTE_MS).toISOString();
    if (minutePast < to) found.push(minutePast);
  }
  return found;
}
