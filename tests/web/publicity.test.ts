/**
 * What a village puts up besides the families of a meeting: a list of payments out of a spreadsheet, and its own words.
 * Wants a build: `node miniapp/build.cjs h5`.
 */
import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { faults } from '@tests/support/axe';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { readPdf } from '@tests/support/pdf';
import { keepPicture } from '@tests/support/pictures';
import type { WireOffice } from '@tests/support/wire-office';
import { utils, write } from 'xlsx';

const OVERVIEW = 'packages/publicity/pages/publicity';

jest.setTimeout(400_000);

let place: OfficeInBrowser;
let office: WireOffice;

beforeAll(async () => {
  place = await openOfficeInBrowser('publicity');
  ({ office } = place);
  office.at('2026-03-09 09:00');
});
afterAll(() => place?.close());

const picture = (one: InBrowser, name: string) => keepPicture(one.page, 'publicity', name);

/** Looked at in the light and in large text, measured at the widths of phones. */
async function looked(one: InBrowser, name: string): Promise<void> {
  await picture(one, name);
  expect(await faults(one.page, [320, 375], ['light', 'care'])).toEqual([]);
  await one.page.setViewportSize({ width: 375, height: 812 });
  await picture(one, `${name}-care`);
}

const ID = composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence: 101 });
const ITEM = '外出务工交通补助';
const HEAD = ['序号', '姓名', '身份证号码', '组别', '补贴项目', '数量', '单位', '金额（元）', '银行账号'];
const CARD = '6222021234567890123';

/** 200 lines, and among them what may not hang on a board. */
function paymentList(): Buffer {
  const of = (number: number, name: string, group: string, amount: string | number = 300) => [
    ...[number, name, ID, group, ITEM, '3', '月', amount, CARD],
  ];
  const surnames = [...'张王李赵陈杨吴周徐孙马朱胡郭'];
  const given = [...'桂秀建国长永兰英军河福春梅涛'];
  const rows = Array.from({ length: 196 }, (_, at) =>
    of(at + 1, `${surnames[at % 14]}${given[Math.floor(at / 14)]}${given[at % 14]}`, `${(at % 5) + 1}组`),
  );
  rows.push(
    of(197, '欧阳阿古达木苏荣', '2组', '1,500.50'),
    of(198, '贺老实 139****2201', '3组'),
    of(199, '柳春生', '4组 因病住院'),
    of(200, '包铁柱', '4组', '三百'),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEAD, ...rows]), '发放表');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

test('a list of payments: sent in, scanned, mended by one tap each, put up, printed, photographed', async () => {
  await place.as('li-chunmei', async (clerk) => {
    await clerk.open(OVERVIEW);
    await clerk.sees('发别的公示');
    await clerk.tap('link', /^补贴发放名单/);
    await clerk.sees('传一张补贴发放表');
    await looked(clerk, 'list');
    const [chooser] = await Promise.all([
      clerk.page.waitForEvent('filechooser'),
      clerk.tap('button', '选表格文件（xlsx、csv）'),
    ]);
    await chooser.setFiles({
      name: '交通补助发放表.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: paymentList(),
    });
    await clerk.sees('读好了 199 行');
    await clerk.sees('金额要填数字，比如 1500。');
    await picture(clerk, 'list-read');
    await clerk.tap('button', '看样子，去张贴');
    await clerk.sees('有 6 处不能公示，改好才能张贴');
    await clerk.sees('“银行账号”这一列不能公示');
    await clerk.sees('文件第 201 行没有读懂');
    await clerk.sees('第 198 行“姓名”带了电话');
    await clerk.sees('第 199 行“小组”写了病情');
    await clerk.sees('还有 6 处没改，改好就能贴');
    await looked(clerk, 'draft-findings');
    // Kept on the server: whoever comes back finds it among the drafts.
    await clerk.open(OVERVIEW);
    await clerk.sees('还没贴完的草稿');
    await picture(clerk, 'drafts');
    await clerk.tap('link', /外出务工交通补助/);
    await clerk.tap('button', '第 198 行“姓名”带了电话，改');
    await clerk.sees('有 5 处不能公示，改好才能张贴');
    await clerk.tap('button', '5 处都按建议改');
    await clerk.leaves('不能公示，改好才能张贴');
    await clerk.sees('199 人，一共 60,900.50 元，贴 7 天。');
    await looked(clerk, 'draft-clean');
    await clerk.tap('button', '张贴，去打印');
    await clerk.sees('贴好了，拍一张公示栏');
    await looked(clerk, 'hung');
    await clerk.photograph(/拍照，公示栏/);
    await clerk.tap('button', '交照片');
    await clerk.leaves('贴好了，拍一张公示栏');
    await clerk.tap('link', /^有人对名单有意见/);
    await clerk.write(/^名单上的序号/, '197');
    await clerk.sees('第 197 号：欧阳阿古达木苏荣');
    await clerk.write('怎么说的', '他今年没有出去打工');
    await looked(clerk, 'objection');
    await clerk.tap('button', '记下来');
    await clerk.sees(/^记下了，查询号 \d{4} \d{4}$/);
    await clerk.sees('名单是您贴的，请另一位来答复。');
    await looked(clerk, 'objection-noted');
  });
  const { notices } = await office.must('li-chunmei', 'notices.overview', {});
  const [posted] = notices;
  expect(posted).toMatchObject({
    kind: 'SUBSIDY_PAYMENTS',
    people: 199,
    owes: [],
    startedAt: expect.any(String),
  });
  const noticeId = posted?.id ?? '';
  await place.as('he-min', async (clerk) => {
    await clerk.open(`packages/publicity/pages/hung?notice=${noticeId}`);
    await clerk.tap('button', '答复第 197 号的意见');
    await clerk.tap('radio', /^不成立/);
    await clerk.write('答复的话', '查过了，他三月起在县城打工。');
    await clerk.tap('button', '答复');
    await clerk.sees('先勾上“提意见的、被说的，都不是我亲戚”。');
    await looked(clerk, 'objection-answer');
    await clerk.tap('checkbox', '提意见的、被说的，都不是我亲戚');
    await clerk.tap('button', '答复');
    await clerk.sees('1 件，0 件没答复');
  });
  await place.as('he-ming', async (villager) => {
    await villager.open(`packages/notices/pages/past?v=${FIRST_VILLAGE}`);
    await villager.sees('保西村的公示');
    await villager.sees('打电话问');
    await looked(villager, 'village');
  });
  await place.as('he-ming', async (villager) => {
    await villager.open(`packages/notices/pages/notice?notice=${noticeId}`);
    await villager.sees('补贴发放名单');
    await villager.sees('60,900.50 元');
    await looked(villager, 'notice-payments');
    const shown = await villager.page.locator('body').textContent();
    for (const secret of ['2201', '住院', ID, CARD]) expect(shown).not.toContain(secret);
  });
});

test("a village's own words: kept while they are written, mended, put up", async () => {
  await place.as('li-chunmei', async (clerk) => {
    await clerk.open('packages/publicity/pages/words');
    await clerk.sees('村里要说什么？');
    await clerk.write('标题', '修水渠停水三天');
    await clerk.write('要说的话', '5月8日起修水渠，停水三天。\n有事打 13800005678。');
    await looked(clerk, 'words');
    // The page was closed on the way: what was typed is there again.
    await clerk.open('packages/publicity/pages/words');
    await clerk.tap('button', '看样子');
    await clerk.sees('第 2 段带了电话');
    await looked(clerk, 'words-findings');
    await clerk.tap('button', '第 2 段带了电话，改');
    await clerk.leaves('第 2 段带了电话');
    await clerk.tap('link', /^改标题和内容/);
    await clerk.sees('村里要说什么？');
    await clerk.write('标题', '修水渠停水两天');
    await clerk.tap('button', '看样子');
    await clerk.sees('修水渠停水两天');
    await clerk.tap('button', '张贴，去打印');
    await clerk.sees('贴好了，拍一张公示栏');
  });
});

test('the overview at a desk, by keyboard: found, chosen, a village reminded once a day, opened, taken out', async () => {
  await place.as(
    'he-min',
    async (clerk) => {
      const { page } = clerk;
      await clerk.open(OVERVIEW);
      await clerk.sees('现在贴着 2 份，1 件事要管');
      await clerk.sees('改 6 处后通过');
      await picture(clerk, 'overview');
      expect(await faults(page, [1280], ['light'])).toEqual([]);
      await page.setViewportSize(DESK);
      await page.keyboard.press('?');
      await clerk.sees('下一份，上一份');
      await picture(clerk, 'overview-keys');
      await page.keyboard.press('?');
      await clerk.leaves('下一份，上一份');
      await page.keyboard.press('/');
      await page.keyboard.type('没有这个村');
      await clerk.sees('没有找到。少写几个字再找。');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('通知');
      await clerk.sees('找到 1 份，一共 2 份');
      await page.keyboard.press('Tab');
      await page.locator('body').click({ position: { x: 700, y: 70 } });
      await page.keyboard.press('j');
      await page.locator('[role=row][aria-selected=true]').getByText('村里通知').waitFor();
      await page.keyboard.press('r');
      await clerk.sees('今天催过了');
      const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')]);
      expect(file.suggestedFilename()).toMatch(/^公示总览-.*xlsx$/);
      await page.keyboard.press('Enter');
      await clerk.sees('修水渠停水两天');
    },
    DESK,
  );
  await place.as('he-min', async (clerk) => {
    await clerk.open(OVERVIEW);
    await clerk.sees('今天催过了');
    await looked(clerk, 'overview-phone');
  });
});

test('a wrong figure on the list is put right in a new version, with the old one beside it', async () => {
  const { notices } = await office.must('li-chunmei', 'notices.overview', {});
  const noticeId = notices.find(({ kind }) => kind === 'SUBSIDY_PAYMENTS')?.id ?? '';
  await place.as('li-chunmei', async (clerk) => {
    await clerk.open(`packages/publicity/pages/hung?notice=${noticeId}`);
    await clerk.tap('link', /^名单上写错了，改过来/);
    await clerk.write(/^名单上的序号/, '197');
    await clerk.tap('radio', '金额（元）');
    await clerk.sees('现在写的：1,500.50');
    await clerk.write('改成什么', '三百');
    await clerk.sees('写多少元，比如：300');
    await clerk.write('改成什么', '1500');
    await looked(clerk, 'correct');
    await clerk.tap('button', '加上这一处');
    // What was noted is there again for whoever was called away.
    await clerk.open(`packages/publicity/pages/hung?notice=${noticeId}`);
    await clerk.sees('第 197 号，金额（元）：1500');
    await clerk.write('为什么改', '多写了五角');
    await looked(clerk, 'correct-noted');
    await clerk.tap('button', '贴新的一版');
    await clerk.sees('197 号 欧阳阿古达木苏荣');
    await clerk.sees(/原来 1,500.50，现在 1,500$/);
    await clerk.sees('旧的第 1 版');
    await clerk.sees(/更正：多写了五角/);
    await looked(clerk, 'correct-versions');
  });
  const now = await office.must('li-chunmei', 'notices.overview', {});
  const next = now.notices.find(({ id, kind }) => kind === 'SUBSIDY_PAYMENTS' && id !== noticeId)?.id ?? '';
  const { notice } = await office.must('he-ming', 'notices.get', { noticeId: next });
  expect(notice.rows.find(({ row }) => row === 196)?.cells).toContain('1,500');
});

// Last: while two hundred rows are read the process answers nobody, and its idle connections are closed.
test('the paper of the list has all its pages', async () => {
  const { notices } = await office.must('li-chunmei', 'notices.overview', {});
  const noticeId = notices.find(({ kind }) => kind === 'SUBSIDY_PAYMENTS')?.id ?? '';
  const { file } = await office.must('li-chunmei', 'notices.paper', { noticeId, kind: 'SHEET' });
  const { pages } = readPdf(Buffer.from(await (await fetch(file.url)).arrayBuffer()));
  expect(pages.length).toBeGreaterThan(3);
});
