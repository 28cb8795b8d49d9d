import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { slot } from './storage';
import { createStore } from './store';
import { isH5 } from './target';

/** `follow`: as WeChat is set; the other two are the person's own choice and stay. */
export type TextSize = 'follow' | 'normal' | 'large';

export interface Display {
  /** What the person chose. */
  textSize: TextSize;
  /** Care mode: chosen, or WeChat's own text size is at least 1.25 (ux.md section 2). */
  care: boolean;
  /** Factor on text sizes between 1 and 1.25 when not in care mode. */
  scale: number;
  dark: boolean;
}

const CARE_FROM = 1.25;
const chosen = slot<TextSize>('text-size');

interface System {
  factor: number;
  dark: boolean;
}

const darkQuery = () => window.matchMedia('(prefers-color-scheme: dark)');

/** The browser's own zoom makes text larger; there is nothing to ask. */
const browser = (): System => ({ factor: 1, dark: darkQuery().matches });

/** WeChat's text size and theme. */
function phone(): System {
  try {
    const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; theme?: string };
    return { factor: info.fontSizeScaleFactor ?? 1, dark: info.theme === 'dark' };
  } catch {
    return { factor: 1, dark: false };
  }
}

const system = (): System => (isH5 ? browser() : phone());

function measure(): Display {
  const textSize = chosen.get() ?? 'follow';
  const { factor, dark } = system();
  const care = textSize === 'large' || (textSize === 'follow' && factor >= CARE_FROM);
  const scale = care || textSize === 'normal' ? 1 : Math.min(Math.max(factor, 1), CARE_FROM);
  return { textSize, care, scale, dark };
}

/** Classes that switch the tokens (styles/tokens.css). */
export const themeClass = ({ care, dark }: Pick<Display, 'care' | 'dark'>): string =>
  ['sw', care && 'sw-care', dark && 'sw-dark'].filter(Boolean).join(' ');

const display = createStore<Display>(measure());
const refresh = () => display.set(measure());

if (isH5) {
  darkQuery().addEventListener('change', refresh);
  const paintBody = () => {
    const { care, dark } = display.get();
    // Behind the page, where it bounces, the browser shows the body.
    document.body.className = themeClass({ care, dark });
  };
  display.subscribe(paintBody);
  paintBody();
} else {
  Taro.onThemeChange?.(refresh);
  // WeChat's text size is set outside of the app, and nobody calls back.
  Taro.onAppShow?.(refresh);
}

export const useDisplay = (): Display => useSyncExternalStore(display.subscribe, display.get);

/** Remembers the person's choice of text size. False when the phone has no room: it then lasts until the app closes. */
export function setTextSize(textSize: TextSize): boolean {
  const saved = chosen.set(textSize);
  refresh();
  return saved;
}
