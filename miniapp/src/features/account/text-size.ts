import type { TextSize } from '@miniapp/platform/display';
import { isWeapp } from '@miniapp/platform/target';

/** Each choice in its own words. */
export const TEXT_SIZE_WORDS: Record<TextSize, string> = {
  follow: isWeapp ? '跟着微信走' : '跟着手机走',
  normal: '一般大小',
  large: '大字',
};
