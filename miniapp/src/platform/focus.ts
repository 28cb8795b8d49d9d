import { isH5 } from './target';

/** Puts the keyboard's focus on an element; says whether it is there, and that there is a keyboard at all. */
export function focusOn(id: string): boolean {
  const there = isH5 ? document.getElementById(id) : null;
  there?.focus();
  return there !== null;
}

/** Whether nothing on the page has the keyboard: what had it is gone. */
export const focusIsLost = (): boolean => isH5 && document.activeElement === document.body;

/** Id of what has the keyboard. */
export const focusedId = (): string => (isH5 ? (document.activeElement?.id ?? '') : '');
