import { PassThrough } from 'node:stream';
import type { stringify } from 'csv-stringify';
import type ExcelJS from 'exceljs';
import type { SheetFormat, TableOut } from './types';

/** Loaded by the first table that is written. */
const lib = {
  exceljs: () => require('exceljs') as typeof ExcelJS,
  stringify: () => (require('csv-stringify') as { stringify: typeof stringify }).stringify,
};

/** Text, for good: a program that opens the file keeps all digits and works nothing out. */
const AS_TEXT = '@';
/** One object each: the writer knows a style again by its identity. */
const TEXT_CELL = { numFmt: AS_TEXT };
const MONEY_CELL = { numFmt: '#,##0.00' };
/** So few digits that no spreadsheet rounds them. */
const A_NUMBER = /^-?\d{1,13}(\.\d{1,2})?$/;
const USUAL_WIDTH = 16;

/** Letters that no sheet's name may have. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g;

/** Types under which the files are kept and sent. */
export const SHEET_TYPES: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Writes a table, row by row, and gives the bytes of the file. */
export function writeTable<K extends string>(table: TableOut<K>, format: SheetFormat): Promise<Uint8Array> {
  return format === 'xlsx' ? toXlsx(table) : toCsv(table);
}

async function toXlsx<K extends string>({
  columns,
  rows,
  above = [],
  sheet = '名单',
}: TableOut<K>): Promise<Uint8Array> {
  const out = new PassThrough();
  const bytes = collect(out);
  const book = new (lib.exceljs().stream.xlsx.WorkbookWriter)({
    stream: out,
    useStyles: true,
    useSharedStrings: true,
  });
  const page = book.addWorksheet(sheet.replace(NOT_IN_NAMES, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: above.length + 1 }],
  });
  page.columns = columns.map(({ width = USUAL_WIDTH }) => ({ width, style: { numFmt: AS_TEXT } }));
  for (const line of above) page.addRow([line]).commit();
  const head = page.addRow(columns.map(({ title }) => title));
  head.font = { bold: true };
  head.commit();
  let last = above.length + 1;
  for await (const row of rows) {
    const line = page.addRow(
      columns.map(({ key, amount }) =>
        amount && A_NUMBER.test(row[key]) ? Number(row[key]) : clean(row[key]),
      ),
    );
    line.eachCell((cell) => {
      cell.style = typeof cell.value === 'number' ? MONEY_CELL : TEXT_CELL;
    });
    line.commit();
    last += 1;
  }
  offerChoices(page, columns, above.length + 2, last);
  page.commit();
  await book.commit();
  return bytes;
}

/** exceljs knows this list of a sheet, its types do not. */
interface Validated {
  dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void };
}

function offerChoices(
  page: ExcelJS.Worksheet,
  columns: TableOut['columns'],
  first: number,
  last: number,
): void {
  if (last < first) return;
  columns.forEach(({ choices }, index) => {
    if (choices === undefined) return;
    const letter = page.getColumn(index + 1).letter;
    (page as unknown as Validated).dataValidations.add(`${letter}${first}:${letter}${last}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
    });
  });
}

/** With a byte order mark, or Excel takes it for something else. */
async function toCsv<K extends string>({ columns, rows, above = [] }: TableOut<K>): Promise<Uint8Array> {
  const lines = lib.stringify()({ bom: true, record_delimiter: 'windows', escape_formulas: true });
  const bytes = collect(lines);
  for (const line of above) lines.write([line]);
  lines.write(columns.map(({ title }) => title));
  for await (const row of rows) lines.write(columns.map(({ key }) => clean(row[key])));
  lines.end();
  return bytes;
}

/** Without what no file of this kind may hold. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000);
}

async function collect(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
