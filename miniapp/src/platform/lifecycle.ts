/** Taro's page events, so that nobody else needs Taro. They work in pages and in components inside them. */
export { useDidHide as useHide, useDidShow as useShow, useReady } from '@tarojs/taro';
