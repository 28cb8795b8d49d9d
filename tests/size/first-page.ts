/**
 * JavaScript that a browser fetches before it shows a notice to somebody who opens its link: our build, beside the same
 * sources built as Taro sets a project up.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fingerprint } from '@infra/local/fingerprint';
import { launchBrowser, serveFolder } from '@tests/support/browser';
import type { Figure } from '@tests/support/figures';
import { noticeOf } from '@tests/support/notice-of';
import type { Browser, Page } from 'playwright-core';

const ROOT = path.resolve(__dirname, '../..');
const OURS = path.join(ROOT, 'miniapp/dist/h5');
/** Rows of the page that platform facts were measured with. */
const ROWS = 20;
const GOAL_KIB = 120;

/** Builds it once for each state of the sources; it takes a minute or two. */
async function plainBuild(): Promise<string> {
  const cache = path.join(ROOT, '.cache');
  const folder = path.join(
    cache,
    `plain-h5-${(await fingerprint(ROOT, ['miniapp', 'shared'], ['package-lock.json'])).slice(0, 16)}`,
  );
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(cache, { recursive: true });
  for (const old of fs.readdirSync(cache).filter((name) => name.startsWith('plain-h5-')))
    fs.rmSync(path.join(cache, old), { recursive: true });
  console.error('Building the same pages as Taro sets them up, for comparison …');
  execFileSync(process.execPath, ['miniapp/build.cjs', 'h5', '--plain'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  fs.renameSync(path.join(ROOT, 'miniapp/dist/h5-plain'), folder);
  return folder;
}

/** KiB of gzip, file by file as a server sends them, until the list of the notice stands there. */
async function scriptsBeforeNotice(browser: Browser, folder: string): Promise<number> {
  const site = await serveFolder(folder);
  const context = await browser.newContext({ viewport: { width: 375, height: 812 } });
  try {
    const page = await context.newPage();
    await answerCalls(page);
    const scripts = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      if (/\.js(\?|$)/.test(response.url())) scripts.set(response.url(), response.body());
    });
    await page.goto(`${site.origin}/#/packages/notices/pages/notice?notice=notice-1`);
    await page.getByText('田*福').first().waitFor();
    const bodies = await Promise.all(scripts.values());
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024;
  } finally {
    await context.close();
    await site.close();
  }
}

async function answerCalls(page: Page): Promise<void> {
  await page.route('**/api/**', (route) => {
    const isNotice = route.request().url().includes('notice-1');
    return route.fulfill({
      status: isNotice ? 200 : 404,
      json: isNotice
        ? { notice: noticeOf(ROWS) }
        : { error: { code: 'not_found', reason: 'UNKNOWN', message: '没有找到' } },
    });
  });
}

const rounded = (value: number) => Math.round(value * 10) / 10;

export async function firstPageFigures(): Promise<Figure[]> {
  const plain = await plainBuild();
  const browser = await launchBrowser();
  try {
    return [
      {
        name: 'h5 scripts before the first notice page gzip',
        value: rounded(await scriptsBeforeNotice(browser, OURS)),
        unit: 'KiB',
        // The same page as Taro's own set-up makes it.
        floor: rounded(await scriptsBeforeNotice(browser, plain)),
        goal: GOAL_KIB,
      },
    ];
  } finally {
    await browser.close();
  }
}
