import type { LocalDate } from '@shared/calendar';
import { maskName } from '@shared/people';
import type { Profile } from '@shared/procedure';
import type { NoticeKind } from './codes';
import { type NoticeContent, type NoticeEntry, rulesOf } from './kinds';
import { A_HOUSEHOLD } from './minors';

/** Who looks: anybody with the link, people bound to the village, the paper on the board, staff (ux.md 8). */
export type Audience = 'OPEN' | 'VILLAGE' | 'BOARD' | 'STAFF';

export interface NoticeRow {
  /** Place on the paper, from 0. */
  row: number;
  /** Two of one name are told apart: 田有福（2组）. */
  name: string;
  group: string;
  /** What stands in each of the columns. */
  cells: string[];
}

export interface NoticeView {
  audience: Audience;
  kind: NoticeKind;
  /** What it is, in villagers' words, and how it came about; '' where nobody decided anything. */
  heading: string;
  decided: string;
  objections: 'ONLINE' | 'PHONE' | 'NONE';
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
  /** Families or people on the list, and for how many people they stand. */
  households: number;
  people: number;
  /** What is paid out by it in all, in fen; null where a kind pays nothing. */
  totalFen: number | null;
  columns: { key: string; title: string }[];
  /** null where only the counts are shown. */
  rows: NoticeRow[] | null;
}

/**
 * What one audience may see of a notice (domain.md 6.3): counts and totals for the open link, names masked or full for
 * the village as the profile says, full names on the board and for staff. Ids never leave.
 */
export function audienceView(
  content: NoticeContent,
  audience: Audience,
  { nameOnline }: Pick<Profile['publicity'], 'nameOnline'>,
): NoticeView {
  const rules = rulesOf(content.kind);
  const counts = countsOf(content, content.entries);
  const columns = rules.columns.filter(({ cell }) => content.entries.some((entry) => cell(entry) !== ''));
  const masked = audience === 'VILLAGE' && nameOnline === 'MASK';
  return {
    audience,
    kind: content.kind,
    heading: rules.heading,
    decided: rules.decided,
    objections: rules.objections,
    villageName: content.villageName,
    townName: content.townName,
    countyName: content.countyName,
    title: content.title,
    basis: content.basis ?? '',
    stepsDone: content.stepsDone,
    from: content.from,
    to: content.to,
    days: content.days,
    phones: content.phones,
    issuer: content.issuer,
    postedOn: content.postedOn,
    ...counts,
    totalFen: 'totalFen' in content ? content.totalFen : null,
    columns: columns.map(({ key, title }) => ({ key, title })),
    rows: audience === 'OPEN' ? null : rowsOf(content, masked, columns),
  };
}

/** How many families or people some rows of a notice name: one that stands in two rows counts once. */
export function countsOf(
  { kind }: NoticeContent,
  entries: readonly NoticeEntry[],
): { households: number; people: number } {
  const rules = rulesOf(kind);
  const once = new Map(entries.map((entry) => [whoIs(kind, entry), entry]));
  return {
    households: once.size,
    people: [...once.values()].reduce((sum, entry) => sum + rules.peopleOf(entry), 0),
  };
}

/** A family by its case; a person by name and group, which is all that a list of payments says. */
function whoIs(kind: NoticeKind, entry: NoticeEntry): string {
  const rules = rulesOf(kind);
  return 'headName' in entry ? entry.id : `${rules.nameOf(entry)}\n${rules.groupOf(entry)}`;
}

function rowsOf(
  { kind, entries }: NoticeContent,
  masked: boolean,
  columns: readonly { key: string; cell(entry: NoticeEntry): string }[],
): NoticeRow[] {
  const rules = rulesOf(kind);
  const shown = (entry: NoticeEntry) => {
    const name = rules.nameOf(entry);
    return masked && name !== A_HOUSEHOLD ? maskName(name) : name;
  };
  const names = toldApart(
    entries.map((entry) => ({
      name: shown(entry),
      group: rules.groupOf(entry),
      people: 'memberCount' in entry ? `${entry.memberCount} 人` : '',
      about: rules.about(entry),
      who: whoIs(kind, entry),
    })),
    columns.map(({ key }) => key),
  );
  return entries.map((entry, row) => ({
    row,
    name: names[row] ?? '',
    group: rules.groupOf(entry),
    cells: columns.map(({ key, cell }) => (key === 'name' ? (names[row] ?? '') : cell(entry))),
  }));
}

interface Named {
  name: string;
  group: string;
  people: string;
  /** Rows of one name about different things may well be one person's. */
  about: string;
  who: string;
}

/**
 * Names of which no two rows can be taken for each other (domain.md 6.3): of one name the village group tells them
 * apart, in one group the number of people, and where that is the same too, the order on the list. What a column says
 * anyway is not said again.
 */
function toldApart(rows: readonly Named[], columns: readonly string[]): string[] {
  const byName = new Map<string, Named[]>();
  for (const row of rows) byName.set(keyOf(row), [...(byName.get(keyOf(row)) ?? []), row]);
  return rows.map((row) => {
    const like = byName.get(keyOf(row)) ?? [];
    if (new Set(like.map(({ who }) => who)).size < 2) return row.name;
    const marks: string[] = [];
    if (!columns.includes('group') && row.group !== '') marks.push(row.group);
    const inGroup = like.filter(({ group }) => group === row.group);
    const alike = inGroup.filter(({ people }) => people === row.people);
    if (inGroup.length > 1 && alike.length < inGroup.length && !columns.includes('people'))
      marks.push(row.people);
    if (alike.length > 1) marks.push(`第 ${alike.indexOf(row) + 1} 个`);
    return marks.length === 0 ? row.name : `${row.name}（${marks.join('，')}）`;
  });
}

const keyOf = ({ name, about }: Named): string => `${name}\n${about}`;
