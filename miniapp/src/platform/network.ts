import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { createStore } from './store';
import { isH5 } from './target';

/** Undefined: the phone was asked and has not answered yet, as just after a cold start in WeChat. */
const online = createStore<boolean | undefined>(isH5 ? navigator.onLine : undefined);

if (isH5) {
  window.addEventListener('online', () => online.set(true));
  window.addEventListener('offline', () => online.set(false));
} else {
  Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected));
  Taro.getNetworkType({
    // What was told meanwhile is newer.
    success: ({ networkType }) => online.set(online.get() ?? networkType !== 'none'),
    fail: () => online.set(online.get() ?? true),
  });
}

/**
 * The phone says that it has no network: a call is not worth its wait. False also while nothing is known, so that what
 * waits is tried rather than left; a call may fail all the same.
 */
export const isOffline = (): boolean => online.get() === false;

/** Calls back when the network is there: back again, or first known to be. Gives the way to stop it. */
export const onNetworkFound = (listener: () => void): (() => void) =>
  online.subscribe(() => {
    if (online.get()) listener();
  });

/** Undefined while nothing is known: then nobody is told that there is a network, nor that there is none. */
export const useOnline = (): boolean | undefined => useSyncExternalStore(online.subscribe, online.get);
