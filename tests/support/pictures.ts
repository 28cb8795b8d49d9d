import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const ARTIFACTS = path.resolve(__dirname, '../../artifacts');

/** Drawing every screen is a fifth of a browser test's time, so it is done for whoever asks: `PICTURES=1 npm test`. */
export const PICTURES = Boolean(process.env.PICTURES);

/** Where a picture goes; its folder is there afterwards. */
export function pictureFile(folder: string, name: string): string {
  fs.mkdirSync(path.join(ARTIFACTS, folder), { recursive: true });
  return path.join(ARTIFACTS, folder, `${name}.png`);
}

/**
 * Keeps a picture of the page as `artifacts/<folder>/<name>.png` when pictures are wanted.
 * @param whole the page to its end; otherwise what is in the window
 */
export async function keepPicture(page: Page, folder: string, name: string, whole = true): Promise<void> {
  if (PICTURES) await page.screenshot({ path: pictureFile(folder, name), fullPage: whole });
}

/** Keeps a page of a printed sheet when pictures are wanted. */
export function keepPage(folder: string, name: string, png: Buffer): void {
  if (PICTURES) fs.writeFileSync(pictureFile(folder, name), png);
}
