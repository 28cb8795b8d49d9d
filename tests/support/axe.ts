import fs from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, and what is too wide, in each text size. Care is a class on the page and its body. */
export async function faults(page: Page, widths: number[], modes: ('light' | 'care')[]): Promise<string[]> {
  await page.evaluate(AXE);
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
    const { violations } = await page.evaluate<AxeResults>(
      "axe.run(document, { rules: { 'target-size': { enabled: true } } })",
    );
    for (const { id, nodes } of violations)
      found.push(...nodes.map(({ html }) => `${mode} ${id} ${html.slice(0, 160)}`));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${mode} ${over} px too wide at ${width}`);
    }
  }
  return found;
}
