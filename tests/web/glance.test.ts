/**
 * The office at a glance in a real browser against the whole local stack: every number opens the list that it counts.
 * Wants a build: `node miniapp/build.cjs h5`.
 */
import path from 'node:path';
import { SECOND_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { faults } from '@tests/support/axe';
import { walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import type { WireOffice } from '@tests/support/wire-office';

const ROOT = path.resolve(__dirname, '../..');
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

const SHOTS = path.join(ROOT, 'artifacts/glance');
const picture = (person: InBrowser, name: string) =>
  person.page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });

/** Opens each number of one part of the page and counts what the list holds. */
async function opensItsList(person: InBrowser, name: RegExp, count: number): Promise<void> {
  await person.tap('link', name);
  await person.page.waitForURL(/glance\/pages\/cases/);
  await person.sees(/保西村|保南村/);
  const rows = person.page.getByRole('link').filter({ visible: true, hasText: /保西村|保南村/ });
  await rows.first().waitFor();
  expect([name.source, await rows.count()]).toEqual([name.source, count]);
  await person.page.goBack();
  await person.sees('晚了的在谁手里');
}

test('a township leader at the desk: pictures over tables, and every number opens its list', async () => {
  const { counts, overdue, steps, villages } = await office.must('chen-li', 'reviews.glance', {});
  expect(counts.CAME_IN).toBe(Object.keys(FAMILIES).length);
  await place.as(
    'chen-li',
    async (leader) => {
      await leader.open(GLANCE);
      await leader.sees('保康镇办得怎么样');
      await leader.page.locator('.sw-gl__chart svg:visible').nth(2).waitFor();
      await picture(leader, 'desk');
      expect(await faults(leader.page, [1280], ['light'])).toEqual([]);
      await opensItsList(leader, /收到$/, counts.CAME_IN);
      await opensItsList(leader, /定下来$/, counts.DECIDED);
      await opensItsList(leader, /按时的 1 件$/, counts.ON_TIME);
      await opensItsList(leader, /在办$/, counts.OPEN);
      await opensItsList(leader, /晚了$/, counts.OVERDUE);
      await opensItsList(
        leader,
        /^在村里，晚了/,
        overdue.find(({ holder }) => holder === 'VILLAGE')?.cases ?? -1,
      );
      await opensItsList(
        leader,
        /^入户核实，件/,
        steps.find(({ state }) => state === 'VERIFYING')?.cases ?? -1,
      );
      const village = villages.find(({ name }) => name === '保南村');
      await opensItsList(leader, /^保南村，收到/, village?.counts.CAME_IN ?? -1);
      await leader.tap('tab', '近 7 天');
      await leader.sees('3月14日到3月20日。点数字，看是哪几家。');
      await leader.page.route('**/api/office**', (route) => route.abort());
      await leader.tap('tab', '近 90 天');
      await leader.sees('再试一次');
      await picture(leader, 'desk-unreached');
    },
    DESK,
  );
});

test('the same on a phone, in large text too; a neighbour with nothing reads that there is nothing', async () => {
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/review/pages/queue');
    await cadre.tap('link', /^办得怎么样/);
    await cadre.sees('保西村办得怎么样');
    await cadre.page.locator('.sw-gl__chart svg:visible').nth(2).waitFor();
    await cadre.page.setViewportSize({ width: 375, height: 2600 });
    await picture(cadre, 'phone');
    expect(await faults(cadre.page, [320, 375], ['light', 'care'])).toEqual([]);
    await cadre.page.setViewportSize({ width: 375, height: 2900 });
    await picture(cadre, 'phone-care');
    await cadre.page.setViewportSize({ width: 375, height: 812 });
    await cadre.tap('link', /收到$/);
    await cadre.sees('欧阳阿古达木苏荣');
    await picture(cadre, 'list');
    expect(await faults(cadre.page, [320, 375], ['light', 'care'])).toEqual([]);
  });
  await place.as('zhao-dayong', async (grid) => {
    await grid.open(GLANCE);
    await grid.sees('这一步不归您办。');
  });
});
