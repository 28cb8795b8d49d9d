import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createLocalServer, localWechat } from '@functions/runtime/local';
import { freePort } from '@infra/host/port';
import { H5 } from '@infra/local/builds';
import { everyMinute } from '@infra/local/every-minute';
import { openFrontDoor } from '@infra/local/front-door';
import { createPages } from '@infra/local/pages';
import { route } from '@infra/local/route';
import { createObjectStore } from '@infra/storage/embedded';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { type InBrowser, openInBrowser } from './in-browser';
import { startTestDatabase } from './stack';
import { newKeyMaterial } from './stand-ins';
import { openWireOffice, type WireOffice } from './wire-office';

const STORAGE = { bucket: 'attachments', accessKey: 'BROWSERTEST', secretKey: 'browser-test' };

type Viewport = { width: number; height: number };

/** The local stack with its pages, the demo people at its doors, and a browser in which each has a window. */
export interface OfficeInBrowser {
  origin: string;
  /** Its database, as the server sees it. */
  databaseUrl: string;
  browser: Browser;
  office: WireOffice;
  /** A window of the own for a demo person who is signed in, or for a stranger; whoever opens it closes it. */
  window(person?: string, viewport?: Viewport): Promise<InBrowser>;
  /**
   * What one person does in a window of the own, signed in.
   * @throws Error with whatever the page complained of
   */
  as(person: string, work: (window: InBrowser) => Promise<void>, viewport?: Viewport): Promise<void>;
  close(): Promise<void>;
}

/** What `npm start` puts together, in this process and on a copy of the run's database: start.test.ts starts the real one. */
async function openStack(name: string) {
  const database = await startTestDatabase();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const closers: (() => Promise<void> | void)[] = [
    () => fs.rmSync(dataDir, { recursive: true, force: true }),
    () => database.drop(),
  ];
  const close = async () => {
    for (const one of closers.reverse()) await one();
  };
  const report = (error: unknown) => console.error(error);
  try {
    const dir = path.join(dataDir, 'objects');
    const store = createObjectStore({ ...STORAGE, dir, now: Date.now, onError: report });
    const api = await createLocalServer({
      databaseUrl: database.appUrl,
      storage: { ...STORAGE, endpoint: `${origin}/storage` },
      secrets: newKeyMaterial(),
      wechat: localWechat,
    });
    closers.push(() => api.close());
    await api.seedDemo();
    // Opened last and so closed first: who still asks then meets a closed door, not a server without its database.
    const door = await openFrontDoor('127.0.0.1', port, report);
    closers.push(() => door.close());
    door.open(route(store.handler, api, createPages(H5, origin)));
    closers.push(everyMinute(() => api.tick(), report));
  } catch (error) {
    await close();
    throw error;
  }
  return { origin, databaseUrl: database.appUrl, close };
}

/**
 * Starts everything on a free port with throwaway data. Wants a build: `node miniapp/build.cjs h5`.
 * @param name of the folder of its files, for whoever finds it left behind
 * @param args of Chromium, such as a made-up microphone
 */
export async function openOfficeInBrowser(name: string, args: string[] = []): Promise<OfficeInBrowser> {
  if (!fs.existsSync(path.join(H5, 'index.html'))) throw new Error('Build first: node miniapp/build.cjs h5');
  const { origin, databaseUrl, close: stop } = await openStack(name);
  const browser = await launchBrowser(args).catch(async (error) => {
    await stop();
    throw error;
  });
  const office = openWireOffice(origin);
  const window = async (person?: string, viewport?: Viewport) => {
    const token = person === undefined ? undefined : encodeURIComponent(await office.token(person));
    return openInBrowser(browser, origin, {
      ...(token !== undefined && { link: `${origin}/#/packages/account/pages/signin?token=${token}` }),
      ...(viewport && { viewport }),
    });
  };
  return {
    origin,
    databaseUrl,
    browser,
    office,
    window,
    async as(person, work, viewport) {
      const own = await window(person, viewport);
      try {
        await work(own);
        if (own.complaints.length > 0) throw new Error(own.complaints.join('\n'));
      } finally {
        await own.close();
      }
    },
    async close() {
      await browser.close();
      await stop();
    },
  };
}
