import { Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { dateCell, numberCell, PART, type RawCell, type RawRow, textCell } from './raw-row';
import { SheetRefused } from './types';
import { pack, unpack } from './unzip';

const exceljs = () => require('exceljs') as typeof ExcelJS;

/** One sheet of a workbook: its lines, and the first line of each merged area that is taller or wider than a cell. */
export interface RawSheet {
  parts: AsyncIterable<readonly RawRow[]>;
  merged: readonly { first: number; last: number }[];
}

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
const EMPTY_STRINGS =
  '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="0" uniqueCount="0"/>';

/**
 * Visible sheets of a workbook, one after the other. The streaming reader of exceljs depends on the order of parts in
 * the file and lays what comes too early into temporary files; it gets each sheet packed anew, in the order it likes,
 * so that no family's row touches a disk.
 * @throws SheetRefused
 */
export async function* readXlsx(bytes: Uint8Array): AsyncGenerator<RawSheet> {
  const parts = await unpack(bytes);
  const workbook = parts.get('xl/workbook.xml');
  const links = parts.get('xl/_rels/workbook.xml.rels');
  const numbers = [...parts.keys()]
    .flatMap((name) => SHEET.exec(name)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));
  if (workbook === undefined || links === undefined || numbers.length === 0)
    throw new SheetRefused('SHEET_UNREADABLE');
  for (const number of numbers) {
    const name = `xl/worksheets/sheet${number}.xml`;
    const sheet = parts.get(name) ?? Buffer.alloc(0);
    const packed = await pack([
      // Some programs write the links from the root, which exceljs does not follow.
      ['xl/_rels/workbook.xml.rels', Buffer.from(links.toString('utf8').replaceAll('"/xl/', '"'))],
      ['xl/workbook.xml', workbook],
      ['xl/styles.xml', parts.get('xl/styles.xml') ?? Buffer.from('<styleSheet/>')],
      ['xl/sharedStrings.xml', parts.get('xl/sharedStrings.xml') ?? Buffer.from(EMPTY_STRINGS)],
      [name, sheet],
    ]);
    const lines = linesOf(packed);
    // A hidden sheet gives nothing, not even a first answer.
    const first = await lines.next();
    if (first.done) continue;
    yield { parts: from(first.value, lines), merged: mergedOf(sheet) };
  }
}

async function* from(first: RawRow[], rest: AsyncGenerator<RawRow[]>): AsyncGenerator<RawRow[]> {
  yield first;
  yield* rest;
}

async function* linesOf(packed: Buffer): AsyncGenerator<RawRow[]> {
  const reader = new (exceljs().stream.xlsx.WorkbookReader)(Readable.from(slices(packed)), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  try {
    for await (const sheet of reader) {
      if (isHidden(sheet)) continue;
      let part: RawRow[] = [];
      for await (const row of sheet) {
        part.push(lineOf(row));
        if (part.length < PART) continue;
        yield part;
        part = [];
      }
      if (part.length > 0) yield part;
    }
  } catch {
    throw new SheetRefused('SHEET_UNREADABLE');
  }
}

const SLICE = 64 * 1024;

function* slices(buffer: Buffer): Generator<Buffer> {
  for (let at = 0; at < buffer.length; at += SLICE) yield buffer.subarray(at, at + SLICE);
}

function isHidden(sheet: object): boolean {
  return 'state' in sheet && (sheet.state === 'hidden' || sheet.state === 'veryHidden');
}

function lineOf(row: ExcelJS.Row): RawRow {
  const cells: RawCell[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    cells[column - 1] = cellOf(cell.value);
  });
  return { number: row.number, cells: Array.from(cells, (cell) => cell ?? { text: '' }) };
}

/** The text that a cell shows; a formula is shown as what it is, because nothing here works anything out. */
function cellOf(value: ExcelJS.CellValue): RawCell {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'boolean') return { text: value ? '是' : '否' };
  if (value instanceof Date) return dateCell(value);
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''));
  if ('error' in value) return { text: String(value.error), fault: 'ERROR_VALUE' };
  if ('formula' in value || 'sharedFormula' in value)
    return { text: `=${'formula' in value ? value.formula : ''}`, fault: 'FORMULA' };
  return 'text' in value ? textCell(String(value.text)) : { text: '' };
}

const MERGED = /<(?:\w+:)?mergeCell\b[^>]*\bref="[A-Z]+(\d+):[A-Z]+(\d+)"/g;

/** Merged areas stand behind the rows, where exceljs no longer looks when it streams. */
function mergedOf(sheet: Buffer): RawSheet['merged'] {
  const behind = sheet.lastIndexOf('sheetData>');
  if (behind < 0) return [];
  const tail = sheet.subarray(behind).toString('utf8');
  return [...tail.matchAll(MERGED)].map((match) => ({ first: Number(match[1]), last: Number(match[2]) }));
}
