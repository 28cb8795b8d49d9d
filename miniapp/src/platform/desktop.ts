/** What a desktop browser tells of itself. On a phone nobody asks. */

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/QQBrowser\//, 'QQ 浏览器'],
  [/360|QIHU/i, '360 浏览器'],
  [/Firefox\//, '火狐'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X/, '苹果电脑'],
  [/Android/, '安卓手机'],
  [/Linux/, 'Linux 电脑'],
];

const first = (names: readonly [RegExp, string][], text: string, otherwise: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;

/** System and browser in plain words, such as 「Windows 电脑，Edge」; at most 60 characters. */
export function browserName(text: string = navigator.userAgent): string {
  return `${first(SYSTEMS, text, '别的设备')}，${first(BROWSERS, text, '别的浏览器')}`;
}

/** Whether somebody can see this page now. */
export const isShown = (): boolean => document.visibilityState === 'visible';
