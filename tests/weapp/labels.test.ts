import { phoneForTests } from './support/phone-for-tests';

/**
 * What a screen reader finds in the mini-program: WeChat reads `aria-*` of WXML, and none of it is there unless the build
 * puts it there. The gallery has every component, the report has every kind of question.
 */

const there = phoneForTests();

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
