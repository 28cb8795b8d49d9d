/**
 * A supervisor in a real browser against the whole local stack: lists, one case under pseudonyms, one real name for a
 * written reason; at 375 px in light and care, at 1280 px, and by axe. Wants a build: `node miniapp/build.cjs h5`.
 */
import { faults } from '@tests/support/axe';
import { walk } from '@tests/support/f01';
import { DESK } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';
import { setAside } from '@tests/support/set-aside';
import type { WireOffice } from '@tests/support/wire-office';

jest.setTimeout(180_000);

let place: OfficeInBrowser;
let office: WireOffice;

beforeAll(async () => {
  place = await openOfficeInBrowser('supervision');
  ({ office } = place);
  await walk(office, 'posted');
  await walk(office, 'accepted', { idNo: null, headName: '马国兴' });
  await office.settled();
});
afterAll(() => place?.close());

test('a supervisor reads no name, and learns one for a written reason', async () => {
  for (const viewport of [undefined, DESK]) {
    const her = await place.window('su-jing', viewport);
    const shot = async (name: string) => {
      expect(await faults(her.page, [viewport ? 1280 : 375], ['light', 'care'])).toEqual([]);
      await keepPicture(her.page, 'supervision', `${name}-${viewport ? 1280 : 375}`);
    };
    await her.open('packages/review/pages/queue');
    await her.sees('监督查看');
    await her.sees(/^农户 \d{5}/);
    await shot('supervised-list');
    await her.tap('tab', /抽查/);
    await her.sees('随机抽的，一天一批，不能重抽。');
    await her.tap('tab', /在办/);
    await her.tap('link', /农户 \d{5} 4 人.*公示/s);
    await her.sees('不写真名');
    await her.sees(/张贴公示/);
    for (const name of ['田有福', '李春梅', '王建军', '田晓雨'])
      expect(await her.page.locator('body').textContent()).not.toContain(name);
    await shot('supervised-case');
    await her.tap('link', '写明理由，看真名，户主的真名');
    await her.tap('button', '写明理由，看真名');
    await her.sees('写一下为什么要看，会记下来。');
    await her.write('为什么要看户主的真名？', '核对举报信');
    await shot('supervised-asking');
    await her.tap('button', '写明理由，看真名');
    await her.sees(/户主：田有福/);
    await shot('supervised-shown');
    expect(her.complaints).toEqual([]);
    await her.close();
  }
});

test('leave is given and taken back on the phone; what was not sent is looked at by its keeper', async () => {
  const cadre = await place.window('li-chunmei');
  const look = async (one: typeof cadre, name: string) => {
    expect(await faults(one.page, [375], ['light', 'care'])).toEqual([]);
    await keepPicture(one.page, 'supervision', `${name}-375`);
  };
  await cadre.open('packages/settings/pages/leave');
  await cadre.sees('没有委托别人，也没有人委托您。');
  await cadre.tap('button', '委托');
  await cadre.sees('选一下请谁替您办。');
  await cadre.tap('radio', '赵大勇');
  const { today } = await office.must('li-chunmei', 'accounts.delegations', {});
  await cadre.write('到哪天为止', today);
  await look(cadre, 'leave-form');
  await cadre.tap('button', '委托');
  await cadre.sees('请赵大勇替我');
  await look(cadre, 'leave-given');
  await cadre.tap('button', '收回给赵大勇的委托');
  await cadre.tap('button', '收回委托');
  await cadre.sees('收回了');
  expect(cadre.complaints).toEqual([]);
  await cadre.close();

  const clerk = await place.window('wu-haiyan');
  await clerk.open('packages/settings/pages/deliveries');
  await clerk.sees('都送到了。');
  await look(clerk, 'deliveries');
  await setAside(place.databaseUrl, '150521', 2);
  await clerk.open('packages/settings/pages/deliveries');
  await clerk.sees('没送到的消息 2 条');
  const { rows } = await office.must('wu-haiyan', 'deliveries.setAside', {});
  await clerk.tap('button', new RegExp(`再送一次，.* ${rows[0]?.id} 号`));
  await clerk.sees('写一下为什么，会记下来。');
  await look(clerk, 'deliveries-two');
  await clerk.write(new RegExp(` ${rows[0]?.id} 号，为什么？`), '网断过');
  await clerk.tap('button', new RegExp(`再送一次，.* ${rows[0]?.id} 号`));
  await clerk.sees('没送到的消息 1 条');
  await clerk.write(new RegExp(` ${rows[1]?.id} 号，为什么？`), '人已经知道了');
  await clerk.tap('button', new RegExp(`不送了，.* ${rows[1]?.id} 号`));
  await clerk.sees('都送到了。');
  expect(clerk.complaints).toEqual([]);
  await clerk.close();
});
