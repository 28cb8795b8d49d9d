import fs from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Only what is wrong comes back: all that is right is a hundred times as much to write down. */
const RUN = `axe
  .run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
  .then(({ violations }) => ({ violations }))`;

/** What axe finds on the page as it is, a line for each place: the rule and the element. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<Pick<AxeResults, 'violations'>>(RUN);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}

/** What axe finds, and what is too wide, in each text size. Care is a class on the page and its body. */
export async function faults(page: Page, widths: number[], modes: ('light' | 'care')[]): Promise<string[]> {
  const found: string[] = [];
  const widest = Math.max(...widths);
  for (const mode of modes) {
    if (mode === 'care')
      await page.evaluate(() => {
        for (const part of [document.body, ...document.querySelectorAll('.sw-page')])
          part.classList.add('sw-care');
      });
    // Tall, so that the bar at the bottom hides nothing from axe.
    await page.setViewportSize({ width: widest, height: widest < 768 ? 4000 : 800 });
    found.push(...(await violations(page)).map((what) => `${mode} ${what}`));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${mode} ${over} px too wide at ${width}`);
    }
  }
  return found;
}
