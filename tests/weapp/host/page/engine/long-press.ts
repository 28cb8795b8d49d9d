import type { WxElement } from '../components/wx-element';
import { hears } from '../ears';

/** WeChat tells of a finger that stays; the DOM does not. */

const LONG_MS = 350;

function behind(target: EventTarget | null): WxElement | undefined {
  for (let node = target as WxElement | null; node; node = node.parentElement as WxElement | null)
    if (node.__wxElement) return node;
  return undefined;
}

export function watchForLongPress(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = () => clearTimeout(timer);
  document.body.addEventListener(
    'touchstart',
    ({ target }) => {
      forget();
      timer = setTimeout(() => {
        if (hears('longpress'))
          behind(target)?.__wxElement?.triggerEvent('longpress', {}, { bubbles: true, composed: true });
      }, LONG_MS);
    },
    true,
  );
  for (const end of ['touchend', 'touchmove', 'touchcancel'])
    document.body.addEventListener(end, forget, true);
}
