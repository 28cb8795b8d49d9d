/**
 * Two hundred rows of the desk's list in a real Chromium whose processor is slowed four times: frames a second while it
 * scrolls from the first row to the last, beside the same of bare lines. Wants a build: `node miniapp/build.cjs h5`.
 */
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { launchBrowser } from '@tests/support/browser';
import type { Figure } from '@tests/support/figures';
import { DESK } from '@tests/support/in-browser';
import { queuePage } from '@tests/support/queue-rows';
import type { Page } from 'playwright-core';

const H5 = path.resolve(__dirname, '../../miniapp/dist/h5');
const ROWS = 200;
const SLOWED = 4;
const SECONDS = 3;
/** A frame now and then is lost on any machine. */
const GOAL = 57;

export async function scrollFigures(): Promise<Figure[]> {
  if (!fs.existsSync(path.join(H5, 'index.html'))) throw new Error('Build first: node miniapp/build.cjs h5');
  const server = http.createServer((request, response) => {
    const file = path.join(H5, decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    const found = file.startsWith(H5) && fs.existsSync(file) && fs.statSync(file).isFile();
    const name = found ? file : path.join(H5, 'index.html');
    response.setHeader('content-type', TYPES[path.extname(name)] ?? 'application/octet-stream');
    fs.createReadStream(name).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: DESK });
    const page = await context.newPage();
    await answer(page);
    const slow = await context.newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/#/packages/review/pages/queue`);
    const rows = page.locator('.sw-d__it');
    await rows.first().waitFor({ timeout: 60_000 });
    while ((await rows.count()) < ROWS) {
      const before = await rows.count();
      await page.getByRole('button', { name: '再看后面的' }).click({ timeout: 60_000 });
      await rows.nth(before).waitFor({ timeout: 60_000 });
    }
    const ours = await best(page, '.sw-d__ls');
    await page.setContent(
      `<div class="bare" style="height:700px;width:356px;overflow:auto">${Array.from({ length: ROWS }, (_, n) => `<p style="height:50px">${n}</p>`).join('')}</div>`,
    );
    const bare = await best(page, '.bare');
    return [
      {
        name: `scrolling ${ROWS} rows of the desk, processor slowed ${SLOWED} times (floor: bare lines)`,
        value: ours,
        unit: 'frames/s',
        floor: bare,
        goal: GOAL,
        moreIsBetter: true,
      },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Of five: whatever else the machine does takes frames away and never adds one. */
async function best(page: Page, selector: string): Promise<number> {
  const runs: number[] = [];
  for (let run = 0; run < 5; run += 1) runs.push(await framesPerSecond(page, selector));
  return Math.max(...runs);
}

/** Scrolls an element to its end, a step each frame, and counts the frames. As a text: what runs here knows no helper of ours. */
function framesPerSecond(page: Page, selector: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const box = document.querySelector('${selector}');
    const way = box.scrollHeight - box.clientHeight;
    let frames = 0;
    let started = 0;
    requestAnimationFrame(function step(now) {
      if (started === 0) started = now;
      else frames += 1;
      const gone = (now - started) / 1000;
      box.scrollTop = (way * gone) / ${SECONDS};
      if (gone < ${SECONDS}) requestAnimationFrame(step);
      else resolve(Math.round((frames / gone) * 10) / 10);
    });
  })`);
}

/** The server's part, so that nothing but the page is measured: a township leader with two hundred cases. */
async function answer(page: Page): Promise<void> {
  await page.addInitScript(() =>
    localStorage.setItem('session', JSON.stringify({ data: JSON.stringify('bench') })),
  );
  await page.route('**/api/**', async (route) => {
    const url = new URL(route.request().url());
    const at = url.pathname.replace('/api', '');
    if (at === '/me') return route.fulfill({ json: ME });
    if (at === '/me/filters') return route.fulfill({ json: { filters: [] } });
    if (at === '/reviews')
      return route.fulfill({ json: pageFrom(Number(url.searchParams.get('cursor') || 0)) });
    return route.fulfill({
      status: 404,
      json: { error: { code: 'not_found', reason: 'NOT_FOUND', message: '没有找到。', traceId: '' } },
    });
  });
}

const ME = {
  personId: 'demo-chen-li',
  name: '陈立',
  signedIn: true,
  grants: [{ role: 'TOWN_LEADER', region: '150521100', regionName: '保康镇' }],
  village: null,
};

const STEP = 50;

const pageFrom = (from: number) =>
  queuePage({ from, limit: STEP, total: ROWS }, (number) => ({ headName: `欧阳青松${number}` }));
