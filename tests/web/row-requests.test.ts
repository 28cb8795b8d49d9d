import { walk } from '@tests/support/f01';
import type { InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';

/** The family asks about its row on the phone; the village hides it, the township decides (domain.md 6.4). */

const PHONE = { width: 375, height: 812 };

let browser: OfficeInBrowser;
let noticeId: string;

beforeAll(async () => {
  browser = await openOfficeInBrowser('row-requests');
  ({ noticeId } = await walk(browser.office, 'posted'));
  browser.office.at('2026-03-09 10:00');
}, 300_000);
afterAll(() => browser.close());

const shot = (window: InBrowser, name: string) => keepPicture(window.page, 'row-requests', name);

test('asked on the phone, hidden by the village, decided by the township, read by the family', async () => {
  const notice = `packages/notices/pages/notice?notice=${noticeId}`;
  await browser.as(
    'tian-xiaoyu',
    async (one) => {
      await one.open(notice);
      await one.sees('您家这一行');
      await shot(one, 'notice');
      await one.page.getByText('写错了，或者要撤下来').filter({ visible: true }).first().click();
      await one.sees('名单上您家这一行，要怎么办？');
      await one.page.getByText('撤下来，不要挂在上面').click();
      await one.page.getByRole('textbox').fill('不想让人看到');
      await shot(one, 'ask');
      await one.page.getByRole('button', { name: '交给村里和镇里' }).click();
      await one.sees('您要求撤下这一行');
      await shot(one, 'asked');
    },
    PHONE,
  );
  await browser.as(
    'li-chunmei',
    async (one) => {
      await one.open('packages/publicity/pages/rows');
      await one.sees('不想让人看到');
      await shot(one, 'freeze');
      await one.page.getByRole('button', { name: '先撤下田有福这一行' }).click();
      await one.page.getByRole('button', { name: '先撤下田有福这一行' }).waitFor({ state: 'detached' });
    },
    PHONE,
  );
  await browser.as(
    'he-ming',
    async (one) => {
      await one.open(notice);
      await one.sees('这份公示已经结束，名单撤下了');
      expect(await one.page.getByText('田*福').count()).toBe(0);
    },
    PHONE,
  );
  await browser.as(
    'chen-li',
    async (one) => {
      await one.open('packages/publicity/pages/rows');
      await one.page.getByText('不改，接着公示').click();
      await one.page.getByRole('textbox').fill('按规定要公示五天');
      await shot(one, 'decide');
      await one.page.getByRole('button', { name: '这样定' }).click();
      await one.sees('定过的');
      await shot(one, 'decided');
    },
    PHONE,
  );
  await browser.as(
    'tian-xiaoyu',
    async (one) => {
      await one.open(notice);
      await one.sees('3月9日，陈立：按规定要公示五天');
      await shot(one, 'read');
    },
    PHONE,
  );
}, 300_000);
