import Taro from '@tarojs/taro';

/** One named place in the phone's storage. */
export interface Slot<T> {
  /** The value, or undefined when there is none or it cannot be read. */
  get(): T | undefined;
  /** False when the phone has no room: the caller must say so. Never throws. */
  set(value: T): boolean;
  remove(): void;
}

/** A typed place under `name`. Values are JSON; a changed shape needs a new name. */
export function slot<T>(name: string): Slot<T> {
  return {
    get() {
      try {
        const text: unknown = Taro.getStorageSync(name);
        return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined;
      } catch {
        return undefined;
      }
    },
    set(value) {
      try {
        Taro.setStorageSync(name, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    remove() {
      try {
        Taro.removeStorageSync(name);
      } catch {
        // Nothing was there, or the storage is closed: either way it is gone for us.
      }
    },
  };
}

/** Names of all slots that begin with `prefix`. */
export function slotNames(prefix: string): string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
