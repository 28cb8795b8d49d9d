import type { LocalDate } from '@shared/calendar';
import { maskName } from '@shared/people';
import type { Profile } from '@shared/procedure';
import type { NoticeContent, NoticeEntry } from './notice';

/** Who looks: anybody with the link, people bound to the village, the paper on the board, staff (ux.md 8). */
export type Audience = 'OPEN' | 'VILLAGE' | 'BOARD' | 'STAFF';

export type NoticeRow = Omit<NoticeEntry, 'id'>;

export interface NoticeView {
  audience: Audience;
  kind: NoticeContent['kind'];
  villageName: string;
  townName: string;
  countyName: string;
  title: string;
  basis: string;
  stepsDone: string[];
  from: LocalDate;
  to: LocalDate;
  days: number;
  phones: NoticeContent['phones'];
  issuer: string;
  postedOn: LocalDate;
  households: number;
  people: number;
  /** null where only the counts are shown. */
  rows: NoticeRow[] | null;
}

/**
 * What one audience may see of a notice (domain.md 6.3): counts for the open link, names masked or full for the
 * village as the profile says, full names on the board and for staff. Case ids never leave.
 */
export function audienceView(
  content: NoticeContent,
  audience: Audience,
  { nameOnline }: Pick<Profile['publicity'], 'nameOnline'>,
): NoticeView {
  const masked = audience === 'VILLAGE' && nameOnline === 'MASK';
  const rows = content.entries.map(({ headName, memberCount, group }) => ({
    headName: masked ? maskName(headName) : headName,
    memberCount,
    group,
  }));
  return {
    audience,
    kind: content.kind,
    villageName: content.villageName,
    townName: content.townName,
    countyName: content.countyName,
    title: content.title,
    basis: content.basis,
    stepsDone: content.stepsDone,
    from: content.from,
    to: content.to,
    days: content.days,
    phones: content.phones,
    issuer: content.issuer,
    postedOn: content.postedOn,
    households: rows.length,
    people: rows.reduce((sum, row) => sum + row.memberCount, 0),
    rows: audience === 'OPEN' ? null : rows,
  };
}
