import Taro, { useShareAppMessage } from '@tarojs/taro';
import { type Params, withParams } from './navigate';
import { isH5 } from './target';

/** Whether a card can be sent into a chat from here: a button of WeChat's own kind `share` does it. */
export const canShareCard = !isH5;

/** What a share button gives away. The page's config must have `enableShareAppMessage`. */
export function useShareCard(card: () => { title: string; path: string; params?: Params }): void {
  useShareAppMessage(() => {
    const { title, path, params } = card();
    return { title, path: withParams(path, params) };
  });
}

/** Address of a page for a browser; undefined in the mini-program, which has none. */
export function addressOf(path: string, params?: Params): string | undefined {
  if (!isH5) return undefined;
  return `${location.origin}${location.pathname}#${withParams(path, params)}`;
}

/** Puts a text where it can be pasted from. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
