import type { RawRow } from './raw-row';
import { readCsv } from './read-csv';
import { type RawSheet, readXlsx } from './read-xlsx';
import { type Column, type ReadLimits, SheetRefused, type Table, type TableRow } from './types';

/** Bytes of a file: 100,000 rows of a list take some 8 MB. */
export const MAX_SHEET_BYTES = 20 * 1024 * 1024;

/** The head stands in one of the first lines, below titles and notes. */
const HEAD_WITHIN = 15;
/** Columns that a line may have: those of a list are some twenty. */
const MAX_COLUMNS = 200;

/**
 * Reads a table from the bytes of an xlsx or csv file, whichever it is; names prove nothing. The head is found by the
 * words of its columns in any order, so lines above it and foreign columns do no harm. Rows come while they are asked
 * for.
 * @throws SheetRefused with the reason and what the sentence needs; rows that break a limit throw the same
 */
export async function readTable<K extends string>(
  bytes: Uint8Array,
  columns: readonly Column<K>[],
  { maxRows }: ReadLimits,
): Promise<Table<K>> {
  if (bytes.length === 0) throw new SheetRefused('SHEET_EMPTY');
  if (bytes.length > MAX_SHEET_BYTES)
    throw new SheetRefused('SHEET_TOO_LARGE', { megabytes: MAX_SHEET_BYTES / 1024 / 1024 });
  let refusal: SheetRefused | undefined;
  for await (const sheet of sheetsOf(bytes)) {
    const parts = sheet.parts[Symbol.asyncIterator]();
    const head = await findHead(parts, columns);
    if (head instanceof SheetRefused) {
      // The first sheet that holds anything says what is wrong; a later one may still be the right one.
      refusal ??= head;
      continue;
    }
    const merged = sheet.merged.find(({ last }) => last >= head.number);
    if (merged !== undefined) throw new SheetRefused('SHEET_MERGED', { row: merged.first });
    return {
      head: head.words,
      ignored: head.ignored,
      parts: partsOf(head.below, parts, columns, head.at, maxRows),
    };
  }
  throw refusal ?? new SheetRefused('SHEET_EMPTY');
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of xls, and of an xlsx with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

async function* sheetsOf(bytes: Uint8Array): AsyncGenerator<RawSheet> {
  const begins = (start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);
  if (begins(OLE)) throw new SheetRefused('SHEET_OLD_OR_LOCKED');
  if (begins(ZIP)) yield* readXlsx(bytes);
  else yield { parts: readCsv(bytes), merged: [] };
}

interface Head<K extends string> {
  number: number;
  words: Partial<Record<K, string>>;
  ignored: string[];
  /** Where each column stands in a line. */
  at: Partial<Record<K, number>>;
  /** What was read along with it and stands below. */
  below: readonly RawRow[];
}

async function findHead<K extends string>(
  parts: AsyncIterator<readonly RawRow[]>,
  columns: readonly Column<K>[],
): Promise<Head<K> | SheetRefused> {
  let best: { missing: Column<K>[]; words: string[] } | undefined;
  let part: readonly RawRow[] = [];
  let next = 0;
  for (let looked = 0; looked < HEAD_WITHIN; ) {
    const row = part[next];
    if (row === undefined) {
      const read = await parts.next();
      if (read.done) break;
      part = read.value;
      next = 0;
      continue;
    }
    next += 1;
    if (isEmpty(row)) continue;
    looked += 1;
    const words = row.cells.slice(0, MAX_COLUMNS).map(({ text }) => text);
    const places = columns.map((column) => placesOf(column, words));
    const missing = columns.filter((column, index) => column.needed && places[index]?.length === 0);
    if (missing.length === 0) {
      const twice = columns.find((_, index) => (places[index]?.length ?? 0) > 1);
      if (twice !== undefined) return new SheetRefused('SHEET_COLUMN_TWICE', { column: twice.title });
      return { ...headOf(row.number, words, columns, places), below: part.slice(next) };
    }
    if (best === undefined || missing.length < best.missing.length) best = { missing, words };
  }
  if (best === undefined) return new SheetRefused('SHEET_EMPTY');
  return new SheetRefused('SHEET_COLUMNS_MISSING', {
    columns: best.missing.map(({ title }) => title).join('、'),
    // What stands there instead, so that somebody may say which of it is meant.
    found: best.words
      .filter((word) => word !== '')
      .join('\n')
      .slice(0, 2000),
  });
}

function headOf<K extends string>(
  number: number,
  words: readonly string[],
  columns: readonly Column<K>[],
  places: readonly number[][],
): Omit<Head<K>, 'below'> {
  const found = columns.flatMap(({ key }, index) => {
    const place = places[index]?.[0];
    return place === undefined ? [] : [[key, place] as const];
  });
  const taken = new Set(found.map(([, place]) => place));
  return {
    number,
    at: Object.fromEntries(found) as Head<K>['at'],
    words: Object.fromEntries(found.map(([key, place]) => [key, words[place] ?? ''])) as Head<K>['words'],
    ignored: words.filter((word, place) => word !== '' && !taken.has(place)),
  };
}

/** The word of a head that means a column, by its own names and by those that a sender said; null when none does. */
export function headOfColumn(
  column: Column,
  own: readonly string[],
  words: readonly string[],
): string | null {
  const [place] = placesOf({ ...column, also: [...(column.also ?? []), ...own] }, words);
  return place === undefined ? null : (words[place] ?? null);
}

function placesOf({ title, also = [] }: Column, words: readonly string[]): number[] {
  const names = [title, ...also].map(plain);
  return words.flatMap((word, place) => (names.includes(plain(word)) ? [place] : []));
}

/** Column heads as people write them: 「*身份证 号码（必填）」 is 「身份证号码」. */
function plain(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s*:：]/g, '')
    .toLowerCase();
}

async function* partsOf<K extends string>(
  first: readonly RawRow[],
  rest: AsyncIterator<readonly RawRow[]>,
  columns: readonly Column<K>[],
  at: Partial<Record<K, number>>,
  maxRows: number,
): AsyncGenerator<TableRow<K>[]> {
  let count = 0;
  for (let part = first; ; ) {
    const rows: TableRow<K>[] = [];
    for (const row of part) {
      if (isEmpty(row)) continue;
      count += 1;
      if (count > maxRows) throw new SheetRefused('SHEET_TOO_MANY_ROWS', { most: maxRows });
      rows.push(rowOf(row, columns, at));
    }
    yield rows;
    const next = await rest.next();
    if (next.done) return;
    part = next.value;
  }
}

function rowOf<K extends string>(
  { number, cells }: RawRow,
  columns: readonly Column<K>[],
  at: Partial<Record<K, number>>,
): TableRow<K> {
  const row: TableRow<K> = { number, cells: {} as Record<K, string>, faults: {} };
  for (const { key } of columns) {
    const place = at[key];
    const cell = place === undefined ? undefined : cells[place];
    row.cells[key] = cell?.text ?? '';
    if (cell?.fault !== undefined) row.faults[key] = cell.fault;
  }
  return row;
}

function isEmpty({ cells }: RawRow): boolean {
  for (const { text } of cells) if (text !== '') return false;
  return true;
}
