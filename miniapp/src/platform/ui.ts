import Taro from '@tarojs/taro';
import { createStore } from './store';
import { isWeapp } from './target';

export interface Question {
  title: string;
  text?: string;
  /** Words on the button that does it. */
  yes: string;
  no?: string;
  /** It cannot be undone: the button is red. */
  danger?: boolean;
}

export interface OpenQuestion extends Question {
  answer(yes: boolean): void;
}

/** Drawn by the page on top (ui/Page), in its own text size; WeChat's own toast and modal stay small in care mode. */
export const toasts = createStore<{ text: string } | undefined>(undefined);
export const questions = createStore<OpenQuestion | undefined>(undefined);
export const announcements = createStore('');

const TOAST_MS = 3000;
let toastTimer: ReturnType<typeof setTimeout> | undefined;

/** One short sentence for three seconds. Also spoken by a screen reader. */
export function toast(text: string): void {
  clearTimeout(toastTimer);
  toasts.set({ text });
  announce(text);
  toastTimer = setTimeout(() => toasts.set(undefined), TOAST_MS);
}

/** Tells a screen reader, and nobody else. */
export function announce(text: string): void {
  announcements.set(announcements.get() === text ? `${text} ` : text);
}

/** Asks yes or no. A new question answers an older one with no. */
export function confirm(question: Question): Promise<boolean> {
  questions.get()?.answer(false);
  return new Promise((resolve) => {
    questions.set({
      ...question,
      answer(yes) {
        questions.set(undefined);
        resolve(yes);
      },
    });
  });
}

/** Opens the dial pad with the number; the person still has to press call. */
export function callPhone(phoneNumber: string): void {
  Taro.makePhoneCall({ phoneNumber: phoneNumber.replace(/[^\d+]/g, '') }).catch(() => undefined);
}

/** Whether a code can be scanned here. */
export const canScan = isWeapp;

/** What a scanned code says, or undefined when the person changed her mind. */
export async function scanCode(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({})).result;
  } catch {
    return undefined;
  }
}
