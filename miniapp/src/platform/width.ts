import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { createStore } from './store';
import { isH5 } from './target';

const measure = () => (isH5 ? window.innerWidth : Taro.getWindowInfo().windowWidth);

const width = createStore(measure());
if (isH5) window.addEventListener('resize', () => width.set(measure()));
else Taro.onWindowResize?.(() => width.set(measure()));

/** Width of the window in px: the desk needs room, and a window can be made smaller. */
export const useWidth = (): number => useSyncExternalStore(width.subscribe, width.get);
