import { hosted } from '../hosted';
import { normalize, parseUrl, resolveFrom } from '../paths';
import { tabPaths } from './screen';
import { type OpenPage, openPage, showTop, stack, topPage } from './stack';

/** WeChat's five ways from page to page, with its rules about tabs and ten pages. Each throws where WeChat says no. */

const MOST_PAGES = 10;

const PAGES = new Set([
  ...hosted.app.pages,
  ...(hosted.app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => normalize(`${root}/${page}`)),
  ),
]);

/** Tab pages that were left by switching tabs: they stay alive. */
const restingTabs = new Map<string, OpenPage>();

function target(url: string, kind: string): { path: string; query: Record<string, string>; isTab: boolean } {
  const [, search] = url.split('?');
  const path = resolveFrom(stack.at(-1)?.path ?? '', url.split('?')[0] ?? '');
  if (!PAGES.has(path)) throw new Error(`page "${path}" is not found`);
  const isTab = tabPaths.includes(path);
  if (isTab && (kind === 'navigateTo' || kind === 'redirectTo'))
    throw new Error(`can not ${kind} a tabbar page`);
  if (!isTab && kind === 'switchTab') throw new Error('can not switch to no-tabBar page');
  return { ...parseUrl(`${path}${search === undefined ? '' : `?${search}`}`), isTab };
}

interface RouteOptions {
  url?: string;
  delta?: number;
  events?: Record<string, (...args: unknown[]) => void>;
}

export function navigateTo({ url = '', events = {} }: RouteOptions): { eventChannel: unknown } {
  const { path, query } = target(url, 'navigateTo');
  if (stack.length >= MOST_PAGES) throw new Error('webview count limit exceed');
  topPage().hide();
  const { channel } = openPage(path, query);
  for (const [name, listener] of Object.entries(events)) channel.on(name, listener);
  showTop();
  return { eventChannel: channel };
}

export function redirectTo({ url = '' }: RouteOptions): void {
  const { path, query } = target(url, 'redirectTo');
  stack.pop()?.destroy();
  openPage(path, query);
  showTop();
}

export function navigateBack({ delta = 1 }: RouteOptions): void {
  if (stack.length < 2) throw new Error('cannot navigate back at first page');
  const closing = Math.min(delta, stack.length - 1);
  for (let i = 0; i < closing; i += 1) stack.pop()?.destroy();
  showTop();
}

export function switchTab({ url = '' }: RouteOptions): void {
  const { path } = target(url, 'switchTab');
  if (stack.length === 1 && topPage().path === path) return;
  for (let page = stack.pop(); page; page = stack.pop()) {
    if (!tabPaths.includes(page.path)) page.destroy();
    else {
      page.hide();
      restingTabs.set(page.path, page);
    }
  }
  const resting = restingTabs.get(path);
  restingTabs.delete(path);
  if (resting) stack.push(resting);
  else openPage(path, {});
  showTop();
}

export function reLaunch({ url = '' }: RouteOptions): void {
  const { path, query } = target(url, 'reLaunch');
  for (let page = stack.pop(); page; page = stack.pop()) page.destroy();
  for (const page of restingTabs.values()) page.destroy();
  restingTabs.clear();
  openPage(path, query);
  showTop();
}
