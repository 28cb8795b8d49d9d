import Taro from '@tarojs/taro';

/** Words in WeChat's title bar, or the browser's title. */
export function setTitle(title: string): void {
  Taro.setNavigationBarTitle({ title });
}
