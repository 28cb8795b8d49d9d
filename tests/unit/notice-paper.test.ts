import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pdfPrinter } from '@functions/adapters/pdf/pdfmake';
import { loudspeakerPaper, noticePaper, posterPaper, textOf } from '@shared/papers';
import { DEMO_2026 } from '@shared/procedure';
import {
  composeNotice,
  loudspeakerText,
  type NoticeContent,
  printedAs,
  readPrinted,
} from '@shared/publicity';
import { titleLines } from '@shared/publicity/title-lines';
import { foundInNotice } from '@tests/support/notice-scanner';
import { type PdfPage, readPdf, wordsOfPages } from '@tests/support/pdf';

/** What hangs on the board, printed and read again by programs that had no part in it. */
const PICTURES = resolve(__dirname, '../../artifacts/papers');
const PROOF = {
  checkCode: '1a2b 3c4d',
  code: 'https://shouwang.example/#/packages/notices/pages/check?t=k1.x.y',
};
const HEADS = ['田有福', '贺老实', '柳春生', '阿依古丽·买买提江', '欧阳䶮'];

function notice(kind: 'PROPOSED_INCLUSION' | 'RESULT_ANNOUNCEMENT', families: number): NoticeContent {
  return composeNotice(
    {
      kind,
      village: { code: '150521100200', name: '青禾村' },
      townName: '云岭镇',
      countyName: '示例县',
      entries: Array.from({ length: families }, (_, at) => ({
        id: `case-${at}`,
        headName: HEADS[at % HEADS.length] ?? '',
        memberCount: (at % 6) + 1,
        group: `${(at % 7) + 1}组`,
      })),
      window: { firstDay: '2026-03-07', lastDay: '2026-03-11', days: 5 },
      postedOn: '2026-03-06',
      phones: { village: '0990-0000101', town: '0990-0000110', county: '0990-0000120' },
    },
    DEMO_2026,
  );
}

const plain = (text: string) => text.replace(/\s/g, '');
const words = (pages: readonly PdfPage[]) => plain(pages.map(({ text }) => text).join(''));

async function print(name: string, paper: Parameters<typeof pdfPrinter.print>[0]) {
  const read = readPdf(await pdfPrinter.print(paper));
  mkdirSync(PICTURES, { recursive: true });
  for (const [at, { png }] of read.pages.entries())
    writeFileSync(join(PICTURES, `${name}-${at + 1}.png`), png);
  return read;
}

describe('the sheet of a notice', () => {
  test('with three families is one page: all words, the seal’s place, the code', async () => {
    const sheet = noticePaper(notice('PROPOSED_INCLUSION', 3), PROOF, () => true);
    const { pages, title } = await print('notice-3', sheet);
    expect(pages).toHaveLength(1);
    expect(title).toBe(sheet.name);
    for (const line of textOf(sheet).split('\n').filter(Boolean)) expect(words(pages)).toContain(plain(line));
    for (const part of [
      '（共3户）',
      '公示时间：2026年3月7日至2026年3月11日，共5天',
      '盖章处',
      '第1页，共1页',
    ])
      expect(words(pages)).toContain(part);
    expect(pages[0]?.code).toBe(PROOF.code);
    expect(foundInNotice(textOf(sheet), [])).toEqual([]);
  });

  test('with 200 families repeats its head, keeps rows whole and says on each page whose it is', async () => {
    const sheet = noticePaper(notice('PROPOSED_INCLUSION', 200), PROOF, () => true);
    const pdf = await pdfPrinter.print(sheet);
    const texts = wordsOfPages(pdf);
    expect(texts.length).toBeGreaterThan(5);
    for (const [at, text] of texts.entries()) {
      expect(text).toContain(`第${at + 1}页，共${texts.length}页`);
      expect(text).toContain('青禾村·校验码1a2b3c4d');
      if (/\d人\d组/.test(text)) expect(text).toContain('序号户主姓名家庭人口村民小组');
    }
    for (let at = 0; at < 200; at += 1) {
      const row = `${at + 1}${HEADS[at % HEADS.length]}${(at % 6) + 1}人${(at % 7) + 1}组`;
      expect([row, texts.filter((text) => text.includes(row)).length]).toEqual([row, 1]);
    }
    expect(texts.filter((text) => text.includes('扫码看这张纸'))).toEqual([texts.at(-1)]);
    expect(foundInNotice(textOf(sheet), [])).toEqual([]);
  });

  test('says no name any more of a row that came down, and keeps its number', () => {
    const text = textOf(noticePaper(notice('PROPOSED_INCLUSION', 3), PROOF, (row) => row !== 1));
    expect(text).toContain('2 已撤下');
    expect(text).not.toContain('贺老实');
    expect(text).toContain('3 柳春生 3 人 3 组');
  });

  test('an announcement names the county to call and takes no objections', () => {
    const text = textOf(noticePaper(notice('RESULT_ANNOUNCEMENT', 3), PROOF, () => true));
    expect(text).toContain('县里 0990-0000120');
    expect(text).toContain('云岭镇人民政府');
    expect(text).not.toContain('意见箱');
  });

  test('of any other kind prints its own columns, and a notice without a list its text', async () => {
    const common = {
      village: { code: '150521100200', name: '青禾村' },
      townName: '云岭镇',
      countyName: '示例县',
      window: { firstDay: '2026-03-07', lastDay: '2026-03-13', days: 7 },
      postedOn: '2026-03-06',
      phones: { village: '0990-0000101', town: '', county: '0990-0000120' },
    };
    const paid = composeNotice(
      {
        ...common,
        kind: 'SUBSIDY_PAYMENTS',
        subject: '交通补助',
        entries: ['田有福', '阿依古丽·买买提江'].map((name, at) => ({
          ...{ id: `${at}`, name, group: `${at + 1}组`, item: '跨省务工交通补助' },
          ...{ quantity: '1', unit: '趟', amountFen: 60_000 },
        })),
      },
      DEMO_2026,
    );
    const sheet = noticePaper(paid, PROOF, () => true);
    const text = textOf(sheet);
    expect(text).toContain('（共 2 人，合计 1,200 元）');
    expect(text).toContain('1 田有福 1 组 跨省务工交通补助 1 趟 600');
    expect(text).not.toMatch(/镇里|在手机上提/);
    expect((await print('payments', sheet)).pages).toHaveLength(1);
    const own = composeNotice(
      {
        ...common,
        kind: 'VILLAGE_NOTICE',
        subject: '关于水费的通知',
        text: ['三月起水费每吨两元。'],
        entries: [],
      },
      DEMO_2026,
    );
    const said = textOf(noticePaper(own, PROOF, () => true));
    expect(said).toContain('三月起水费每吨两元。');
    expect(said).not.toMatch(/序号|公示时间|共 0/);
  });

  test('breaks a long title where a word ends', () => {
    expect(titleLines('关于青禾村拟纳入防止返贫致贫对象的公示')).toEqual([
      '关于青禾村拟纳入',
      '防止返贫致贫对象的公示',
    ]);
    expect(titleLines('关于水费的通知')).toEqual(['关于水费的通知']);
    for (const line of titleLines('甲'.repeat(30))) expect(line.length).toBeLessThanOrEqual(17);
  });
});

describe('the text for the loudspeaker', () => {
  const told = {
    kind: 'PROPOSED_INCLUSION' as const,
    villageName: '青禾村',
    heading: '准备列入帮扶名单的家庭',
    title: '关于青禾村的公示',
    households: 3,
    firstDay: '2026-03-07',
    lastDay: '2026-03-11',
    objections: 'ONLINE' as const,
    phones: { village: '0990-0000101', hotline: '12317' },
  };

  test('says how many, where to read and how to object, in short sentences', async () => {
    const lines = loudspeakerText(told);
    expect(lines.join('')).toMatch(/一共 3 户.*村务公示栏.*3月11日.*0990-0000101.*12317.*意见箱/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
    const { pages } = await print('loudspeaker', loudspeakerPaper(told));
    expect(pages).toHaveLength(1);
    expect(words(pages)).toContain('念的时候不要加名字');
    expect(foundInNotice(words(pages), HEADS)).toEqual([]);
  });

  test('of an announcement invites no objections', () => {
    const said = loudspeakerText({ ...told, objections: 'NONE' }).join('');
    expect(said).not.toMatch(/意见箱|不公道/);
    expect(said).toContain('0990-0000101');
  });
});

test('the village’s poster is one page whose code opens the village’s page', async () => {
  const code = 'https://shouwang.example/#/pages/home/index?v=150521100200&k=0123456789abcdef';
  const office = { office: '青禾村村民委员会', name: '李春梅', phone: '0990-0000101' };
  const offices = { village: office, town: office, county: office };
  const { pages } = await print('poster', posterPaper({ villageName: '青禾村', offices }, code));
  expect(pages.map((page) => page.code)).toEqual([code]);
  expect(words(pages)).toContain('青禾村的事，扫码看');
  expect(words(pages)).not.toContain('李春梅');
});

test('a printed code is tied to the notice and to the digest that was printed', () => {
  const id = `150521-${'0a'.repeat(16)}`;
  expect(readPrinted(printedAs(id, 'ab'.repeat(32)))).toEqual({ noticeId: id, digest: 'ab'.repeat(8) });
  expect(readPrinted(id)).toBeNull();
});
