import { addDays, type Instant, localDate, startOfDay } from '@shared/calendar';

const CHINA_OFFSET_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The moment of `2026-03-02 09:10` on the village's clock. */
export function instantOf(local: string): Instant {
  return new Date(`${local.replace(' ', 'T')}:00.000+08:00`).toISOString();
}

/** A moment as `2026-03-02 09:10` of the village's clock. */
export function localOf(instant: Instant): string {
  const shifted = new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}

/**
 * When the timer of a real deployment, which runs all the time, has something new to see between two moments at which
 * nobody does anything: a minute past eight in the morning, before which nobody is reminded of what midnight changed.
 */
export function timerRunsBetween(from: Instant, to: Instant): Instant[] {
  const found: Instant[] = [];
  for (let day = localDate(from); startOfDay(day) < to; day = addDays(day, 1)) {
    const run = new Date(Date.parse(startOfDay(day)) + 8 * HOUR_MS + MINUTE_MS).toISOString();
    if (run > from && run < to) found.push(run);
  }
  return found;
}
