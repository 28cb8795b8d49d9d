/**
 * 我家的补贴 in a real browser against the whole local stack: what payers reported, what may still be had and why, one
 * question, help asked with a tap, a payment that is wrong. Wants a build: `node miniapp/build.cjs h5`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { HEAD_ID, walk } from '@tests/support/f01';
import type { InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
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
  await family.page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
  expect(await family.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
}

/** The payer's file through the real store, as a desk would send it. */
async function send(file: string): Promise<void> {
  const bytes = Buffer.from(file);
  const { job, upload } = await office.must('wu-haiyan', 'imports.start', {
    kind: 'PAYMENTS',
    targetId: '150521-FINANCE',
    fileName: '发放表.csv',
    size: bytes.length,
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([bytes]));
  expect((await fetch(upload.url, { method: 'POST', body: form })).ok).toBe(true);
  let state = job.state;
  while (state !== 'DONE' && state !== 'REFUSED')
    ({ state } = (await office.must('wu-haiyan', 'imports.advance', { jobId: job.id })).job);
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
  const file = `姓名,身份证号码,补贴项目,金额（元）,发放日期,数量,卡号\n${rows.join('\n')}`;
  await send(file);
  await page();
  await family.sees('我家收到 7,075.50 元');
  await family.sees('卡尾号 8816');
  await picture('2-received');
  await family.tap('link', /不对？ 医疗救助/);
  await family.sees('哪里不对？');
  await family.tap('radio', '没收到');
  await picture('3-dispute');
  await family.tap('button', '交给村里');
  await family.sees('已反映，4月30日前答复');
  const { open } = await office.must('li-chunmei', 'households.requests', {});
  expect(open).toMatchObject([{ kind: 'PAYMENT', text: '没收到' }]);
});

test('one answer carries a policy on; help is asked with a tap; what is not to be had says why', async () => {
  await page();
  await family.sees('还要问您一句');
  const before = await office.must('tian-xiaoyu', 'policies.ours', { caseId });
  const [question] = before.questions;
  await family.tap('button', `不是。${question?.question}`);
  await family.page.getByText(`还要问您一句：${question?.question}`).first().waitFor({ state: 'detached' });
  const [may] = before.maybe;
  await family
    .tap('link', /看怎么申请/)
    .catch(() => family.tap('button', new RegExp(`看怎么申请 ${may?.policy.name}`)));
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
