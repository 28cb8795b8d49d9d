import { useHide, useShow } from '@miniapp/platform/lifecycle';
import { isH5 } from '@miniapp/platform/target';
import { useEffect, useRef } from 'react';

/** Key or two keys in turn, such as `j`, `Enter`, `/` or `g m`, and what it does. */
export type KeyMap = Record<string, () => void>;

/** Two keys in turn must follow within this time. */
const TOGETHER_MS = 1000;

const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

const isTyping = (event: KeyboardEvent) =>
  TYPING.has((event.target as HTMLElement | null)?.tagName ?? '') && event.key !== 'Escape';

/**
 * Keys of a page at a desk. Off while a field has focus, and while another page lies on top; every key has a visible
 * button (ux.md section 9).
 */
export function useKeys(keys: KeyMap): void {
  const map = useRef(keys);
  map.current = keys;
  const covered = useRef(false);
  useShow(() => {
    covered.current = false;
  });
  useHide(() => {
    covered.current = true;
  });
  useEffect(() => {
    if (!isH5) return undefined;
    let prefix: { key: string; at: number } | undefined;
    const press = (event: KeyboardEvent) => {
      // What has the focus answers first: Enter on a button presses that button and nothing else.
      if (event.defaultPrevented || covered.current) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const both = prefix && event.timeStamp - prefix.at < TOGETHER_MS ? `${prefix.key} ${key}` : undefined;
      prefix = { key, at: event.timeStamp };
      const action = (both && map.current[both]) || map.current[key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
