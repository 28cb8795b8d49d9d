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

/** The whole local stack with its pages, the demo people at its doors, and a browser in which each has a window. */
export interface OfficeInBrowser {
  origin: string;
  browser: Browser;
  office: WireOffice;
  /**
   * What one person does in a window of the own, signed in.
   * @throws Error with whatever the page complained of
   */
  as(
    person: string,
    work: (window: InBrowser) => Promise<void>,
    viewport?: { width: number; height: number },
  ): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts everything on a free port with throwaway data. Wants a build: `node miniapp/build.cjs h5`.
 * @param name of the folder of its data, for whoever finds it left behind
 */
export async function openOfficeInBrowser(name: string): Promise<OfficeInBrowser> {
  if (!fs.existsSync(path.join(ROOT, 'miniapp/dist/h5/index.html')))
    throw new Error('Build first: node miniapp/build.cjs h5');
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const stack = launchStack({ dataDir, port });
  const [browser] = await Promise.all([launchBrowser(), stack.ready]);
  const office = openWireOffice(origin);
  return {
    origin,
    browser,
    office,
    async as(person, work, viewport) {
      const token = encodeURIComponent(await office.token(person));
      const link = `${origin}/#/packages/account/pages/signin?token=${token}`;
      const window = await openInBrowser(browser, origin, { link, ...(viewport && { viewport }) });
      try {
        await work(window);
        if (window.complaints.length > 0) throw new Error(window.complaints.join('\n'));
      } finally {
        await window.close();
      }
    },
    async close() {
      await browser.close();
      stack.kill('SIGTERM');
      await stack.exited;
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
