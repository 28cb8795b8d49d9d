/**
 * Every page of a villager's in the H5 build, light, dark and with large text: axe, sizes of what is tapped, widths of
 * phones, and that each can be read aloud. Wants a build: `node miniapp/build.cjs h5`.
 */
import { SUB_PACKAGES, TABS } from '@miniapp/routes';
import { violations } from '@tests/support/axe';
import {
  DRAFT,
  DRAFT_SLOT,
  endedPages,
  farmerPages,
  forgottenPages,
  tellFarmerStories,
  VILLAGER,
} from '@tests/support/farmer-pages';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture, PICTURES } from '@tests/support/pictures';
import type { Page } from 'playwright-core';

/** ux.md 2: light and dark are colours, care is colours and sizes; classes on the page and its body switch them. */
const MODES = { light: [], dark: ['sw-dark'], care: ['sw-care'] } as const;
const WIDTHS = [320, 360, 375, 414];
/** Smallest side of anything that is tapped, in px. */
const TARGET = 48;

jest.setTimeout(300_000);

let place: OfficeInBrowser;

beforeAll(async () => {
  place = await openOfficeInBrowser('reach');
});

afterAll(() => place?.close());

test('all pages, light, dark and care: no violation, nothing too wide or too small, each can be heard', async () => {
  const { office } = place;
  const stories = await tellFarmerStories(office);
  const pages = farmerPages(stories);
  const all = [
    ...TABS,
    ...SUB_PACKAGES.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
  expect(forgottenPages(all, pages)).toEqual([]);

  const one = await place.window(VILLAGER);
  await one.page.evaluate(([slot, draft]) => localStorage.setItem(slot, JSON.stringify({ data: draft })), [
    DRAFT_SLOT,
    JSON.stringify(DRAFT),
  ] as const);
  const found: string[] = [];
  const look = async (route: string, sentence: string) => {
    await one.open(route);
    await one.sees(sentence);
    found.push(...(await faults(one.page, route)).map((fault) => `${route}: ${fault}`));
  };
  for (const { route, sentence } of pages) await look(route, sentence);

  // Later the notice has ended.
  office.at('2026-03-20 09:00');
  await office.settled();
  for (const { route, sentence } of endedPages(stories)) await look(route, sentence);
  expect(found).toEqual([]);
  expect(one.complaints).toEqual([]);
  await one.close();
});

async function faults(page: Page, route: string): Promise<string[]> {
  const found: string[] = [];
  if (
    (await page.getByRole('button', { name: '念给我听，朗读本页' }).filter({ visible: true }).count()) !== 1
  )
    found.push('cannot be read aloud');
  for (const [mode, classes] of Object.entries(MODES)) {
    await wear(page, classes);
    // Tall, so that the bar at the bottom hides nothing.
    await page.setViewportSize({ width: 375, height: 4600 });
    found.push(...(await violations(page)).map((what) => `${mode} ${what}`));
    found.push(...(await tooSmall(page)).map((what) => `${mode} too small: ${what}`));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 812 });
      found.push(...(await sticksOut(page)).map((what) => `${mode} ${width} px, sticks out: ${what}`));
      if (width === 375 || (width === 320 && mode === 'light'))
        await keepTall(page, `${nameOf(route)}-${mode}-${width}`);
    }
  }
  await wear(page, []);
  return found;
}

const nameOf = (route: string) =>
  route
    .replace(/^(packages|pages)\//, '')
    .replace(/\?.*=/, '-')
    .replaceAll(/[/]|pages\//g, '-')
    .slice(0, 40);

const wear = (page: Page, classes: readonly string[]) =>
  page.evaluate((worn) => {
    for (const part of [document.body, ...document.querySelectorAll('.sw-page')]) {
      part.classList.remove('sw-dark', 'sw-care');
      part.classList.add(...worn);
    }
  }, classes);

/** What can be tapped and is smaller than a finger. */
const tooSmall = (page: Page) =>
  page.evaluate((smallest) => {
    const small: string[] = [];
    for (const element of document.querySelectorAll('.sw-tap, input:not([type=file]), textarea')) {
      // A field's box is what is tapped, not the line in it.
      const { width, height } = (element.closest('.sw-field__box') ?? element).getBoundingClientRect();
      if (width === 0) continue;
      if (width < smallest || height < smallest)
        small.push(`${element.textContent || element.getAttribute('aria-label')} ${width}x${height}`);
    }
    return small;
  }, TARGET);

const sticksOut = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('.sw-page *')]
      .filter((element) => !element.closest('.sw-hide'))
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .map((element) => `${element.className} ${element.textContent?.slice(0, 20)}`);
  });

/** The whole page, which scrolls inside a container of Taro's. */
async function keepTall(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  const { width, height } = page.viewportSize() ?? { width: 375, height: 812 };
  const full = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.taro_page')].map((one) => one.scrollHeight)),
  );
  await page.setViewportSize({ width, height: Math.max(height, Math.min(full, 4000)) });
  await keepPicture(page, 'h5', name, false);
  await page.setViewportSize({ width, height });
}
