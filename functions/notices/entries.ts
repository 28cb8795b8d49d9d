import type { LocalDate } from '@shared/calendar';
import { hangs, hangsUntil, NoticeContent, type NoticeEntry } from '@shared/publicity';
import type { NoticeRow } from './notices.sql';

export interface Entry {
  entry: NoticeEntry;
  hangs: boolean;
  until: LocalDate;
}

/** The rows of a notice in the order of the paper: a family has days of its own, any other row those of the notice. */
export function entriesOf({ content, rows }: NoticeRow, today: LocalDate): [NoticeContent, Entry[]] {
  const notice = NoticeContent.parse(content);
  const whole = { lastDay: notice.to, stoppedOn: null, takenDown: false };
  const entries = notice.entries.map((entry) => {
    const days = 'headName' in entry ? rows?.find((one) => one.caseId === entry.id) : whole;
    if (days === undefined) throw new Error('A notice lacks one of its rows');
    return { entry, hangs: hangs(days, today), until: hangsUntil(days, today) };
  });
  return [notice, entries];
}
