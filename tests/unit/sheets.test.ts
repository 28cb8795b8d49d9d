import { type Column, readTable, SheetRefused, type TableRow, writeTable } from '@functions/adapters/sheets';
import { unpack } from '@functions/adapters/sheets/unzip';
import { composeIdNumber } from '@shared/people';
import { cellDate, cellFen, cellIdNo } from '@shared/tables';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import { read, utils, write } from 'xlsx';

const COLUMNS = [
  { key: 'name', title: '姓名', needed: true },
  { key: 'idNo', title: '身份证号码', also: ['身份证号', '证件号码'], needed: true },
  { key: 'note', title: '说明', choices: ['有', '没有'] },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

const LIMITS = { maxRows: 100_000 };

async function rowsOf(bytes: Uint8Array, limits = LIMITS): Promise<TableRow<Key>[]> {
  const table = await readTable<Key>(bytes, COLUMNS, limits);
  const rows: TableRow<Key>[] = [];
  for await (const part of table.parts) rows.push(...part);
  return rows;
}

async function refusalOf(bytes: Uint8Array, limits = LIMITS): Promise<SheetRefused> {
  const refusal = await rowsOf(bytes, limits).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refusal instanceof SheetRefused) return refusal;
  throw new Error(`not refused: ${String(refusal)}`);
}

/** A workbook of another program. */
function bySheetJs(lines: unknown[][], change?: (sheet: Record<string, unknown>) => void): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(lines);
  change?.(sheet);
  utils.book_append_sheet(book, sheet, '表');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }));
}

const HEAD = ['姓名', '身份证号码', '说明'];
const PLAIN = [HEAD, ['田有福', '990101197301010017', '面包车'], [], ['柳春生', '990101197906070013', '']];

describe('out', () => {
  const rows = [
    { name: '=HYPERLINK("http://x","点我")', idNo: '990101197301010017', note: '+1' },
    { name: '@SUM(1)', idNo: '000000000000000001', note: '-2' },
    { name: '\t=1+1', idNo: '990101199001010011', note: '' },
  ];

  it('is opened by another program: every value is text, and a formula in a name stays a name', async () => {
    const bytes = await writeTable({ columns: COLUMNS, rows, above: ['只供比对用'] }, 'xlsx');
    const sheet = Object.values(read(bytes, { cellFormula: true, cellNF: true }).Sheets)[0] ?? {};
    const cells = Object.entries(sheet).filter(([address]) => !address.startsWith('!'));
    expect(cells.every(([, cell]) => cell.t === 's' && cell.f === undefined)).toBe(true);
    expect(sheet.A3).toMatchObject({ v: '=HYPERLINK("http://x","点我")', z: '@' });
    expect(utils.sheet_to_json(sheet, { header: 1, raw: true })).toEqual([
      ['只供比对用'],
      HEAD,
      ...rows.map((row) => [row.name, row.idNo, row.note]),
    ]);
  });

  it('offers what may be chosen', async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await writeTable({ columns: COLUMNS, rows }, 'xlsx');
    await book.xlsx.load(Buffer.from(bytes) as never);
    expect(book.worksheets[0]?.getCell('C2').dataValidation).toMatchObject({ formulae: ['"有,没有"'] });
  });

  it.each(['xlsx', 'csv'] as const)('comes back as it was: %s', async (format) => {
    const bytes = await writeTable({ columns: COLUMNS, rows, above: ['只供比对用'] }, format);
    const back = await rowsOf(bytes);
    expect(back.map(({ cells }) => cells)).toEqual(rows.map((row) => ({ ...row, name: row.name.trim() })));
    expect(back.map(({ number }) => number)).toEqual([3, 4, 5]);
  });

  it('marks what a csv would turn into a formula', async () => {
    const text = Buffer.from(await writeTable({ columns: COLUMNS, rows }, 'csv')).toString('utf8');
    expect(text.startsWith('\ufeff姓名,')).toBe(true);
    expect(text).toContain("'@SUM(1)");
    expect(text).not.toMatch(/(^|,)[=+\-@]/m);
  });
});

describe('in', () => {
  const expected = [
    { number: 2, cells: { name: '田有福', idNo: '990101197301010017', note: '面包车' }, faults: {} },
    { number: 4, cells: { name: '柳春生', idNo: '990101197906070013', note: '' }, faults: {} },
  ];
  const text = PLAIN.map((line) => line.join(',')).join('\r\n');

  it.each<[string, Uint8Array]>([
    ['xlsx', bySheetJs(PLAIN)],
    ['csv in UTF-8', Buffer.from(text)],
    ['csv with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['csv in GB18030', iconv.encode(text, 'gb18030')],
    ['csv in UTF-16 with tabs', iconv.encode(text.replaceAll(',', '\t'), 'utf16le', { addBOM: true })],
  ])('reads %s, leaving out empty lines and keeping their numbers', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(expected);
  });

  it('reads letters that only GB18030 has', async () => {
    const rows = await rowsOf(iconv.encode('姓名,身份证号\n㐂䶮𠮷,1\n', 'gb18030'));
    expect(rows[0]?.cells.name).toBe('㐂䶮𠮷');
  });

  it('finds the head below a title, in another order, by other words, beside foreign columns', async () => {
    const bytes = bySheetJs(
      [['查对名单'], [], ['序号', '*证件号码（必填）', ' 姓 名 '], ['1', '990101197301010017', '田有福']],
      (sheet) => {
        sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
      },
    );
    const table = await readTable<Key>(bytes, COLUMNS, LIMITS);
    expect(table.ignored).toEqual(['序号']);
    expect(await rowsOf(bytes)).toEqual([
      { number: 4, cells: { name: '田有福', idNo: '990101197301010017', note: '' }, faults: {} },
    ]);
  });

  it('never works a formula out, and tells that it is one', async () => {
    const bytes = bySheetJs([HEAD, ['甲', '1', '']], (sheet) => {
      sheet.C2 = { t: 's', v: '查到了', f: 'VLOOKUP(B2,D:E,2,0)' };
    });
    expect(await rowsOf(bytes)).toMatchObject([
      { cells: { note: '=VLOOKUP(B2,D:E,2,0)' }, faults: { note: 'FORMULA' } },
    ]);
    expect((await rowsOf(Buffer.from('姓名,身份证号\n=1+1,2')))[0]?.cells.name).toBe('=1+1');
  });

  it('tells ID numbers whose digits a program dropped', async () => {
    const asNumber = bySheetJs([HEAD, ['甲', 9.9010119730101e17, ''], ['乙', 19900000008, '']]);
    expect(await rowsOf(asNumber)).toMatchObject([
      { faults: { idNo: 'NUMBER_LOST' } },
      { cells: { idNo: '19900000008' }, faults: {} },
    ]);
    expect(await rowsOf(Buffer.from('姓名,身份证号\n甲,9.90101E+17'))).toMatchObject([
      { cells: { idNo: '9.90101E+17' }, faults: { idNo: 'NUMBER_LOST' } },
    ]);
  });

  it('reads days as days and errors as errors', async () => {
    const bytes = bySheetJs([HEAD, ['甲', '1', ''], ['乙', '2', '']], (sheet) => {
      sheet.C2 = { t: 'n', v: 46083, z: 'yyyy-mm-dd' };
      sheet.C3 = { t: 'e', v: 0x2a };
    });
    const rows = await rowsOf(bytes);
    expect(rows[0]?.cells.note).toBe('2026-03-02');
    expect(rows[1]?.faults.note).toBe('ERROR_VALUE');
  });

  it('passes by hidden sheets and those without the head', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([HEAD, ['藏', '1', '']]), '藏');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['说明'], ['先看这里']]), '说明');
    utils.book_append_sheet(book, utils.aoa_to_sheet(PLAIN), '名单');
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] };
    expect(await rowsOf(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })))).toEqual(expected);
  });
});

describe('refused as a whole, with a reason', () => {
  it.each<[string, string, Uint8Array]>([
    ['nothing', 'SHEET_EMPTY', new Uint8Array()],
    ['an empty sheet', 'SHEET_EMPTY', bySheetJs([[]])],
    ['an old workbook, or one with a password', 'SHEET_OLD_OR_LOCKED', oldBook()],
    ['a picture', 'SHEET_UNREADABLE', Buffer.from([0xff, 0xd8, 0xff, 0, 0, 0])],
    ['a torn workbook', 'SHEET_UNREADABLE', bySheetJs(PLAIN).subarray(0, 900)],
    ['bytes of no encoding', 'SHEET_ENCODING', Buffer.from([0xd0, 0xd5, 0xff, 0xff, 0x2c, 0x31, 0x0a])],
    [
      'a column twice',
      'SHEET_COLUMN_TWICE',
      bySheetJs([
        [...HEAD, '证件号码'],
        ['甲', '1', '', '2'],
      ]),
    ],
  ])('%s', async (_, reason, bytes) => {
    expect((await refusalOf(bytes)).reason).toBe(reason);
  });

  it('says which columns are missing', async () => {
    const refusal = await refusalOf(
      bySheetJs([
        ['姓名', '电话'],
        ['甲', '1'],
      ]),
    );
    expect(refusal).toMatchObject({ reason: 'SHEET_COLUMNS_MISSING', params: { columns: '身份证号码' } });
  });

  it('says where cells are merged', async () => {
    const bytes = bySheetJs(PLAIN, (sheet) => {
      sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
    });
    expect(await refusalOf(bytes)).toMatchObject({ reason: 'SHEET_MERGED', params: { row: 2 } });
  });

  it('when there are more rows than it takes, however many came before', async () => {
    expect(await refusalOf(bySheetJs(PLAIN), { maxRows: 1 })).toMatchObject({
      reason: 'SHEET_TOO_MANY_ROWS',
      params: { most: 1 },
    });
  });

  it('when a few kilobytes unpack into more than a list can be', async () => {
    const zip = await JSZip.loadAsync(bySheetJs(PLAIN));
    zip.file('xl/worksheets/sheet1.xml', Buffer.alloc(3_000_000, 0x20));
    const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(bomb.length).toBeLessThan(20_000);
    await expect(unpack(bomb, 2_000_000)).rejects.toMatchObject({ reason: 'SHEET_TOO_LARGE' });
    expect((await unpack(bomb, 4_000_000)).size).toBeGreaterThan(2);
  });
});

describe('cells', () => {
  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026/3/2', '2026-03-02'],
    ['2026.3.2', '2026-03-02'],
    ['2026年3月2日', '2026-03-02'],
    ['２０２６０３０２', '2026-03-02'],
    ['2026-03-02 09:10', '2026-03-02'],
    ['46083', '2026-03-02'],
    ['', null],
  ])('reads the day %s', (text, value) => expect(cellDate(text)).toEqual({ ok: true, value }));
  it.each(['2026-02-30', '2026', '3月2日', '9999', '460831', '=TODAY()'])('reads no day in %s', (text) =>
    expect(cellDate(text)).toEqual({ ok: false }),
  );
  it.each([
    ['1,200.50', 120_050],
    ['￥ 8元', 800],
    ['0.1', 10],
    ['3.50000', 350],
    ['', null],
  ])('reads the amount %s', (text, value) => expect(cellFen(text)).toEqual({ ok: true, value }));
  it.each(['-1', '1.234', '约 3000', '1e5', '=1'])('reads no amount in %s', (text) =>
    expect(cellFen(text)).toEqual({ ok: false }),
  );
  it('tells a wrong ID number from one that lost its digits', () => {
    const right = composeIdNumber({ area: '990101', birthDate: '1973-01-01', sequence: 1 });
    expect(cellIdNo(` ${right.toLowerCase()} `)).toEqual({ ok: true, value: right });
    expect(cellIdNo('990101197301010000')).toEqual({ ok: false, reason: 'LOST' });
    expect(cellIdNo('990101197301010001')).toEqual({ ok: false, reason: 'WRONG' });
  });
});

it('takes 100,000 rows, out and in', async () => {
  const many = 100_000;
  function* rows() {
    for (let row = 0; row < many; row += 1)
      yield { name: `户${row % 997}`, idNo: String(990101190001010000n + BigInt(row)), note: '' };
  }
  const bytes = await writeTable({ columns: COLUMNS, rows: rows() }, 'xlsx');
  const table = await readTable<Key>(bytes, COLUMNS, LIMITS);
  let count = 0;
  let last: TableRow<Key> | undefined;
  for await (const part of table.parts) {
    count += part.length;
    last = part.at(-1) ?? last;
  }
  expect(count).toBe(many);
  expect(last).toMatchObject({ number: many + 1, cells: { idNo: '990101190001109999' } });
});

function oldBook(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(PLAIN), '表');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}
