import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFonts } from '@functions/adapters/pdf/fonts';
import { pdfPrinter } from '@functions/adapters/pdf/pdfmake';
import { noticeSheet } from '@shared/messages/notice-sheet';
import { POLICY_CATEGORY_LABELS } from '@shared/messages/policies';
import { noticeSheetPaper, type Paper, textOf } from '@shared/papers';
import { DEMO_2026 } from '@shared/procedure';
import { readPdf } from '@tests/support/pdf';

/** One sheet with every kind of block, a table over three pages, long and rare names. */
const CODE = 'https://shouwang.example/#/packages/family/pages/verify?t=k1.150521-019c.abc_-';
const NAMES = ['田有福', '阿依古丽·买买提江·吐尔逊', '欧阳䶮', '王珺喆'];
const SHEET: Paper = {
  name: '样张',
  foot: '保西村 · 编号 2603 0217 6',
  blocks: [
    { kind: 'TITLE', lines: ['关于保西村拟纳入', '对象的公示'], under: '（共 60 户）' },
    { kind: 'TEXT', text: '按照方案，现将名单公示如下，请全体村民监督。', indent: true },
    { kind: 'FACTS', facts: [{ key: '编号', value: '2603 0217 6' }] },
    {
      kind: 'TABLE',
      columns: [{ title: '序号', share: 0.6 }, { title: '户主', name: true }, { title: '人口' }],
      rows: Array.from({ length: 60 }, (_, at) => [`甲${at + 1}`, NAMES[at % NAMES.length] ?? '', '4 人']),
    },
    { kind: 'HEADING', text: '有意见怎么提' },
    { kind: 'LIST', items: ['意见箱', '打电话'] },
    { kind: 'SIGNATURES', of: ['户主（签字）', '核实人（签字）', '日期'] },
    { kind: 'ISSUER', issuer: '保西村村民委员会', on: '2026年3月6日' },
    { kind: 'CODE', text: CODE, beside: ['扫码看这张纸是不是真的'] },
  ],
};

const plain = (text: string) => text.replace(/\s/g, '');

describe('a printed sheet, opened by another program', () => {
  let printed: Uint8Array;
  let read: ReturnType<typeof readPdf>;
  beforeAll(async () => {
    printed = await pdfPrinter.print(SHEET);
    read = readPdf(printed);
  });

  test('says every word of its content, rare characters of names too', () => {
    const seen = plain(read.pages.map(({ text }) => text).join(''));
    for (const line of textOf(SHEET).split('\n').filter(Boolean)) expect(seen).toContain(plain(line));
    expect(read.title).toBe('样张');
  });

  test('repeats the table’s head, numbers its pages and says whose they are', () => {
    const { pages } = read;
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, { text }] of pages.entries()) {
      expect(text).toContain(`第 ${at + 1} 页，共 ${pages.length} 页`);
      expect(text).toContain('保西村 · 编号 2603 0217 6');
      if (/\d+ 人|4 人/.test(text)) expect(plain(text)).toContain('序号户主人口');
    }
  });

  test('keeps a row whole: number, name and people stand on one page', () => {
    const rows = read.pages.map(({ text }) => plain(text));
    for (let row = 1; row <= 60; row += 1) {
      const name = NAMES[(row - 1) % NAMES.length] ?? '';
      expect(rows.filter((text) => text.includes(`甲${row}${name}4人`)).length).toBe(1);
    }
  });

  test('carries a code that a camera reads', () => {
    expect(read.pages.map(({ code }) => code).filter(Boolean)).toEqual([CODE]);
  });

  test('is black on white, of bearable size, and embeds its fonts', () => {
    const file = Buffer.from(printed).toString('latin1');
    expect(file).toMatch(/FontFile3/);
    expect(file).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
    expect(printed.length).toBeLessThan(400_000);
  });
});

describe('申报政策明白纸', () => {
  test('is one page, and no number is broken, however long the names of the offices are', async () => {
    const offices = {
      village: { office: '哈日干吐苏木查干朝鲁嘎查村委会', name: '', phone: '0475-3210011' },
      town: { office: '花吐古拉镇人民政府', name: '', phone: '0475-3212222' },
      county: { office: '科尔沁左翼中旗农牧局', name: '', phone: '0475-3213456' },
    };
    const parts = noticeSheet(DEMO_2026, Object.values(POLICY_CATEGORY_LABELS));
    const told = { on: '2026-03-01', hotline: '12317', code: CODE };
    const paper = noticeSheetPaper(parts, { villageName: '查干朝鲁嘎查', offices }, told);
    const { pages } = readPdf(await pdfPrinter.print(paper));
    expect(pages).toHaveLength(1);
    const [{ text, code } = { text: '', code: null }] = pages;
    for (const { office, phone } of Object.values(offices))
      expect(text).toMatch(new RegExp(`${office}\\s+${phone}\n`));
    expect(plain(text)).toContain(plain(parts.at(-1)?.lines.join('') ?? '?'));
    expect(code).toBe(CODE);
  });
});

describe('the fonts', () => {
  test('are found beside a bundle before anywhere else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    try {
      mkdirSync(join(folder, 'fonts'));
      writeFileSync(join(folder, 'fonts', 'NotoSansHans-Regular.otf'), '');
      expect(findFonts(folder).normal).toBe(join(folder, 'fonts', 'NotoSansHans-Regular.otf'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('that are nowhere are missed by name', () => {
    expect(() => findFonts('/')).toThrow(/fonts of printed sheets/);
  });
});
