import type { ImportKindName } from '@shared/contract';
import { type RowReason, rowSentence } from '@shared/messages';
import type { Column, TableRow } from '../../adapters/sheets';
import type { Ctx } from '../context';

/** A row as the job keeps it: what stands in it, and whether the file has the same row again. */
export interface JobRow {
  number: number;
  cells: Record<string, string>;
  faults: TableRow['faults'];
  /** By what two rows are the same; '' when it says too little to be compared. */
  same: string;
  /** First row that is the same, when this is a later one. */
  repeats: number | null;
  /** Rows about the same say different things, wherever in the file: none of them is believed. */
  conflict: boolean;
}

export interface RowOutcome {
  good: boolean;
  /** What became of it, in a sentence. */
  message: string;
  /** Of a good row of money: how much, so that the sender can compare sums. */
  fen?: number;
}

/** What is wrong with a row before anybody reads it, in the words of its kind of table; null when nothing is. */
export function spoiltRow(
  { conflict, repeats, faults }: JobRow,
  words: { conflict: RowReason; repeated: RowReason },
): RowOutcome | null {
  if (conflict) return { good: false, message: rowSentence(words.conflict) };
  if (repeats !== null) return { good: false, message: rowSentence(words.repeated, { row: repeats }) };
  if (Object.values(faults).includes('FORMULA')) return { good: false, message: rowSentence('ROW_FORMULA') };
  return null;
}

export interface JobTarget {
  county: string;
  targetId: string;
}

/** The job whose rows are applied. */
export interface JobWork extends JobTarget {
  jobId: string;
}

/**
 * One kind of table that offices send in. The engine reads, seals, slices, resumes and reports; a kind says which
 * columns there are, who may send it, and what a slice of rows does. `apply` runs in one transaction with the slice's
 * report: done again it must find its own work done.
 */
export interface ImportKind {
  name: ImportKindName;
  columns: readonly Column[];
  maxRows: number;
  /** Rows of one slice. */
  slice: number;
  /** What makes two rows the same; '' when a row says too little to be compared. */
  sameBy(cells: JobRow['cells']): string;
  /** What makes two rows contradict each other when they do not agree; as `sameBy` unless said. */
  aboutBy?(cells: JobRow['cells']): string;
  /** What two such rows must both say to be believed; '' contradicts nothing. */
  agreesOn(cells: JobRow['cells']): string;
  /** Whether senders may say under which words they write their columns, and have it remembered. */
  remembersColumns?: boolean;
  /** Columns that the report repeats beside each outcome, so that the row is found again. */
  shown: readonly string[];
  /** @throws Failure when the caller may not send rows for it; gives the digits of the place whose offices see the job */
  mayStart(ctx: Ctx, target: JobTarget): Promise<{ region: string }>;
  /** What is done once, when the file was read and none of its rows applied: `ignored` are heads that nobody asked for. */
  begin?(ctx: Ctx, work: JobWork, ignored: readonly string[]): Promise<void>;
  apply(ctx: Ctx, work: JobWork, rows: readonly JobRow[]): Promise<RowOutcome[]>;
}
