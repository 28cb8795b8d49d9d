/**
 * Ledgers, payers' files and the county's policies in a real browser against the whole local stack. Wants a build:
 * `node miniapp/build.cjs h5`.
 */
import path from 'node:path';
import { composeIdNumber } from '@shared/people';
import { faults } from '@tests/support/axe';
import { walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { readFile, utils } from 'xlsx';

const ROOT = path.resolve(__dirname, '../..');
const SHOTS = path.join(ROOT, 'artifacts/ledgers');
const LEDGERS = 'packages/ledgers/pages/ledgers';

jest.setTimeout(180_000);

let place: OfficeInBrowser;

beforeAll(async () => {
  place = await openOfficeInBrowser('ledgers');
  const { office } = place;
  for (const [index, headName] of ['田有福', '欧阳阿古达木苏荣'].entries())
    await walk(office, index === 0 ? 'announced' : 'accepted', {
      headName,
      idNo: composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence: 101 + index }),
    });
  office.at('2026-04-20 09:00');
  await office.settled();
});

afterAll(() => place?.close());

const picture = (person: InBrowser, name: string) =>
  person.page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });

/** The same page in large text, looked at and measured. */
async function looked(person: InBrowser, name: string): Promise<void> {
  await picture(person, name);
  expect(await faults(person.page, [320, 375], ['light', 'care'])).toEqual([]);
  await person.page.setViewportSize({ width: 375, height: 812 });
  await picture(person, `${name}-care`);
}

test('a village takes a ledger out with four taps; one without records says so; without a net it says so', async () => {
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open('packages/review/pages/queue');
    await cadre.tap('link', /^台账/);
    await cadre.sees('先选一本台账');
    await looked(cadre, 'empty');
    await cadre.tap('radio', /申报受理台账/);
    await cadre.tap('button', '今年');
    await cadre.tap('button', '装订存档');
    const [download] = await Promise.all([
      cadre.page.waitForEvent('download'),
      cadre.tap('button', '取这本台账'),
    ]);
    expect(download.suggestedFilename()).toBe('保西村申报受理台账-2026-01-01至2026-12-31.xlsx');
    const book = readFile(await download.path());
    const lines = utils.sheet_to_json<string[]>(Object.values(book.Sheets)[0] ?? {}, { header: 1 }).slice(3);
    expect(lines.map((line) => line[5]).sort()).toEqual(['欧阳阿古达木苏荣', '田有福']);
    await cadre.sees('取好了，一共 2 行');
    await looked(cadre, 'taken');
    await cadre.tap('button', '去年');
    await Promise.all([cadre.page.waitForEvent('download'), cadre.tap('button', '取这本台账')]);
    await cadre.sees('这段时间没有记录');
    await cadre.tap('button', '自己选日子');
    await cadre.write('从哪天起', '2026-03-02');
    await cadre.write('到哪天为止', '2026-03-01');
    await cadre.sees('结束的日子不能比开始早。改一下。');
    await looked(cadre, 'own-days');
    await cadre.tap('button', '这个月');
    await cadre.page.route('**/api/ledgers/**', (route) => route.abort());
    await cadre.tap('button', '取这本台账');
    await cadre.sees('没有取到，可能是网不好。再点一次。');
  });
});

test('a county at its desk picks one township and one village of it', async () => {
  await place.as(
    'wu-haiyan',
    async (clerk) => {
      await clerk.open(LEDGERS);
      await clerk.sees('科尔沁左翼中旗');
      await clerk.tap('radio', /未纳入特殊档案台账/);
      await clerk.tap('link', '只要一个镇');
      await clerk.sees('保康镇');
      await picture(clerk, 'desk');
      expect(await faults(clerk.page, [1280], ['light'])).toEqual([]);
      await clerk.tap('button', '保康镇');
      await clerk.tap('link', '只要一个村');
      await clerk.tap('button', '保西村');
      await clerk.sees('科尔沁左翼中旗 保康镇 保西村');
      await clerk.tap('button', '迎接检查');
      const [download] = await Promise.all([
        clerk.page.waitForEvent('download'),
        clerk.tap('button', '取这本台账'),
      ]);
      expect(download.suggestedFilename()).toContain('保西村未纳入特殊档案台账');
      await clerk.tap('link', '换回整个科尔沁左翼中旗');
      await picture(clerk, 'desk-village');
    },
    DESK,
  );
  await place.as('zhao-dayong', async (grid) => {
    await grid.open(LEDGERS);
    await grid.sees('这一步不归您办。');
  });
});
