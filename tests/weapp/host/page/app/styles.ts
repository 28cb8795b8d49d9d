import { hosted } from '../hosted';

/** WXSS of the app holds everywhere, that of a page on this page alone. */

const drawn = new Set<string>();

function draw(path: string, css: string): void {
  if (drawn.has(path)) return;
  drawn.add(path);
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.appendChild(sheet);
}

export const drawAppStyle = (): void => draw('app', hosted.styles.app ?? '');

export function drawPageStyle(path: string): void {
  const css = hosted.styles[path];
  if (css)
    draw(path, `@scope (wx-page[data-path="${path}"]) {\n${css.replace(PAGE_SELECTOR, '$1:scope')}\n}`);
}

const PAGE_SELECTOR = /(^|[},\s])wx-page(?=[\s{,.#:>+~])/g;
