import Taro from '@tarojs/taro';
import { isH5 } from './target';

/** Brings the first problem of a form into sight; in WeChat the page's top, where the whole is said. */
export function showProblem(): void {
  if (!isH5) {
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
    return;
  }
  const problem = inSight('.sw-field__err') ?? inSight('.sw-note[role=alert]');
  problem?.scrollIntoView({ block: 'center' });
}

/** Back to the top of the page: somebody else begins to read it. */
export async function toTop(): Promise<void> {
  if (isH5) inSight('.sw-page')?.scrollIntoView({ block: 'start' });
  else await Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}

/** Pages below the one on top stay in the document, without a place of their own. */
const inSight = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.offsetParent !== null);
