import { JOURNEY_MS, onDevtools, type PhoneOptions, withPhone } from './support/phone-for-tests';

/** How WeChat's own settings reach the pages: text size and theme. */

jest.setTimeout(JOURNEY_MS);

// DevTools has settings of its own, which no test can change.
const inOurHost = onDevtools ? test.skip : test;

const rootClasses = (settings: PhoneOptions['settings'], picture: string) =>
  withPhone({ settings }, async ({ phone }) => {
    await phone.sees('我要申报');
    await phone.picture(picture);
    const root = await (await phone.page()).$('.sw-page');
    expect(await phone.faults()).toEqual([]);
    return String(await root?.attribute('class')).split(' ');
  });

inOurHost('large text in WeChat is care mode here, light or dark', async () => {
  expect(await rootClasses({ fontSizeScaleFactor: 1.4, theme: 'dark' }, 'home-care-dark')).toEqual(
    expect.arrayContaining(['sw-care', 'sw-dark']),
  );
});

inOurHost('ordinary text and a light theme are neither', async () => {
  const classes = await rootClasses({ fontSizeScaleFactor: 1, theme: 'light' }, 'home');
  expect(classes).not.toContain('sw-care');
  expect(classes).not.toContain('sw-dark');
});
