/**
 * Help of a family in a real browser against the whole local stack: a cadre names a helper, who writes a visit down with the
 * net cut off. Wants a build: `node miniapp/build.cjs h5`.
 */
import { faults } from '@tests/support/axe';
import { walk } from '@tests/support/f01';
import type { InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';
import type { WireOffice } from '@tests/support/wire-office';
import sharp from 'sharp';

const FOLDER = 'help';
const QUEUE = 'packages/review/pages/queue';
const PLAN = 'packages/help/pages/plan';

jest.setTimeout(240_000);

let place: OfficeInBrowser;
let office: WireOffice;
let caseId: string;

beforeAll(async () => {
  place = await openOfficeInBrowser('help');
  ({ office } = place);
  ({ caseId } = await walk(office, 'announced'));
  office.at('2026-03-18 09:00');
  await office.settled();
});

afterAll(() => place?.close());

const picture = (person: InBrowser, name: string) => keepPicture(person.page, FOLDER, name);

/** The same page in large text too, looked at and measured. */
async function looked(person: InBrowser, name: string): Promise<void> {
  await picture(person, name);
  expect(await faults(person.page, [320, 375], ['light', 'care'])).toEqual([]);
  await person.page.setViewportSize({ width: 375, height: 812 });
  await picture(person, `${name}-care`);
  await person.page.evaluate(() => {
    for (const part of [document.body, ...document.querySelectorAll('.sw-page')])
      part.classList.remove('sw-care');
  });
}

test('a helper is named, and finds the family on the own phone', async () => {
  const [cadre, helper] = [await place.window('li-chunmei'), await place.window('liu-zhigang')];
  await helper.open(QUEUE);
  await helper.sees('还没有请您联系的家庭');
  await looked(helper, '01-helping-empty');

  await cadre.open(`${PLAN}?caseId=${caseId}`);
  await cadre.sees('只提示，由人来定');
  await cadre.sees('还没有定联系人');
  await looked(cadre, '02-plan-empty');
  await cadre.tap('link', /^定一个人$/);
  await cadre.sees('定谁来帮');
  await cadre.tap('button', '就定他');
  await cadre.sees('选一个人。');
  await looked(cadre, '03-assign-wrong');
  await cadre.tap('radio', /刘志刚/);
  await cadre.write('单位', '旗农牧局');
  await cadre.write('农户打哪个电话', '13800000001');
  await cadre.tap('button', '就定他');
  await cadre.sees('旗农牧局');

  await helper.open(QUEUE);
  await helper.sees('我联系 1 户');
  await looked(helper, '04-helping');
  await helper.tap('link', /田有福家/);
  await helper.sees('记一次走访');
  await looked(helper, '05-helped');
  for (const one of [cadre, helper]) {
    expect(one.complaints).toEqual([]);
    await one.close();
  }
});

test('a visit with the net cut off is kept, and handed in once when the net is back', async () => {
  const helper = await place.window('liu-zhigang');
  await helper.open('packages/help/pages/helping');
  await helper.sees('3月31日前去一次');
  await helper.tap('link', /田有福家/);
  await helper.tap('button', '记一次走访');
  await helper.context.setOffline(true);
  await helper.sees('没有网，先存在手机里');
  await helper.tap('button', '交走访记录');
  await helper.sees('选一样，现在怎么样。');
  await looked(helper, '18-visit-wrong');
  await helper.tap('button', '平稳');
  await helper.write('看到了什么', '吃药按时，儿子打来钱了');
  await helper.write('有什么难处', '药费还是高');
  const [chooser] = await Promise.all([
    helper.page.waitForEvent('filechooser'),
    helper.tap('button', /走访的照片/),
  ]);
  const grey = { width: 640, height: 480, channels: 3, background: '#888' } as const;
  const buffer = await sharp({ create: grey }).jpeg().toBuffer();
  await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await helper.sees('已拍 1 张');
  await helper.tap('button', '交走访记录');
  await helper.sees('走访记录存在手机里，还没交');
  await looked(helper, '19-kept');
  await helper.context.setOffline(false);
  await helper.sees('存在手机里的，交上去了');
  await helper.sees('这个月去过了');
  await looked(helper, '20-visited');
  const { family } = await office.must('li-chunmei', 'measures.of', { caseId });
  expect(family.visits).toMatchObject([{ by: '刘志刚', problem: '药费还是高', photos: 1 }]);
  await helper.tap('link', /计划和每一项帮扶/);
  await helper.sees('药费还是高');
  await looked(helper, '21-plan-full');
  expect(helper.complaints.filter((one) => !/offline|ERR_INTERNET/i.test(one))).toEqual([]);
  await helper.close();
});
