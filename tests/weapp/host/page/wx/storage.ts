import { type AsyncApi, Refusal, type SyncApi } from './settle';

/** The app's storage, with WeChat's limits. It outlives a restart of the app, as on a phone. */

const LARGEST_VALUE = 1024 * 1024;
const LARGEST_STORAGE = 10 * 1024 * 1024;

const keys = (): string[] => Object.keys(localStorage);

const size = (): number =>
  keys().reduce((sum, key) => sum + key.length + (localStorage.getItem(key)?.length ?? 0), 0);

function write(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (text.length > LARGEST_VALUE || size() + text.length > LARGEST_STORAGE)
    throw new Refusal('exceed storage max size 10Mb');
  localStorage.setItem(key, text);
}

function read(key: string): unknown {
  const text = localStorage.getItem(key);
  return text === null ? undefined : JSON.parse(text);
}

const info = () => ({
  keys: keys(),
  currentSize: Math.ceil(size() / 1024),
  limitSize: LARGEST_STORAGE / 1024,
});

export const storageNow: Record<string, SyncApi> = {
  setStorageSync: write,
  getStorageSync: (key: string) => read(key) ?? '',
  removeStorageSync: (key: string) => localStorage.removeItem(key),
  clearStorageSync: () => localStorage.clear(),
  getStorageInfoSync: info,
};

interface Keyed {
  key: string;
  data?: unknown;
}

export const storage: Record<string, AsyncApi> = {
  setStorage: ({ key, data }: Keyed) => write(key, data),
  getStorage: ({ key }: Keyed) => {
    const data = read(key);
    if (data === undefined) throw new Refusal('data not found');
    return { data };
  },
  removeStorage: ({ key }: Keyed) => localStorage.removeItem(key),
  clearStorage: () => localStorage.clear(),
  getStorageInfo: info,
};
