import { isLocalDate, type LocalDate } from '@shared/calendar';

/** The twelve complete months before the month of submission (domain.md 4.4): 2026-03-02 gives 2025-03 to 2026-02. */
export function incomeWindow(submittedOn: LocalDate): { from: string; to: string } {
  if (!isLocalDate(submittedOn)) throw new RangeError(`Not a calendar day: ${String(submittedOn)}`);
  const month = Number(submittedOn.slice(0, 4)) * 12 + Number(submittedOn.slice(5, 7)) - 1;
  return { from: monthText(month - 12), to: monthText(month - 1) };
}

function monthText(monthsSinceYear0: number): string {
  const year = Math.floor(monthsSinceYear0 / 12);
  return `${String(year).padStart(4, '0')}-${String((monthsSinceYear0 % 12) + 1).padStart(2, '0')}`;
}
