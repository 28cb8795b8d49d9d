const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Until when an answer about a notice is to be believed without a new one, by the time that has gone since and not by the
 * phone's clock, which may be set wrong: as long as it hung for certain, a minute on its last day.
 * @param savedAt when it came, in milliseconds
 */
export function sureUntil({ daysLeft }: { daysLeft: number }, savedAt: number): number {
  return savedAt + Math.max(MINUTE_MS, (daysLeft - 1) * DAY_MS);
}
