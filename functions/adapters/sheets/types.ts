import type { SheetReason } from '@shared/contract';

/** One column of a table, known by the words in its head. `key` is how the code calls it. */
export interface Column<K extends string = string> {
  key: K;
  title: string;
  /** Other words under which offices write the same column. */
  also?: readonly string[];
  /** Without this column a table is refused. */
  needed?: boolean;
  /** In characters, when it is written. */
  width?: number;
  /** Written as a number when its text is one, so that a spreadsheet can add it up. */
  amount?: boolean | undefined;
  /** What may be chosen in the cell, when it is written as xlsx. */
  choices?: readonly string[];
}

/** Why the text of one cell is not what somebody meant to write. */
export type CellFault =
  /** A formula. It is kept as the text `=…` and never worked out. */
  | 'FORMULA'
  /** A spreadsheet made a number of it and dropped digits: 4.3E+17. */
  | 'NUMBER_LOST'
  /** `#N/A` and its like. */
  | 'ERROR_VALUE';

export interface TableRow<K extends string = string> {
  /** The line's number as the spreadsheet program shows it. */
  number: number;
  /** Trimmed text of every declared column, '' when the cell is empty or the column is not there. */
  cells: Record<K, string>;
  faults: Partial<Record<K, CellFault>>;
}

export interface Table<K extends string = string> {
  /** Words in the head of each declared column that was found. */
  head: Partial<Record<K, string>>;
  /** Columns that nobody asked for: ignored, and worth telling. */
  ignored: readonly string[];
  /** Rows that are not empty, in order, some at a time, read while they are asked for. @throws SheetRefused when the file breaks a limit further down */
  parts: AsyncIterable<readonly TableRow<K>[]>;
}

/** The file is refused as a whole; the sentence for each reason is in shared/messages. */
export class SheetRefused extends Error {
  constructor(
    readonly reason: SheetReason,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason);
    this.name = 'SheetRefused';
  }
}

export interface ReadLimits {
  /** Rows below the head, empty ones not counted. */
  maxRows: number;
}

/** A table to write. Values are text: nothing that is written here can become a formula. */
export interface TableOut<K extends string = string> {
  columns: readonly Column<K>[];
  rows: Iterable<Readonly<Record<K, string>>> | AsyncIterable<Readonly<Record<K, string>>>;
  /** Lines above the head: whose list it is, what it may be used for. */
  above?: readonly string[];
  /** Name of the sheet. */
  sheet?: string;
}

export type SheetFormat = 'xlsx' | 'csv';
