import Taro, { useRouter } from '@tarojs/taro';
import { isWeapp } from './target';

export type Params = Record<string, string | number | undefined>;

export type Tab = 'home' | 'family' | 'messages';

const tabPath = (tab: Tab) => `/pages/${tab}/index`;

/** The address of a page inside the app. */
export function withParams(path: string, params: Params = {}): string {
  const query = Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  const route = path.startsWith('/') ? path : `/${path}`;
  return query ? `${route}?${query}` : route;
}

/** Opens a page on top of this one. `path` as in routes.ts, such as `packages/report/pages/check`. */
export async function go(path: string, params?: Params): Promise<void> {
  const url = withParams(path, params);
  // WeChat holds ten pages; the eleventh takes the place of the tenth instead of doing nothing.
  if (Taro.getCurrentPages().length >= 10) await Taro.redirectTo({ url });
  else await Taro.navigateTo({ url });
}

/** Opens a page in place of this one. */
export async function replace(path: string, params?: Params): Promise<void> {
  await Taro.redirectTo({ url: withParams(path, params) });
}

/** Back to the page before, or to a tab when the person came in by a link and there is none. */
export async function back(otherwise: Tab = 'home'): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await switchTab(otherwise);
}

/** Back to the page before; where there is none, `path` takes the place of this one. */
export async function backOr(path: string, params?: Params): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await replace(path, params);
}

/** To one of the three tabs, leaving everything else. */
export async function switchTab(tab: Tab): Promise<void> {
  const url = tabPath(tab);
  // On H5 a tab is an ordinary page (app.config.ts).
  if (isWeapp) await Taro.switchTab({ url });
  else await Taro.reLaunch({ url });
}

/** Closes everything and opens a page. */
export async function restart(path: string, params?: Params): Promise<void> {
  await Taro.reLaunch({ url: withParams(path, params) });
}

/** Parameters that this page was opened with, decoded. */
export function useParams<Names extends string>(): Partial<Record<Names, string>> {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, decode(value ?? '')]),
  ) as Partial<Record<Names, string>>;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What a scanned code carried when it opened the app (`scene` of a mini-program code), decoded. */
export function useScene(): string {
  const { params } = useRouter();
  return decode(params.scene ?? '');
}
