import { loadCamera } from './journeys/photo';
import { signWithFinger } from './journeys/signature';
import { phoneForTests } from './support/phone-for-tests';

/** The kit's components in the real mini-program, where no test of the H5 twin sees them. */

const there = phoneForTests();
const FORM = 'packages/gallery/form';
const WAIT = 'packages/gallery/wait';

beforeEach(() => there().phone.open('pages/home/index', 'reLaunch'));

test('choices: one of several, and no more than two of several', async () => {
  const { phone } = there();
  await phone.open(FORM);
  await phone.tap('帮别家报');
  expect(await phone.isOn('帮别家报')).toBe(true);
  expect(await phone.isOn('供孩子上学')).toBe(false);
  await phone.tap('供孩子上学');
  expect(await phone.isOn('供孩子上学')).toBe(true);
  await phone.tap('遭了灾');
  await phone.sees('最多 2 样');
});

test('fields show what they began with, keep what is typed and can be filled by the app', async () => {
  const { phone } = there();
  await phone.open(FORM);
  expect(await (await phone.field('姓名')).value()).toBe('田有福');
  await phone.write('姓名', '贺明');
  expect(await (await phone.field('姓名')).value()).toBe('贺明');
  await phone.tap('拍身份证，自动填');
  await phone.until(async () => (await (await phone.field('姓名')).value()) === '田有福');
  await phone.write('还想写几句', '去年冬天住院');
  expect(await (await phone.field('还想写几句')).value()).toBe('去年冬天住院');
});

test('a photo from the camera stands beside its paper', async () => {
  const { phone } = there();
  await phone.open(FORM);
  await loadCamera(phone);
  await phone.tap('拍照，录取或在读证明');
  await phone.control('录取或在读证明，再拍一张');
  await phone.sees('40%');
});

test('a name written with the finger opens the way on', async () => {
  const { phone } = there();
  await phone.open(FORM);
  await signWithFinger(phone);
  await phone.tap('交签名');
  await phone.sees('签好了：田有福');
});

test('a question waits for its answer', async () => {
  const { phone } = there();
  await phone.open(WAIT);
  await phone.tap('撤回');
  await phone.sees('撤回就不办了');
  await phone.tap('不撤回');
  await phone.sees('没有撤回，接着办');
});

test('what could not be fetched says so, and whom to call', async () => {
  const { phone } = there();
  await phone.open(WAIT);
  await phone.sees('0990-000 0101');
});

/**
 * What a screen reader finds: WeChat reads `aria-*` of WXML, and none of it is there unless the build puts it there. The
 * gallery has every component, the report has every kind of question.
 */
const PAGES = [
  'pages/home/index',
  'packages/gallery/read',
  'packages/gallery/form',
  'packages/gallery/wait',
  'packages/apply/pages/who',
  'packages/apply/pages/head',
  'packages/apply/pages/what',
  'packages/apply/pages/trouble',
  'packages/account/pages/find-village',
];

const ROLES = ['button', 'link', 'radio', 'checkbox', 'tab'];

test.each(PAGES)(
  '%s: everything that can be tapped has a role and a name, every field a label',
  async (route) => {
    const { phone } = there();
    await phone.open(route, 'reLaunch');
    const page = await phone.page();
    const controls = await page.$$('.sw-tap');
    expect(controls.length).toBeGreaterThan(0);
    const poor: string[] = [];
    for (const control of controls) {
      const role = String(await control.attribute('aria-role'));
      const name = (await control.attribute('aria-label')) ?? (await control.text());
      if (!ROLES.includes(role) || name.trim() === '') poor.push(await control.outerWxml());
    }
    for (const field of [...(await page.$$('input')), ...(await page.$$('textarea'))])
      if (!(await field.attribute('aria-label'))) poor.push(await field.outerWxml());
    expect(poor).toEqual([]);
  },
);
