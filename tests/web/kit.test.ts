/**
 * The kit in a real browser: every component in every state (the gallery), in light, dark and care.
 * Wants a build: `node miniapp/build.cjs h5`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { violations } from '@tests/support/axe';
import { launchBrowser, serveFolder } from '@tests/support/browser';
import { keepPicture } from '@tests/support/pictures';
import type { Browser, Page } from 'playwright-core';

const ROOT = path.resolve(__dirname, '../..');
const BUILT = path.join(ROOT, 'miniapp/dist/h5');

const PHONE_PARTS = ['index', 'read', 'form', 'wait', 'staff'] as const;
const MODES = ['light', 'dark', 'care'] as const;
type Part = (typeof PHONE_PARTS)[number] | 'desk';
type Mode = (typeof MODES)[number];

/** Smallest side of anything a villager taps, in px (ux.md section 2). */
const TARGET = 48;

jest.setTimeout(120_000);

let browser: Browser;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  if (!fs.existsSync(path.join(BUILT, 'index.html')))
    throw new Error('Build first: node miniapp/build.cjs h5');
  // Below a path, as a county may serve it.
  site = await serveFolder(path.dirname(BUILT));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Opened {
  page: Page;
  /** What the console and the page complained about. */
  complaints: string[];
}

async function open(part: Part, mode: Mode = 'light', width = 375): Promise<Opened> {
  const desk = part === 'desk';
  const context = await browser.newContext({
    viewport: desk ? { width: 1280, height: 800 } : { width, height: 812 },
    colorScheme: mode === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    (size) => {
      if (size) localStorage.setItem('text-size', JSON.stringify({ data: JSON.stringify(size) }));
    },
    mode === 'care' && 'large',
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${site.origin}/h5/#/packages/gallery/${part}`);
  await page.locator('.sw-page').waitFor();
  return { page, complaints };
}

async function check<T>(opened: Promise<Opened>, work: (page: Page) => Promise<T>): Promise<T> {
  const { page, complaints } = await opened;
  try {
    const result = await work(page);
    expect(complaints).toEqual([]);
    return result;
  } finally {
    await page.context().close();
  }
}

/** Text of things to tap that are smaller than they may be. */
const tooSmall = (page: Page) =>
  page.evaluate((smallest) => {
    const small: string[] = [];
    for (const element of document.querySelectorAll('.sw-tap, input, textarea')) {
      const { width, height } = element.getBoundingClientRect();
      if (width === 0) continue;
      if (width < smallest || height < smallest) {
        small.push(`${element.textContent || element.getAttribute('aria-label')} ${width}x${height}`);
      }
    }
    return small;
  }, TARGET);

/** How far the page can be pushed sideways, and what sticks out. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('.sw-page *')]
      .filter((element) => !element.closest('.sw-hide'))
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .map((element) => `${element.className} ${element.textContent?.slice(0, 20)}`);
  });

/** The whole page as one picture: it scrolls inside a container of Taro's. */
async function takePicture(page: Page, name: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 375, height: 812 };
  const full = await page.evaluate(() => document.querySelector('.taro_page')?.scrollHeight ?? 0);
  await page.setViewportSize({ width, height: Math.max(height, Math.min(full, 9000)) });
  await keepPicture(page, 'kit', name, false);
  await page.setViewportSize({ width, height });
}

describe.each(MODES)('in %s', (mode) => {
  test.each(PHONE_PARTS)(
    'part %s: readable by all, nothing sticks out, all of it can be hit',
    async (part) => {
      await check(open(part, mode), async (page) => {
        await takePicture(page, `${part}-${mode}`);
        expect(await violations(page)).toEqual([]);
        expect(await tooSmall(page)).toEqual([]);
        expect(await overflow(page)).toEqual([]);
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await overflow(page)).toEqual([]);
      });
    },
  );
});

test.each(['light', 'dark'] as const)('the desk in %s: readable by all', async (mode) => {
  await check(open('desk', mode), async (page) => {
    await takePicture(page, `desk-${mode}`);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
  });
});

test('the title of the page is the browser’s title', async () => {
  await check(open('read'), async (page) => {
    expect(await page.title()).toBe('看的');
  });
});

test('care mode is chosen on the page and stays after a reload', async () => {
  await check(open('index'), async (page) => {
    await page.getByRole('radio', { name: '大字' }).click();
    await page.locator('.sw-page.sw-care').waitFor();
    await page.reload();
    await page.locator('.sw-page.sw-care').waitFor();
    expect(await page.getByRole('radio', { name: '大字' }).getAttribute('aria-checked')).toBe('true');
  });
});

test('a long table starts with 50 rows and shows the rest on a tap', async () => {
  await check(open('read'), async (page) => {
    const table = page.getByRole('table', { name: '公示名单' });
    expect(await table.getByRole('row').count()).toBe(51);
    await page.getByText('再看后面 50 行').click();
    expect(await table.getByRole('row').count()).toBe(101);
  });
});

test('one of several, and at most two of several', async () => {
  await check(open('form'), async (page) => {
    await page.getByRole('radio', { name: '帮别家报' }).click();
    expect(await page.getByRole('radio', { checked: true }).allTextContents()).toEqual(['帮别家报']);

    await page.getByRole('checkbox', { name: '供孩子上学' }).click();
    await page.getByRole('checkbox', { name: '遭了灾' }).click();
    expect(await page.getByRole('checkbox', { checked: true }).allTextContents()).toEqual([
      '有人生大病',
      '供孩子上学',
    ]);
    await page.getByText('最多 2 样。先去掉一样再选').first().waitFor();
  });
});

test('a choice answers to the keyboard', async () => {
  await check(open('form'), async (page) => {
    const chip = page.getByRole('button', { name: '常年吃药' });
    await chip.focus();
    await page.keyboard.press('Space');
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await chip.getAttribute('aria-pressed')).toBe('false');
  });
});

test('a field keeps what was typed, can be filled from outside, and an error leads to it', async () => {
  await check(open('form'), async (page) => {
    const name = page.getByRole('textbox', { name: '姓名' });
    await name.fill('田小福');
    await page.getByRole('link', { name: '身份证号少了 1 位' }).click();
    expect(await name.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await name.inputValue()).toBe('田小福');
    await page.getByRole('button', { name: '拍身份证，自动填' }).click();
    expect(await page.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('田有福');

    const idCard = page.getByRole('textbox', { name: '身份证号' });
    expect(await idCard.getAttribute('aria-invalid')).toBe('true');
    const told = await idCard.getAttribute('aria-describedby');
    expect(await page.locator(`#${told}`).textContent()).toContain('身份证号是 18 位');
  });
});

test('a signature is empty until there is ink, then it is a picture, dark on white', async () => {
  await check(open('form', 'dark'), async (page) => {
    const hand = page.getByRole('button', { name: '交签名' });
    expect(await hand.getAttribute('aria-disabled')).toBe('true');
    const paper = page.getByRole('img', { name: '请 田晓雨 在这里用手指写名字' });
    await paper.scrollIntoViewIfNeeded();
    const box = await paper.boundingBox();
    if (!box) throw new Error('the paper is not on the screen');
    await page.mouse.move(box.x + 30, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y + 60, { steps: 8 });
    await page.mouse.up();
    await page.getByRole('img', { name: '已写：田晓雨' }).waitFor();
    expect(await page.locator('canvas').evaluate(inkOf)).toEqual({
      corner: [255, 255, 255, 255],
      hasInk: true,
    });
    await hand.click();
    await page.getByText('签好了：田有福').first().waitFor();
    await page.getByRole('button', { name: '重写' }).click();
    expect(await page.locator('canvas').evaluate(inkOf)).toMatchObject({ hasInk: false });
  });
});

function inkOf(canvas: SVGElement | HTMLElement): { corner: number[]; hasInk: boolean } {
  const { width, height } = canvas as HTMLCanvasElement;
  const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  return {
    corner: [...pixels.slice(0, 4)],
    hasInk: pixels.some((value, index) => index % 4 === 0 && value < 100),
  };
}

test('a question holds the page, Escape says no, and the focus goes back', async () => {
  await check(open('wait'), async (page) => {
    const withdraw = page.getByRole('button', { name: '撤回申报' });
    await withdraw.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '撤回申报？' });
    await dialog.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('status').filter({ hasText: '没有撤回，接着办' }).waitFor();
    expect(await withdraw.evaluate((button) => button === document.activeElement)).toBe(true);

    await withdraw.click();
    await dialog.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByRole('status').filter({ hasText: '撤回了' }).waitFor();
  });
});

test('leaving the page answers its question with no', async () => {
  await check(open('wait'), async (page) => {
    await page.getByRole('button', { name: '撤回申报' }).click();
    await page.getByRole('dialog').waitFor();
    await page.evaluate(() => {
      location.hash = '#/packages/gallery/index';
    });
    await page.getByRole('heading', { name: '组件样张' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

test('while it is being sent, the button says so and a second tap does nothing', async () => {
  await check(open('wait'), async (page) => {
    await page.getByRole('button', { name: '交给村里' }).click();
    const busy = page.getByRole('contentinfo').getByRole('button', { name: '正在交…' });
    await busy.waitFor();
    expect(await busy.getAttribute('aria-disabled')).toBe('true');
  });
});

test('a lost answer is asked for again with the same request id', async () => {
  await check(open('wait'), async (page) => {
    const send = page.getByRole('button', { name: '交一次' });
    await send.click();
    await page.getByText('没有交上，再点一次').waitFor();
    await send.click();
    await page.getByText('到了 2 次，1 件事').waitFor();
    await send.click();
    await page.getByText('到了 3 次，2 件事').waitFor();
  });
});

test('waiting shows nothing, then grey bars, then that the line is slow', async () => {
  const { page } = await open('index');
  await page.clock.install();
  await page.getByText('等的').click();
  const slow = page.getByRole('status', { name: '正在取' });
  await page.getByRole('heading', { name: '正在取', exact: true }).waitFor();
  expect(await slow.count()).toBe(0);
  await page.clock.runFor(400);
  await slow.waitFor();
  await page.clock.runFor(3000);
  await page.getByText('网慢，还在取…').waitFor();
  await page.context().close();
});

test('figures follow the typing, and a wrong amount is named', async () => {
  await check(open('staff'), async (page) => {
    const wages = page.getByRole('textbox', { name: '儿子务工，元' });
    await wages.fill('50,000');
    await page.getByRole('contentinfo').getByText('13,850').waitFor();
    await wages.fill('五千');
    await wages.blur();
    await page.getByRole('alert').filter({ hasText: '这里要填钱数' }).waitFor();
  });
});

test('votes that do not add up are named', async () => {
  await check(open('staff'), async (page) => {
    await page.getByText('差 1 票，再数一数').waitFor();
    await page.getByRole('textbox', { name: '柳春生，同意几票' }).fill('9');
    await page.getByText('合计 10 票，和投票人数对得上').waitFor();
    await page.getByRole('textbox', { name: '柳春生，弃权几票' }).fill('1');
    await page.getByText('多 1 票，再数一数').waitFor();
  });
});

test('the desk answers to keys, but not while a field has the focus', async () => {
  await check(open('desk'), async (page) => {
    const heading = page.getByRole('heading', { level: 1 });
    await page.keyboard.press('j');
    expect(await heading.textContent()).toContain('施永安');
    await page.keyboard.press('/');
    await page.keyboard.type('jk');
    expect(await page.getByRole('textbox').inputValue()).toBe('jk');
    expect(await heading.textContent()).toContain('施永安');
    await page.getByRole('textbox').blur();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.locator('.sw-d__q_on', { hasText: '已逾期' }).waitFor();
  });
});

test('below 1180 px the list is a drawer', async () => {
  await check(open('desk'), async (page) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    const list = page.getByRole('region', { name: '名单' });
    expect(await list.isVisible()).toBe(false);
    await page.getByRole('link', { name: '名单' }).click();
    expect(await list.isVisible()).toBe(true);
  });
});
