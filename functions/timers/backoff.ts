import type { Instant } from '@shared/calendar';

/** Tries of one piece of work before it is set aside for a person to look at: some hour in all. */
export const MAX_ATTEMPTS = 8;

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Milliseconds until the next try, after `attempts` that failed: half a minute, doubled each time, an hour at most. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1));
}

/** When work that failed for the `attempts`th time is tried again. */
export function nextTry(wall: Instant, attempts: number): Instant {
  return new Date(Date.parse(wall) + pauseAfter(attempts)).toISOString();
}
