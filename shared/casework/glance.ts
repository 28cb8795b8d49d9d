import { addDays, daysBetween, earlier, type LocalDate } from '@shared/calendar/dates';
import type { GlanceSpan } from './codes';

/** The longest period that is counted at once: a leap year. */
const MAX_GLANCE_DAYS = 366;

interface Span {
  from: LocalDate;
  to: LocalDate;
}

const BACK = { D7: 7, D30: 30, D90: 90 } as const;

/**
 * The days of a period, both ends included, seen from today. A period of the own ends today at the latest.
 * @returns what is wrong with the own one: no day given, the end before the beginning, or too long
 */
export function spanDays(
  span: GlanceSpan,
  today: LocalDate,
  own: { from: LocalDate | ''; to: LocalDate | '' },
): Span | { fault: 'DAYS_MISSING' | 'DAYS_REVERSED' | 'DAYS_TOO_MANY'; field: 'from' | 'to' } {
  switch (span) {
    case 'MONTH':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'QUARTER': {
      const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
      return { from: `${today.slice(0, 5)}${String(month).padStart(2, '0')}-01`, to: today };
    }
    case 'OWN': {
      const { from, to } = own;
      if (from === '' || to === '') return { fault: 'DAYS_MISSING', field: from === '' ? 'from' : 'to' };
      const end = earlier(to, today);
      if (end < from) return { fault: 'DAYS_REVERSED', field: from > today ? 'from' : 'to' };
      return daysBetween(from, end) >= MAX_GLANCE_DAYS
        ? { fault: 'DAYS_TOO_MANY', field: 'from' }
        : { from, to: end };
    }
    default:
      return { from: addDays(today, 1 - BACK[span]), to: today };
  }
}

/**
 * The median of days that come with how often each was seen: the middle one, or the mean of the middle two.
 * @param seen each number of days once, in any order; at least one of them at least once
 */
export function medianDays(seen: readonly { days: number; times: number }[]): number {
  const sorted = [...seen].sort((a, b) => a.days - b.days);
  const all = sorted.reduce((sum, { times }) => sum + times, 0);
  const at = (index: number) => {
    let left = index;
    for (const { days, times } of sorted) {
      if (left < times) return days;
      left -= times;
    }
    return 0;
  };
  return (at(Math.floor((all - 1) / 2)) + at(Math.ceil((all - 1) / 2))) / 2;
}
