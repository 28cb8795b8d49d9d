import { addDays, daysBetween, type LocalDate } from '@shared/calendar';

/** How long one family's row of a notice hangs: its own last day, and what has happened to it since. */
export interface RowDays {
  lastDay: LocalDate;
  /** Day of the objection that is being looked into; its days stand still from then on. */
  stoppedOn: LocalDate | null;
  /** Before its time: the family is looked at anew, or has withdrawn. */
  takenDown: boolean;
}

/**
 * The last day of a row as it stands today (domain.md 3.0, 3.3): while an objection is looked into the row stays up and
 * keeps the days that it had left, as if they went on tomorrow.
 */
export function hangsUntil({ lastDay, stoppedOn }: RowDays, today: LocalDate): LocalDate {
  return stoppedOn === null ? lastDay : addDays(lastDay, Math.max(0, daysBetween(stoppedOn, today)));
}

/** Whether a row hangs on a day: up to 24:00 of its last day, unless it was taken down before. */
export function hangs(row: RowDays, today: LocalDate): boolean {
  return !row.takenDown && hangsUntil(row, today) >= today;
}
