/**
 * The administrator in a real browser against the whole local stack: a list with wrong rows sent in, somebody found, a
 * service ended after seeing what is in hand, and brought back; at 1280 px and at 375 px, and by axe. Wants a build:
 * `node miniapp/build.cjs h5`.
 */
import { faults } from '@tests/support/axe';
import { DESK } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture } from '@tests/support/pictures';
import { staffTable } from '@tests/support/staff-list';

jest.setTimeout(180_000);

let place: OfficeInBrowser;

beforeAll(async () => {
  place = await openOfficeInBrowser('people');
});
afterAll(() => place?.close());

const LIST = [
  { name: '安娜', phone: '13900000001', role: '镇里经办', town: '保康镇' },
  { name: '白云', phone: '13900000002', role: '村委会', town: '保康镇', village: '没有的村' },
];

test.each([
  ['1280', DESK],
  ['375', undefined],
])('at %s px: a list, a leaver, and back', async (width, viewport) => {
  const her = await place.window('guo-minhua', viewport);
  const shot = async (name: string) => {
    await keepPicture(her.page, 'people', `people-${name}-${width}`);
    expect(await faults(her.page, [Number(width)], ['light', 'care'])).toEqual([]);
  };
  // The desk of cases is not the administrator's.
  await her.open('packages/review/pages/queue');
  await her.sees(/人员 \d+ 人/);
  await shot('list');

  const [chooser] = await Promise.all([
    her.page.waitForEvent('filechooser'),
    her.tap('button', '传人员名单'),
  ]);
  await chooser.setFiles({
    name: '名单.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await staffTable(LIST)),
  });
  await her.sees('办好 1 行');
  await her.sees('还有 1 行没有办，原因在结果里。');
  const [report] = await Promise.all([
    her.page.waitForEvent('download'),
    her.tap('button', '看每一行的结果'),
  ]);
  expect(report.suggestedFilename()).toBe('逐行结果-名单.xlsx');
  await her.sees('139****0001');
  await shot('imported');

  await her.write('找人', '白云');
  await her.tap('button', '找');
  await her.sees('没有找到。要写全名、全号，或者地方的全称。');
  await shot('nobody');
  await her.tap('link', '看全部的人');
  await her.write('找人', '何敏');
  await her.tap('button', '找');
  await her.tap('link', /何敏/);
  await her.sees('手上在办');
  await her.tap('button', '办离岗，何敏');
  await her.sees('写一下为什么，会记下来。');
  await shot('ending');
  await her.write('何敏，为什么？', '调到别处');
  await her.tap('button', '办离岗，何敏');
  await her.tap('button', '办离岗');
  await her.sees('办好了，放回待办 0 件');
  await her.tap(viewport ? 'link' : 'tab', /^离岗/);
  await her.tap('link', /何敏/);
  await her.write('何敏，为什么恢复？', '弄错了人');
  await shot('left');
  await her.tap('button', '恢复，何敏');
  await her.sees('恢复了，今天起能办');
  expect(her.complaints).toEqual([]);
  await her.close();
});
