import { perHead } from '@shared/assessment/assess';
import { addDays, type Instant, type LocalDate, later } from '@shared/calendar/dates';
import { type Fact, factAt, familyAt, firstDayOf } from './facts';

/** A month, `YYYY-MM`. */
export type Month = string;

export const monthOf = (day: LocalDate): Month => day.slice(0, 7);

/** The month that is `n` after. */
export function addMonths(month: Month, n: number): Month {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + n;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

export const lastDayOfMonth = (month: Month): LocalDate => addDays(`${addMonths(month, 1)}-01`, -1);

/**
 * People that a month's figures divide by: those who are counted on its last day, so that who comes or goes changes the
 * base from that very month (domain.md 3.8). A month before anything is known has the first known base.
 */
export function headsIn(facts: readonly Fact[], month: Month, knownAt: Instant | null = null): number {
  const first = firstDayOf(
    knownAt === null ? facts : facts.filter(({ recordedAt }) => recordedAt <= knownAt),
  );
  if (first === null) return 0;
  const asOf = { on: later(lastDayOfMonth(month), first), knownAt };
  return familyAt(facts, asOf).members.filter(
    ({ key, STANDING }) => STANDING !== 'CLOSED' && factAt(facts, key, 'COUNTED', asOf) === true,
  ).length;
}

/**
 * Income per head of several months in fen, for people who come and go: what came in, divided by the months that people
 * lived on it, times the months. With one number of heads all along it is income over heads. Null without anybody.
 */
export function perHeadOver(totalFen: number, heads: readonly number[]): number | null {
  const personMonths = heads.reduce((sum, one) => sum + one, 0);
  return personMonths === 0 ? null : perHead(totalFen * heads.length, personMonths);
}
