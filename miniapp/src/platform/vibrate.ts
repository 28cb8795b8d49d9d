import Taro from '@tarojs/taro';
import { isWeapp } from './target';

const MS = 15;

/** A short buzz, where the phone has one. */
export function vibrate(): void {
  if (isWeapp) Taro.vibrateShort({ type: 'medium' }).catch(() => undefined);
  else navigator.vibrate?.(MS);
}
