import { isH5 } from './target';

interface AppRoute {
  path: string;
  /** Gives the page's code on its way, first in a list. */
  load(): [code: Promise<unknown>, ...rest: unknown[]];
}

/** Taro's own table of pages on H5, each with the function that fetches its code. */
const routes = (): AppRoute[] =>
  (window as { __taroAppConfig?: { routes?: AppRoute[] } }).__taroAppConfig?.routes ?? [];

const fetched = new Set<string>();

/**
 * Fetches the code of all pages below a folder, so that they open without a network. WeChat fetches a sub-package
 * whole; a browser fetches each page when it opens.
 */
export function preloadPages(folder: string): void {
  if (!isH5 || fetched.has(folder)) return;
  fetched.add(folder);
  for (const { path, load } of routes()) {
    if (!path.replace(/^\//, '').startsWith(folder)) continue;
    const [code] = load();
    code.catch(() => fetched.delete(folder));
  }
}
