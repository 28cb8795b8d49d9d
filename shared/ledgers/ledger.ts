import { type Instant, type LocalDate, localDate } from '@shared/calendar';
import type { StaffCaseView } from '@shared/casework';
import type { MeasureCode } from '@shared/casework/codes';
import { isCome, type Measure } from '@shared/measures';
import { MEASURE_LABELS } from '@shared/messages';

/** The ten ledgers of domain.md 8.3, in their order there. */
export const LEDGER_CODES = [
  'QUARTERLY',
  'MEASURES',
  'INDUSTRY',
  'JOBS',
  'LOW_INCOME',
  'CHECKS',
  'NOT_INCLUDED',
  'ELIMINATIONS',
  'INTAKE',
  'PROBLEMS',
] as const;
export type LedgerCode = (typeof LEDGER_CODES)[number];

/** Both days included. */
export interface LedgerPeriod {
  from: LocalDate;
  to: LocalDate;
}

/** One column: what stands above it, from which record it comes, and the text of one line. Amounts are yuan, written as numbers. */
export interface LedgerColumn<Line> {
  key: string;
  title: string;
  width?: number;
  amount?: true;
  /** The record that it is read from. Nobody types it. */
  from: string;
  of(line: Line): string;
}

/** A ledger as data: which records make lines in a period, and what each column says of a line. */
export interface LedgerDeclared<Record, Line> {
  /** Its number in domain.md 8.3. */
  no: number;
  name: string;
  /** Which lines stand in it, for whoever takes it out. */
  about: string;
  columns: readonly LedgerColumn<Line>[];
  lines(record: Record, period: LedgerPeriod): readonly Line[];
}

/** The same with its lines worked out, whatever they are. */
export interface Ledger<Record> extends Omit<LedgerDeclared<Record, never>, 'lines' | 'columns'> {
  columns: readonly Omit<LedgerColumn<never>, 'of'>[];
  rows(record: Record, period: LedgerPeriod): { [key: string]: string }[];
}

export function ledger<Record, Line>({
  lines,
  columns,
  ...said
}: LedgerDeclared<Record, Line>): Ledger<Record> {
  return {
    ...said,
    columns,
    rows: (record, period) =>
      lines(record, period).map((line) => Object.fromEntries(columns.map(({ key, of }) => [key, of(line)]))),
  };
}

/** Names of the places of a line. */
export interface LedgerPlace {
  town: string;
  village: string;
}

/** A case as its clerk reads it: a ledger never says more of a family than the screen of whoever takes it out. */
export interface CaseRecord extends LedgerPlace {
  view: StaffCaseView;
}

/** A case with all measures for its family, and who helps it; '' where nobody is named. */
export interface HelpedRecord extends CaseRecord {
  measures: readonly Measure[];
  helper: string;
}

/** 「医疗救助：住院报销」 of what reached the family. */
export const cameAs = (measures: readonly Measure[], codes?: readonly MeasureCode[]): string =>
  joined([
    ...new Set(
      measures
        .filter((m) => isCome(m) && (codes === undefined || codes.includes(m.code)))
        .map(({ code, name }) => `${MEASURE_LABELS[code]}：${name}`),
    ),
  ]);

/** Which family: the column 户 of the list, told apart from namesakes and found again. */
export const FAMILY: readonly LedgerColumn<CaseRecord>[] = [
  { key: 'town', title: '乡镇', width: 14, from: 'region', of: ({ town }) => town },
  { key: 'village', title: '村', width: 16, from: 'region', of: ({ village }) => village },
  { key: 'group', title: '组', width: 8, from: 'case.group', of: ({ view }) => view.group },
  { key: 'caseNo', title: '户编号', width: 14, from: 'case.caseNo', of: ({ view }) => view.caseNo },
  { key: 'head', title: '户主', width: 12, from: 'case.headName', of: ({ view }) => view.headName },
];

export const within = (day: LocalDate, { from, to }: LedgerPeriod): boolean => from <= day && day <= to;
export const dayOf = (at: Instant | null | undefined): string => (at == null ? '' : localDate(at));
/** 「1275.00」 of fen: read as a number by every spreadsheet. */
export const yuanCell = (fen: number): string => {
  const cents = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${cents.slice(0, -2)}.${cents.slice(-2)}`;
};
export const joined = (words: readonly string[], by = '；'): string =>
  words.filter((word) => word !== '').join(by);
