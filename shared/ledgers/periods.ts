import { addDays, daysBetween, type LocalDate } from '@shared/calendar/dates';
import type { LedgerPeriod } from './ledger';

/** The longest period of one ledger: a leap year. */
const MAX_DAYS = 366;

export const LEDGER_SPANS = [
  'THIS_MONTH',
  'LAST_MONTH',
  'THIS_QUARTER',
  'LAST_QUARTER',
  'THIS_YEAR',
  'LAST_YEAR',
] as const;
export type LedgerSpan = (typeof LEDGER_SPANS)[number];

/** The days of a whole month, quarter or year, seen from today; they may reach beyond it. */
export function ledgerDays(span: LedgerSpan, today: LocalDate): LedgerPeriod {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const quarter = Math.floor((month - 1) / 3) * 3;
  switch (span) {
    case 'THIS_MONTH':
      return months(year, month - 1, 1);
    case 'LAST_MONTH':
      return months(year, month - 2, 1);
    case 'THIS_QUARTER':
      return months(year, quarter, 3);
    case 'LAST_QUARTER':
      return months(year, quarter - 3, 3);
    case 'THIS_YEAR':
      return months(year, 0, 12);
    case 'LAST_YEAR':
      return months(year - 1, 0, 12);
  }
}

/** So many months from one on, counted from 0; they may lie before January. */
function months(year: number, first: number, count: number): LedgerPeriod {
  return { from: firstDay(year, first), to: addDays(firstDay(year, first + count), -1) };
}

const firstDay = (year: number, month: number): LocalDate => {
  const at = year * 12 + month;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
};

/** What is wrong with a period of the own; null when nothing is. */
export function periodFault({ from, to }: LedgerPeriod): 'DAYS_REVERSED' | 'DAYS_TOO_MANY' | null {
  if (to < from) return 'DAYS_REVERSED';
  return daysBetween(from, to) >= MAX_DAYS ? 'DAYS_TOO_MANY' : null;
}
