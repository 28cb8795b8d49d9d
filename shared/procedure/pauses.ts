import { between, type DayUnit, type Instant, type LocalDate, later, localDate } from '@shared/calendar';

/** A time in which the clock stands still; `to` is null while it lasts. */
export interface Pause {
  from: Instant;
  to: Instant | null;
}

interface Span {
  from: LocalDate;
  to: LocalDate;
}

/** Pauses up to `until` as days (from, to], those that overlap or touch made one. */
function mergedSpans(pauses: readonly Pause[], until: Instant): Span[] {
  const spans = pauses
    .map(({ from, to }) => ({ from, to: to === null || to > until ? until : to }))
    .filter(({ from, to }) => from <= to)
    .map(({ from, to }) => ({ from: localDate(from), to: localDate(to) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged[merged.length - 1];
    if (last && span.from <= last.to) last.to = later(last.to, span.to);
    else merged.push(span);
  }
  return merged;
}

/**
 * Paused days, each day once, from the day after `since` up to the moment `until`. A pause is counted (from, to], so
 * 5 to 9 March is 4 natural days and a pause within one day is none.
 */
export function pausedDays(
  pauses: readonly Pause[],
  since: LocalDate,
  until: Instant,
  unit: DayUnit,
): number {
  return mergedSpans(pauses, until).reduce((sum, span) => {
    const from = later(span.from, since);
    return from < span.to ? sum + between(from, span.to, unit) : sum;
  }, 0);
}
