import type Papa from 'papaparse';
import { PART, type RawRow, textCell } from './raw-row';
import { SheetRefused } from './types';

/** Loaded by the first file that needs them. */
const lib = {
  papa: () => require('papaparse') as typeof Papa,
  iconv: () => require('iconv-lite') as typeof import('iconv-lite'),
};

const MARKS: readonly [readonly number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf8'],
  [[0xff, 0xfe], 'utf16le'],
  [[0xfe, 0xff], 'utf16be'],
];

/** A character that stands for bytes that mean nothing. */
const LOST = '\ufffd';

/**
 * Text of a file whose encoding nobody declares: by its byte order mark, else UTF-8 when it is valid UTF-8, else
 * GB18030 (GBK and GB2312 are parts of it), which is what a Chinese Excel saves.
 * @throws SheetRefused when it is neither
 */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => buffer[at] === byte));
  if (marked !== undefined) return lib.iconv().decode(buffer, marked[1]);
  if (buffer.includes(0)) throw new SheetRefused('SHEET_UNREADABLE');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {
    const text = lib.iconv().decode(buffer, 'gb18030');
    if (text.includes(LOST)) throw new SheetRefused('SHEET_ENCODING');
    return text;
  }
}

/** Comma, tab or semicolon: whichever the first lines hold most of. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 5000);
  const count = (mark: string) => start.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/**
 * Lines of a csv file, whose text is in memory anyway. Where a row stands is counted from what is in it: the parser's own
 * account of each row costs twice what its reading does.
 * @throws SheetRefused when it is no text
 */
export async function* readCsv(bytes: Uint8Array): AsyncGenerator<RawRow[]> {
  const records = recordsOf(decodeText(bytes));
  let number = 1;
  for (let at = 0; at < records.length; at += PART) {
    const part: RawRow[] = [];
    for (const record of records.slice(at, at + PART)) {
      // A row is known by its first line, and a quoted cell may hold several.
      part.push({ number, cells: record.map(cellOf) });
      number += 1;
      for (const cell of record) number += breaksIn(cell);
    }
    yield part;
  }
}

const cellOf = (cell: string) => textCell(unmarked(cell));

/** Letters of one line: more is a quote that was left open, or no table. */
const MAX_LINE = 100_000;

/** A quote inside a cell that has none around it is a letter like another. */
function recordsOf(text: string): string[][] {
  const { data, errors } = lib.papa().parse<string[]>(text, { delimiter: delimiterOf(text) });
  if (errors.some(({ code }) => code === 'MissingQuotes')) throw new SheetRefused('SHEET_UNREADABLE');
  for (const record of data) {
    let letters = 0;
    for (const cell of record) letters += cell.length;
    if (letters > MAX_LINE) throw new SheetRefused('SHEET_UNREADABLE');
  }
  return data;
}

const breaksIn = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;

/** The mark before a text that would have become a formula, as `writeTable` sets it. */
function unmarked(cell: string): string {
  return cell.startsWith("'") && /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
