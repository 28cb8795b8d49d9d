import { type LocalDate, later } from '@shared/calendar/dates';
import type { Profile } from '@shared/procedure';
import { lastDayOfMonth, type Month, monthOf } from './heads';
import { lastDayOfQuarter, nextQuarter, type Quarter, quarterDueOn } from './quarter';

/** What has to be done next for a family, and by when (domain.md 3.5). */
export interface Duties {
  /** The visit of this month: days on which somebody was there, and how many are wanted. Null where none is wanted. */
  visit: { month: Month; wanted: number; done: number; dueOn: LocalDate } | null;
  /** The next sheet. `open` from the quarter's end on: before it the sheet is not whole yet. Null where none is kept. */
  quarter: { quarter: Quarter; dueOn: LocalDate; open: boolean; late: boolean } | null;
}

export interface Followed {
  includedOn: LocalDate;
  /** Days of visits and other monthly follow-ups. */
  visitedOn: readonly LocalDate[];
  /** Quarters of which a sheet was handed in. */
  quarters: readonly Quarter[];
}

/** Takes what was done for a family and its county's rules; gives what is due. Pure; nothing is closed by being late. */
export function dutiesOf(
  { includedOn, visitedOn, quarters }: Followed,
  { visits }: Pick<Profile, 'visits'>,
  today: LocalDate,
): Duties {
  const month = monthOf(today);
  const done = visitedOn.filter((day) => monthOf(day) === month).length;
  const quarter = nextQuarter(includedOn, quarters, today);
  const dueOn = quarterDueOn(quarter);
  return {
    visit:
      visits.monthly === 0
        ? null
        : { month, wanted: visits.monthly, done, dueOn: later(lastDayOfMonth(month), includedOn) },
    quarter: visits.quarterlyLedger
      ? { quarter, dueOn, open: lastDayOfQuarter(quarter) < today, late: dueOn < today }
      : null,
  };
}
