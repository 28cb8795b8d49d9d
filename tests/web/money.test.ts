/**
 * 我家的补贴 in a real browser against the whole local stack: what payers reported, what may still be had and why, one
 * question, help asked with a tap, a payment that is wrong. Wants a build: `node miniapp/build.cjs h5`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { HEAD_ID, walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { payIn } from '@tests/support/pay';
import { wordsOf } from '@tests/support/pdf';
import { keepPicture } from '@tests/support/pictures';
import type { WireOffice } from '@tests/support/wire-office';

const PICTURES = path.resolve(__dirname, '../../artifacts/money');

jest.setTimeout(180_000);

let place: OfficeInBrowser;
let office: WireOffice;
let caseId: string;
let family: InBrowser;

beforeAll(async () => {
  fs.mkdirSync(PICTURES, { recursive: true });
  place = await openOfficeInBrowser('money');
  ({ office } = place);
  ({ caseId } = await walk(office, 'announced'));
  office.at('2026-04-20 09:20');
  await office.settled();
  family = await place.window('tian-xiaoyu');
});
afterAll(() => place?.close());

async function picture(name: string): Promise<void> {
  await keepPicture(family.page, 'money', name);
  expect(await family.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
}

const page = () => family.open(`packages/money/pages/money?case=${caseId}`);

test('nothing came yet, and says so', async () => {
  await page();
  await family.sees('今年还没有收到');
  await family.sees('可能还能享受');
  await picture('1-empty');
});

test('what payers reported is there to the fen, and a payment that is wrong goes to the village', async () => {
  const rows = [
    `田有福,${HEAD_ID},耕地地力保护补贴,1275,2026-03-12,15 亩,8816`,
    `田有福,${HEAD_ID},医疗救助,5800.50,2026-03-20,,8816`,
  ];
  await payIn(office, rows);
  await family.open('pages/family/index');
  await family.sees('今年收到 7,075.50 元');
  await picture('1-family');
  await family.tap('link', /^我家的补贴/);
  await family.sees('我家收到 7,075.50 元');
  await family.sees('卡尾号 8816');
  await picture('2-received');
  await family.tap('link', /不对？ 医疗救助/);
  await family.sees('哪里不对？');
  await family.tap('radio', '没收到');
  await picture('3-dispute');
  await family.tap('button', '交上去');
  await family.sees('已反映，4月30日前答复');
  const { tickets } = await office.must('li-chunmei', 'tickets.list', {});
  expect(tickets).toMatchObject([{ kind: 'PAYMENT', what: 'NOT_RECEIVED' }]);
});

test('who pays reads the line on a phone and on a desk, answers it, and the family reads the answer', async () => {
  const [village, desk] = [await place.window('li-chunmei'), await place.window('wu-haiyan', DESK)];
  await desk.open('packages/tickets/pages/tickets');
  await desk.sees('补贴不对的 1 件');
  await keepPicture(desk.page, 'money', 't1-desk');
  await village.open('packages/tickets/pages/tickets');
  await village.sees('田有福 · 医疗救助');
  await keepPicture(village.page, 'money', 't2-phone');
  await village.tap('link', /田有福/);
  await village.tap('radio', /补发了/);
  await village.write('给农户的话', '卡号写错了，4月20日重新打到您卡上');
  await keepPicture(village.page, 'money', 't3-answer');
  await village.tap('button', '答复');
  await village.sees('都答复完了');
  await family.open(`packages/card/pages/said?case=${caseId}`);
  await family.sees('卡号写错了');
  await family.tap('button', /还是不对/);
  await picture('t4-said');
  await family.tap('button', '再说一次');
  await family.sees('您又说：没收到');
});

test('the card is read, one line said to be wrong, and signed with a finger; the paper comes inside the answer', async () => {
  office.at('2026-04-20 09:25');
  await office.settled();
  await family.open(`packages/card/pages/card?case=${caseId}`);
  await family.sees('田有福家的明白卡');
  await family.sees('请看一遍，对了就签字');
  await picture('c1-card');
  await family.tap('button', '有一项不对');
  await family.sees('哪一项不对？');
  await picture('c2-pick');
  await family.page.goBack();
  await family.tap('button', '都对，签字');
  await family.sees('签个名');
  const box = await family.page.locator('canvas').boundingBox();
  if (box === null) throw new Error('Nowhere to sign');
  await family.page.mouse.move(box.x + 40, box.y + 40);
  await family.page.mouse.down();
  await family.page.mouse.move(box.x + 160, box.y + 90, { steps: 8 });
  await family.page.mouse.move(box.x + 220, box.y + 40, { steps: 8 });
  await family.page.mouse.up();
  await picture('c3-sign');
  await family.tap('button', '交签名');
  await family.sees('4月20日已签');
  await picture('c4-signed');
  const paper = family.page.waitForEvent('download');
  await family.tap('link', /打印或存成 PDF/);
  const text = wordsOf(fs.readFileSync(await (await paper).path()));
  expect(text).toContain('帮扶明白卡');
  expect(text).toContain('5,800.50元');
  await (await paper).saveAs(path.join(PICTURES, 'card.pdf'));
});

test('one answer carries a policy on; help is asked with a tap; what is not to be had says why', async () => {
  await page();
  await family.sees('还要问您一句');
  const before = await office.must('tian-xiaoyu', 'policies.ours', { caseId });
  const [question] = before.questions;
  await family.tap('button', `不是。${question?.question}`);
  await family.page.getByText(`还要问您一句：${question?.question}`).first().waitFor({ state: 'detached' });
  const [may] = before.maybe;
  await family.tap('button', new RegExp(`看怎么申请 ${may?.policy.name}`));
  await family.sees('多少钱');
  await picture('4-policy');
  await page();
  await family.page.getByRole('button', { name: '请村里帮我办' }).first().click();
  await family.sees('请过了');
  await picture('5-asked');
  await family.open(`packages/money/pages/not?case=${caseId}`);
  await family.sees('为什么不能');
  await picture('6-not');
});

test('anybody reads the sheet, finds a policy by an everyday word, and prints it', async () => {
  const stranger = await place.window();
  await stranger.open('packages/policies/pages/sheet?v=150521100200');
  await stranger.sees('谁能申报');
  await keepPicture(stranger.page, 'money', 's1-sheet');
  await stranger.tap('link', /有哪些补贴和帮扶/);
  await stranger.write('找什么', '住院');
  await stranger.leaves('雨露计划');
  await stranger.sees('医疗救助');
  await keepPicture(stranger.page, 'money', 's2-found');
  await stranger.tap('link', /^医疗救助/);
  await stranger.sees('多少钱');
  const { file } = await office.must('-', 'policies.sheetPaper', { village: '150521100200' });
  const pdf = Buffer.from(await (await fetch(file.url)).arrayBuffer());
  expect(wordsOf(pdf)).toContain('最多15天');
  fs.writeFileSync(path.join(PICTURES, 'sheet.pdf'), pdf);
  expect(stranger.complaints).toEqual([]);
  await stranger.close();
});
