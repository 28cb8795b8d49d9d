import { isH5 } from './target';

/** Puts the keyboard's focus on an element; says whether it is there, and that there is a keyboard at all. */
export function focusOn(id: string): boolean {
  const there = isH5 ? document.getElementById(id) : null;
  there?.focus();
  return there !== null;
}
