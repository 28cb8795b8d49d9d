import type { LocalDate } from '@shared/calendar';
import { hangs, hangsUntil, NoticeContent, type NoticeEntry } from '@shared/publicity';
import type { NoticeRow } from './notices.sql';

export interface Entry {
  entry: NoticeEntry;
  hangs: boolean;
  until: LocalDate;
}

/** The rows of a notice in the order of the paper: a family has days of its own, any other row those of the notice. */
export function entriesOf(
  { content, rows, hidden, replaced }: NoticeRow,
  today: LocalDate,
): [NoticeContent, Entry[]] {
  const notice = NoticeContent.parse(content);
  const whole = { lastDay: notice.to, stoppedOn: null, takenDown: replaced };
  const prepared = !isStarted(notice, rows);
  const entries = notice.entries.map((entry, place) => {
    const shown = hidden?.includes(place) !== true;
    // A sheet that was frozen to be printed is of its own day alone: tomorrow its dates are wrong.
    if (prepared) return { entry, hangs: shown && notice.postedOn >= today, until: notice.to };
    const days = 'headName' in entry ? rows?.find((one) => one.caseId === entry.id) : whole;
    if (days === undefined) throw new Error('A notice lacks one of its rows');
    return { entry, hangs: shown && hangs(days, today), until: hangsUntil(days, today) };
  });
  return [notice, entries];
}

/** Whether its days run: the board was photographed with it. Only what takes objections waits for that (domain.md 6.4). */
export function isStarted({ kind }: NoticeContent, rows: NoticeRow['rows']): boolean {
  return kind !== 'PROPOSED_INCLUSION' || rows !== null;
}
