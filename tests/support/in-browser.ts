/** A person with a phone or a desk: clicks what a screen reader would announce, and nothing else. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

export interface InBrowser {
  page: Page;
  context: BrowserContext;
  /** Errors that the page threw or logged. */
  complaints: string[];
  /** Opens a route of the app in a page on which nothing else is open. */
  open(route: string): Promise<void>;
  tap(role: 'button' | 'link' | 'radio' | 'checkbox' | 'tab', name: string | RegExp): Promise<void>;
  write(label: string | RegExp, text: string): Promise<void>;
  /** Hands a picture to the file chooser that a button opens. */
  photograph(button: string | RegExp): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  /** Waits until nothing on the screen says this any more. */
  leaves(text: string | RegExp): Promise<void>;
  close(): Promise<void>;
}

const PHONE = { width: 375, height: 812 };
export const DESK = { width: 1280, height: 800 };

/** The smallest picture that is one: a grey JPEG drawn by the browser itself. */
async function picture(page: Page): Promise<Buffer> {
  const dataUrl = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 480;
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.fillStyle = '#888';
      pen.fillRect(0, 0, 640, 480);
    }
    return canvas.toDataURL('image/jpeg', 0.8);
  });
  return Buffer.from(dataUrl.split(',')[1] ?? '', 'base64');
}

/** Opens a browser window for one person. `link` signs the person in; without it a stranger looks. */
export async function openInBrowser(
  browser: Browser,
  origin: string,
  { link, viewport = PHONE }: { link?: string; viewport?: { width: number; height: number } } = {},
): Promise<InBrowser> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', deviceScaleFactor: 2 });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  // Pages below the one on top stay in the document.
  const visible = (locator: Locator) => locator.filter({ visible: true }).first();
  const person: InBrowser = {
    page,
    context,
    complaints,
    async open(route) {
      await page.goto('about:blank');
      await page.goto(`${origin}/#/${route}`);
      await visible(page.locator('.sw-page, .sw-d')).waitFor();
    },
    tap: (role, name) => visible(page.getByRole(role, { name })).click(),
    write: (label, text) => visible(page.locator('input, textarea').and(page.getByLabel(label))).fill(text),
    async photograph(button) {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        visible(page.getByRole('button', { name: button })).click(),
      ]);
      await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await picture(page) });
      // While it is on its way its label says so; afterwards it ends with its number.
      await visible(page.locator('[aria-label$="第 1 张"]')).waitFor();
    },
    sees: (text) => visible(page.getByText(text)).waitFor(),
    async leaves(text) {
      await page.waitForFunction(
        ([wanted, isPattern]) => {
          // biome-ignore lint/performance/useDomNodeTextContent: only what is rendered counts
          const shown = document.body.innerText;
          return isPattern ? !new RegExp(wanted).test(shown) : !shown.includes(wanted);
        },
        [typeof text === 'string' ? text : text.source, typeof text !== 'string'] as const,
      );
    },
    async close() {
      // A page still asks when its window goes: a handler of the test that waits for the answer then fails nothing.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    },
  };
  if (link !== undefined) {
    await page.goto(link);
    await person.sees(/您好/);
  }
  return person;
}
