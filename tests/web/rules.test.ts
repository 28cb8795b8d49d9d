/**
 * A county changes its procedure in a real browser: a clerk at a desk writes and rehearses, a leader on a phone
 * publishes. Wants a build: `node miniapp/build.cjs h5`.
 */
import { violations } from '@tests/support/axe';
import { walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';
import type { WireOffice } from '@tests/support/wire-office';

const RULES = 'packages/settings/pages/rules';
const EDIT = 'packages/settings/pages/edit';

jest.setTimeout(180_000);

let place: OfficeInBrowser;
let office: WireOffice;

beforeAll(async () => {
  place = await openOfficeInBrowser('rules');
  ({ office } = place);
  await walk(office, 'accepted');
});

afterAll(() => place?.close());

/** A picture, what axe finds, and whether anything runs out of the screen. */
async function look({ page }: InBrowser, name: string): Promise<void> {
  await keepPicture(page, 'rules', name, false);
  const found = (await violations(page)).map((what) => `${name}: ${what}`);
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  expect([...found, ...(wide ? [`${name}: too wide`] : [])]).toEqual([]);
}

test('a clerk at the desk changes the publicity, is told what is wrong, rehearses and hands in', async () => {
  await place.as(
    'wu-haiyan',
    async (clerk) => {
      await clerk.open(RULES);
      await clerk.sees('现在用的');
      await look(clerk, 'rules-1280');
      await clerk.tap('button', '改规则');
      await clerk.sees('总期限按');
      await look(clerk, 'edit-limits-1280');
      await clerk.write('公示期满，排在第几天，天', '13');
      await clerk.write('镇级审核，排在第几天，天', '14');
      await clerk.tap('link', '公示');
      await clerk.write('公示，天', '4');
      // From another group the fault is shown where it is.
      await clerk.tap('link', '名称');
      await clerk.tap('button', '预演，看会变什么');
      await clerk.sees('有几项要改');
      await clerk.sees('要填 5 到 366 的整数。');
      await look(clerk, 'edit-fault-1280');
      await clerk.write('公示，天', '7');
      // The window is closed by mistake: what was changed is there.
      await clerk.open(EDIT);
      await clerk.sees('改了 3 处，存在这台设备上，还没有交。');
      await clerk.tap('button', '预演，看会变什么');
      await clerk.sees('改了 3 处');
      await clerk.sees('公示：5 天 → 7 天');
      await clerk.sees('镇级审核：3月13日前 → 3月15日前');
      await clerk.sees('正在办的 1 件，一件也不变');
      await look(clerk, 'preview-1280');
      await clerk.write('起用的日子', '2026-03-01');
      await clerk.tap('button', '交给另一个人发布');
      await clerk.sees('起用的日子已经过了，选今天或以后的。');
      await clerk.write('起用的日子', '2026-03-04');
      await clerk.write('为什么改', '山里路远，多公示两天');
      await clerk.tap('button', '交给另一个人发布');
      await clerk.sees('第 2 版，2026年3月4日起用');
      await clerk.sees(/点不了：要县里领导来发布/);
      await look(clerk, 'proposal-1280');
    },
    DESK,
  );
});

test('a leader on a phone reads what changes, publishes, and everybody sees who did what', async () => {
  await place.as('gao-zhiyuan', async (leader) => {
    await leader.open(RULES);
    await leader.sees('第 2 版等人发布');
    await look(leader, 'rules-375');
    await leader.tap('button', '看这份改动');
    await leader.sees('山里路远，多公示两天');
    await leader.sees('镇级审核：3月13日前 → 3月15日前');
    await look(leader, 'proposal-375');
    await leader.tap('button', '发布第 2 版');
    await leader.tap('button', '发布');
    await leader.sees(/吴海燕提，高志远发布/);
    await leader.sees('还没到日子');
    await leader.tap('button', '改规则');
    await leader.tap('link', /^收入线/);
    await leader.sees('收入线（人均一年）');
    await look(leader, 'edit-line-375');
  });
});

test('who is not of the county reads a sentence, and no form', async () => {
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open(EDIT);
    await cadre.sees('办理规则由县里来改，您看不到。');
  });
});
