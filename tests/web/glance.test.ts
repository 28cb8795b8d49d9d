/**
 * The office at a glance in a real browser against the whole local stack: every number opens the list that it counts.
 * Wants a build: `node miniapp/build.cjs h5`.
 */
import { SECOND_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { faults } from '@tests/support/axe';
import { walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';
import type { WireOffice } from '@tests/support/wire-office';

const GLANCE = 'packages/glance/pages/glance';

jest.setTimeout(180_000);

let place: OfficeInBrowser;
let office: WireOffice;

const FAMILIES = {
  田有福: 'submitted',
  贺老实: 'accepted',
  白长河: 'verified',
  韩老四: 'appraised',
  欧阳阿古达木苏荣: 'reviewed',
  罗庆云: 'announced',
} as const;

beforeAll(async () => {
  place = await openOfficeInBrowser('glance');
  ({ office } = place);
  for (const [index, [headName, step]] of Object.entries(FAMILIES).entries())
    await walk(office, step, {
      headName,
      idNo: composeIdNumber({ area: '990101', birthDate: '1969-02-01', sequence: index + 1 }),
      ...(index === 0 && { village: SECOND_VILLAGE }),
    });
  office.at('2026-03-20 09:00');
  await office.settled();
});

afterAll(() => place?.close());

const picture = (person: InBrowser, name: string) => keepPicture(person.page, 'glance', name);

/** Opens a number, by keyboard alone, counts what its list holds, and comes back to where the keyboard was. */
async function opensItsList(person: InBrowser, role: 'link' | 'button', name: RegExp, count: number) {
  const number = person.page.getByRole(role, { name }).filter({ visible: true }).first();
  await number.focus();
  await person.page.keyboard.press('Enter');
  await person.page.waitForURL(/glance\/pages\/cases/);
  const rows = person.page.getByRole('link').filter({ visible: true, hasText: /保西村|保南村/ });
  await rows.first().waitFor();
  expect([name.source, await rows.count()]).toEqual([name.source, count]);
  await person.page.keyboard.press('Escape');
  await person.sees('要管的');
  const handle = await number.elementHandle();
  await person.page.waitForFunction((one) => one === document.activeElement, handle);
}

test('a township leader at the desk, by keyboard: what needs care first, and every number opens its list', async () => {
  const { counts, overdue, steps, villages } = await office.must('chen-li', 'reviews.glance', {});
  expect(counts.CAME_IN).toBe(Object.keys(FAMILIES).length);
  await place.as(
    'chen-li',
    async (leader) => {
      await leader.open(GLANCE);
      await leader.sees(`现在在办 ${counts.OPEN} 件，晚了 ${counts.OVERDUE} 件`);
      const headings = await leader.page
        .getByRole('heading', { level: 2 })
        .filter({ visible: true })
        .allInnerTexts();
      expect(headings).toEqual(['要管的', '这段时间', '晚了的在谁手里', '每一步几天', '各村']);
      await leader.page.locator('.sw-gl__chart svg:visible').nth(2).waitFor();
      await picture(leader, 'desk');
      expect(await faults(leader.page, [1280], ['light', 'care'])).toEqual([]);
      const [left, right] = await Promise.all(
        ['这段时间', '每一步几天'].map((name) => leader.page.getByRole('heading', { name }).boundingBox()),
      );
      expect(left?.y).toBe(right?.y);
      for (const { holder, person, name, cases } of overdue) {
        const whom = name === '' ? (holder === 'HOUSEHOLD' ? '等他家' : '没人领') : name;
        expect([person === '-', name === '']).toEqual([name === '', person === '-']);
        await opensItsList(leader, 'button', new RegExp(`^看这 ${cases} 件：.*${whom}，`), cases);
      }
      await opensItsList(leader, 'link', /^收到 \d/, counts.CAME_IN);
      await opensItsList(leader, 'link', /^定下来 \d/, counts.DECIDED);
      await opensItsList(leader, 'link', /^其中按时的/, counts.ON_TIME);
      await opensItsList(leader, 'link', /^现在在办 \d/, counts.OPEN);
      await opensItsList(
        leader,
        'link',
        /^在村里，晚了/,
        overdue.reduce((sum, { holder, cases }) => sum + (holder === 'VILLAGE' ? cases : 0), 0),
      );
      await opensItsList(
        leader,
        'link',
        /^入户核实，办过/,
        steps.find(({ state }) => state === 'VERIFYING')?.times ?? -1,
      );
      const village = villages.find(({ name }) => name === '保南村');
      await opensItsList(leader, 'link', /^保南村，收到/, village?.counts.CAME_IN ?? -1);
      // J goes to the next number, K back.
      const said = () => leader.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      const here = await said();
      await leader.page.keyboard.press('j');
      expect(await said()).not.toBe(here);
      await leader.page.keyboard.press('k');
      expect(await said()).toBe(here);
      await leader.tap('button', '近 7 天');
      await leader.sees('3月14日到3月20日');
      await leader.tap('button', '这个月');
      await leader.sees('3月1日到3月20日');
      await leader.tap('button', '自己选');
      await leader.tap('button', '看这些天');
      await leader.sees('从哪天到哪天，两个日子都要选。');
      await leader.write('从哪天起', '2026-03-03');
      await leader.write('到哪天为止', '2026-03-02');
      await leader.tap('button', '看这些天');
      await leader.sees('结束的日子不能比开始早。改一下。');
      await picture(leader, 'desk-own');
      await leader.write('到哪天为止', '2026-03-05');
      await leader.tap('button', '看这些天');
      await leader.sees('3月3日到3月5日');
      await leader.page.route('**/api/office**', (route) => route.abort());
      await leader.tap('button', '近 90 天');
      await leader.sees('再试一次');
      await picture(leader, 'desk-unreached');
    },
    DESK,
  );
});

test('the same on a phone, in large text too; who leads no unit has no way there', async () => {
  await place.as('chen-li', async (leader) => {
    await leader.open('packages/review/pages/queue');
    await leader.tap('link', /^办得怎么样/);
    await leader.sees('保康镇办得怎么样');
    await leader.page.locator('.sw-gl__chart svg:visible').nth(2).waitFor();
    await leader.page.setViewportSize({ width: 375, height: 2600 });
    await picture(leader, 'phone');
    expect(await faults(leader.page, [320, 375], ['light', 'care'])).toEqual([]);
    await leader.page.setViewportSize({ width: 375, height: 2900 });
    await picture(leader, 'phone-care');
    await leader.page.setViewportSize({ width: 375, height: 812 });
    await leader.tap('link', /^收到 \d/);
    await leader.sees('欧阳阿古达木苏荣');
    await picture(leader, 'list');
    expect(await faults(leader.page, [320, 375], ['light', 'care'])).toEqual([]);
  });
  for (const person of ['zhao-dayong', 'li-chunmei', 'he-min'])
    await place.as(person, async (clerk) => {
      await clerk.open('packages/review/pages/queue');
      await clerk.sees('我的委托');
      expect(await clerk.page.getByText('办得怎么样').filter({ visible: true }).count()).toBe(0);
      await clerk.open(GLANCE);
      await clerk.sees('这一步不归您办。');
    });
});
