import fs from 'node:fs';
import type { Wechat } from '@functions/adapters/wechat';
import { launchBrowser } from '@tests/support/browser';
import type { Browser } from 'playwright-core';
import { type HostOptions, startHost, type WeappHost } from '../host';
import { builtInServer, builtPackage, cloudPackage } from './build';
import { Phone } from './phone';
import { openVillage, type Village } from './village';

/** Where DevTools listens, when the suites are to run there: README.md. */
const DEVTOOLS = process.env.WECHAT_DEVTOOLS_WS;

export const onDevtools = DEVTOOLS !== undefined;

const PATIENCE_MS = DEVTOOLS ? 30_000 : 10_000;
/** A journey has many pages; what hangs is found out by the patience above. */
export const JOURNEY_MS = 120_000;

export interface Held {
  phone: Phone;
  /** Undefined on DevTools. */
  host: WeappHost | undefined;
  /** Only where it was asked for. */
  village: Village;
}

export type PhoneOptions = Partial<Pick<HostOptions, 'settings' | 'folder' | 'deafTo'>> & {
  /** With a village to talk to; without, and without `api`, the phone has no network. */
  village?: boolean;
  /** What stands in for WeChat behind the village. */
  wechat?: Wechat;
  /** How the phone comes to its village; by default as `enterBy` said last. */
  door?: Door;
  /** Origin of another server in the village's place. */
  api?: string;
  patience?: number;
};

/** HTTP, or `wx.cloud.callFunction` as in WeChat. */
export type Door = 'http' | 'cloudbase';

let door: Door = 'http';

/** By which door the phones of the tests below come to their villages: a suite can be run once by each. */
export function enterBy(chosen: Door): void {
  door = chosen;
}

/** What was started, the last first. */
type Closers = (() => unknown)[];

/** On DevTools the village must be where the app that is open there looks for it. */
const villagePort = () => (DEVTOOLS ? Number(new URL(builtInServer(builtPackage())).port) : 0);

/** Starts what is asked for. Everything that was started is in `closers`, also when something then failed. */
async function take(options: PhoneOptions, closers: Closers): Promise<Held> {
  const browser = await startBrowser();
  if (browser) closers.unshift(() => browser.close());
  const byCloud = (options.door ?? door) === 'cloudbase';
  const village = options.village ? await openVillage(villagePort(), byCloud, options.wechat) : undefined;
  if (village) closers.unshift(() => village.close());
  const folder = village?.cloud && cloudPackage();
  if (folder) closers.push(() => fs.rmSync(folder, { recursive: true }));
  const host = browser && (await hostOf({ folder, ...options }, browser, village));
  if (host) closers.unshift(() => host.close());
  const phone = await Phone.connect(host?.wsEndpoint ?? DEVTOOLS ?? '', options.patience ?? PATIENCE_MS);
  closers.unshift(() => phone.putDown());
  // Our host begins with a new phone; DevTools keeps the one from before.
  if (!host) await phone.forgetEverything();
  return {
    phone,
    host,
    get village() {
      if (!village) throw new Error('This phone has no village: ask for one');
      return village;
    },
  };
}

/** An origin where nobody listens. */
const NOWHERE = 'http://127.0.0.1:9';

function hostOf(options: PhoneOptions, browser: Browser, village: Village | undefined): Promise<WeappHost> {
  const { folder = builtPackage(), settings, deafTo, api = NOWHERE } = options;
  const reach = { api: { builtIn: builtInServer(folder), real: village?.line.origin ?? api }, origins: [] };
  return startHost({ browser, folder, reach, settings, cloud: village?.cloud?.callFunction, deafTo });
}

async function startBrowser(): Promise<Browser | undefined> {
  if (DEVTOOLS) return undefined;
  try {
    return await launchBrowser();
  } catch (error) {
    throw new Error(
      'The mini-program cannot be run: no Chromium starts for our host, and WECHAT_DEVTOOLS_WS names no WeChat DevTools.',
      { cause: error },
    );
  }
}

/**
 * A phone for the tests of a file. Gives a function for what is there once they run. After each test the phone must
 * not have complained.
 */
export function phoneForTests(options: PhoneOptions = {}): () => Held {
  jest.setTimeout(JOURNEY_MS);
  let held: Held | undefined;
  const closers: Closers = [];
  const there = () => {
    if (!held) throw new Error('The phone is there in tests only');
    return held;
  };
  beforeAll(async () => {
    held = await take(options, closers);
  });
  afterEach(async () => {
    expect(held ? await held.phone.faults() : []).toEqual([]);
  });
  afterAll(async () => {
    for (const close of closers) await close();
  });
  return there;
}

/** A phone for one piece of work, such as a negative control; it is put away whatever happens. */
export async function withPhone<T>(options: PhoneOptions, work: (held: Held) => Promise<T>): Promise<T> {
  const closers: Closers = [];
  try {
    return await work(await take(options, closers));
  } finally {
    for (const close of closers) await close();
  }
}
