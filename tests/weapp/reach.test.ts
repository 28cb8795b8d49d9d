import fs from 'node:fs';
import {
  DRAFT,
  DRAFT_SLOT,
  farmerPages,
  forgottenPages,
  tellFarmerStories,
  VILLAGER,
} from '@tests/support/farmer-pages';
import { readPackage } from './host/compile/package-files';
import type { AppConfig } from './host/hosted-app';
import { signIn } from './journeys/report';
import { builtPackage, changedPackage } from './support/build';
import { poorControls } from './support/controls';
import { JOURNEY_MS, onDevtools, withPhone } from './support/phone-for-tests';

/** Every page of a villager's in the real mini-program: what a screen reader finds, and that each can be read aloud. */

jest.setTimeout(2 * JOURNEY_MS);

// DevTools runs the build that it has opened, which has no plugin.
const inOurHost = onDevtools ? test.skip : test;

const SI = { WechatSI: { version: '0.3.5', provider: 'wx069ba97219f66d99' } };
const LISTEN = '念给我听，朗读本页';

/** What code that is evaluated inside the app sees. */
declare const wx: { setStorageSync(key: string, value: string): void };

/** The build as SHOUWANG_SPEECH_PLUGIN would make it: app.json is all in which it differs. */
const withPlugin = () =>
  changedPackage('app.json', (json) => JSON.stringify({ ...JSON.parse(json), plugins: SI }));

inOurHost(
  'all pages, dark and with large text: every control has a role and a name, every page a voice',
  async () => {
    const folder = withPlugin();
    const settings = { theme: 'dark', fontSizeScaleFactor: 1.3 } as const;
    try {
      await withPhone({ folder, village: true, settings }, async ({ phone, village, host }) => {
        const pages = farmerPages(await tellFarmerStories(village.office));
        expect(forgottenPages(allPages(), pages)).toEqual([]);
        await signIn(phone, village, VILLAGER);
        await phone.app.evaluate(
          (slot: string, draft: string) => wx.setStorageSync(slot, draft),
          DRAFT_SLOT,
          JSON.stringify(DRAFT),
        );
        // The app has read its slot when it began.
        await phone.restart();
        const poor: string[] = [];
        for (const { route, sentence } of pages) {
          await phone.open(route, 'reLaunch');
          await phone.sees(sentence);
          poor.push(...(await poorControls(phone)).map((control) => `${route}: ${control}`));
          await phone.tap(LISTEN);
          let said = '';
          await phone.until(async () => {
            said += (await host?.spoken())?.join('') ?? '';
            return said !== '';
          });
          if (route.includes('/notice?') && /田/.test(said)) poor.push(`${route} says a name: ${said}`);
          await phone.picture(
            `page-${route.replaceAll(/\?.*|packages\/|pages\//g, '').replaceAll('/', '-')}`,
          );
        }
        expect(poor).toEqual([]);
        expect(await phone.faults()).toEqual([]);
      });
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  },
);

function allPages(): string[] {
  const { pages, subPackages = [] } = JSON.parse(
    readPackage(builtPackage()).get('app.json')?.toString() ?? '{}',
  ) as AppConfig;
  return [
    ...pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root.replace(/\/$/, '')}/${page}`)),
  ];
}

inOurHost('without the plugin nothing pretends to speak, and the settings say so', () =>
  withPhone({}, async ({ phone }) => {
    await phone.open('packages/account/pages/settings');
    await phone.sees('这里还不能念');
    expect(await phone.words()).not.toContain('念给我听');
    expect(await phone.faults()).toEqual([]);
  }),
);
