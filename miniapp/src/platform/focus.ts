import { isH5 } from './target';

/** Puts the keyboard's focus on an element; nothing happens where there is no keyboard, or no such element. */
export function focusOn(id: string): void {
  if (isH5) document.getElementById(id)?.focus();
}
