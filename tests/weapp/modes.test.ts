import { JOURNEY_MS, onDevtools, type PhoneOptions, withPhone } from './support/phone-for-tests';

/** How WeChat's own settings reach the pages: text size and theme. */

jest.setTimeout(JOURNEY_MS);

// DevTools has settings of its own, which no test can change.
const inOurHost = onDevtools ? test.skip : test;

interface Root {
  classes: string[];
  style: string;
}

const rootOf = (settings: PhoneOptions['settings'], picture: string): Promise<Root> =>
  withPhone({ settings }, async ({ phone }) => {
    await phone.sees('我要申报');
    await phone.picture(picture);
    const root = await (await phone.page()).$('.sw-page');
    expect(await phone.faults()).toEqual([]);
    return {
      classes: String(await root?.attribute('class')).split(' '),
      style: String((await root?.attribute('style')) ?? ''),
    };
  });

/** ux.md 2: care mode from 1.25 on; below that text grows by WeChat's own factor, and never shrinks. */
inOurHost.each`
  factor  | theme      | care     | dark     | scale
  ${0.9}  | ${'light'} | ${false} | ${false} | ${''}
  ${1}    | ${'dark'}  | ${false} | ${true}  | ${''}
  ${1.12} | ${'light'} | ${false} | ${false} | ${'--k:1.12'}
  ${1.25} | ${'light'} | ${true}  | ${false} | ${''}
  ${1.4}  | ${'dark'}  | ${true}  | ${true}  | ${''}
`('WeChat set to $factor and $theme', async ({ factor, theme, care, dark, scale }) => {
  const { classes, style } = await rootOf({ fontSizeScaleFactor: factor, theme }, `home-${factor}-${theme}`);
  expect({ care: classes.includes('sw-care'), dark: classes.includes('sw-dark') }).toEqual({ care, dark });
  expect(style.replaceAll(/[\s;]/g, '')).toBe(scale);
});
