import Taro from '@tarojs/taro';
import { createStore } from './store';
import { isWeapp } from './target';

/** WeChat wants the person's word before the first personal interface: camera, microphone, phone number (facts: 2023). */
export interface PrivacyAsked {
  /** She tapped the button with this id, or would rather not: the interface then fails, and its page says what else. */
  answer(agreedBy: string | null): void;
}

/** Drawn by the page on top (ui/Page). */
export const privacyAsked = createStore<PrivacyAsked | undefined>(undefined);

/** Interfaces that wait for the same word. */
const waiting = new Set<(agreedBy: string | null) => void>();

if (isWeapp)
  Taro.onNeedPrivacyAuthorization((resolve) => {
    waiting.add((buttonId) =>
      resolve(buttonId === null ? { event: 'disagree' } : { event: 'agree', buttonId }),
    );
    privacyAsked.set({
      answer(agreedBy) {
        privacyAsked.set(undefined);
        for (const one of waiting) one(agreedBy);
        waiting.clear();
      },
    });
  });
