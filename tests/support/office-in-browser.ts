import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@infra/host/port';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { type InBrowser, openInBrowser } from './in-browser';
import { launchStack } from './local-stack';
import { openWireOffice, type WireOffice } from './wire-office';

const ROOT = path.resolve(__dirname, '../..');

type Viewport = { width: number; height: number };

/** The whole local stack with its pages, the demo people at its doors, and a browser in which each has a window. */
export interface OfficeInBrowser {
  origin: string;
  /** Where its data lie. */
  dataDir: string;
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

/**
 * Starts everything on a free port with throwaway data. Wants a build: `node miniapp/build.cjs h5`.
 * @param name of the folder of its data, for whoever finds it left behind
 * @param args of Chromium, such as a made-up microphone
 */
export async function openOfficeInBrowser(name: string, args: string[] = []): Promise<OfficeInBrowser> {
  if (!fs.existsSync(path.join(ROOT, 'miniapp/dist/h5/index.html')))
    throw new Error('Build first: node miniapp/build.cjs h5');
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const stack = launchStack({ dataDir, port });
  const stop = async () => {
    stack.kill('SIGTERM');
    await stack.exited;
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  const [browser] = await Promise.all([launchBrowser(args), stack.ready]).catch(async (error) => {
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
    dataDir,
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
