import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { createStore } from './store';
import { isH5 } from './target';

const online = createStore(isH5 ? navigator.onLine : true);

if (isH5) {
  window.addEventListener('online', () => online.set(true));
  window.addEventListener('offline', () => online.set(false));
} else {
  Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected));
  Taro.getNetworkType({ success: ({ networkType }) => online.set(networkType !== 'none') });
}

/** Whether the phone believes that it has a network. Only a hint: a call may fail all the same. */
export const isOnline = (): boolean => online.get();

/** Calls back at every change; gives the way to stop it. */
export const onNetworkChange = (listener: (isOnline: boolean) => void): (() => void) =>
  online.subscribe(() => listener(online.get()));

export const useOnline = (): boolean => useSyncExternalStore(online.subscribe, online.get);
