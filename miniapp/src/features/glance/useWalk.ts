import { useShow } from '@miniapp/platform/lifecycle';
import { back } from '@miniapp/platform/navigate';
import { isH5 } from '@miniapp/platform/target';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import { useRef } from 'react';

const STOPS = '[role="link"], [role="button"]';

/**
 * Walking a page of numbers by keyboard: J and K to the next and the one before, Enter opens it, Esc goes back, where the
 * focus is on what was opened.
 * @returns what to call before something is opened
 */
export function useWalk(): () => void {
  const left = useRef<Element | null>(null);
  const stops = () => {
    return [...document.querySelectorAll<HTMLElement>(STOPS)].filter((one) => one.offsetParent !== null);
  };
  const step = (by: number) => {
    const all = stops();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = all[at === -1 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (next === undefined) return;
    next.focus();
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Escape: back,
  });
  useShow(() => {
    if (isH5 && left.current instanceof HTMLElement) left.current.focus();
  });
  return () => {
    if (isH5) left.current = document.activeElement;
  };
}
