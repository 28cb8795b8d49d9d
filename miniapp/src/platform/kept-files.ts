import Taro from '@tarojs/taro';
import type { LocalFile } from './media';
import { isWeapp } from './target';

/**
 * Photos and recordings that wait on the phone for a network: they outlive a closed app. In WeChat the file is moved to where it
 * stays; a browser has no files, so it goes into its database.
 */

const DATABASE = 'shouwang';
const PHOTOS = 'photos';

/** Keeps a file under `key`. Gives it as it can be shown from now on; rejects when the phone is full. */
export async function keepFile<F extends LocalFile>(key: string, file: F): Promise<F> {
  if (isWeapp) {
    const saved = await Taro.saveFile({ tempFilePath: file.path });
    if (!('savedFilePath' in saved)) throw new Error('The phone kept no file');
    Taro.setStorageSync(weappSlot(key), JSON.stringify({ ...file, path: saved.savedFilePath }));
    return { ...file, path: saved.savedFilePath };
  }
  const { path: _path, ...content } = file;
  await inDatabase('readwrite', (files) => files.put(content, key));
  return file;
}

/** The file of this key, or undefined when it is not here. Never rejects. */
export async function keptFile(key: string): Promise<LocalFile | undefined> {
  try {
    if (isWeapp) {
      const text: unknown = Taro.getStorageSync(weappSlot(key));
      return typeof text === 'string' && text !== '' ? (JSON.parse(text) as LocalFile) : undefined;
    }
    const content = await inDatabase<LocalFile | undefined>('readonly', (files) => files.get(key));
    return content?.blob && { ...content, path: URL.createObjectURL(content.blob) };
  } catch {
    return undefined;
  }
}

/** Takes the file off the phone. Never rejects: what is not there is gone as well. */
export async function forgetFile(key: string): Promise<void> {
  try {
    if (!isWeapp) {
      await inDatabase('readwrite', (files) => files.delete(key));
      return;
    }
    const file = await keptFile(key);
    Taro.removeStorageSync(weappSlot(key));
    if (file) await Taro.removeSavedFile({ filePath: file.path });
  } catch {
    // WeChat itself clears what nobody names any more.
  }
}

const weappSlot = (key: string) => `photo:${key}`;

function inDatabase<T>(mode: IDBTransactionMode, act: (files: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(PHOTOS);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(PHOTOS, mode);
      const request = act(transaction.objectStore(PHOTOS));
      transaction.oncomplete = () => {
        database.close();
        resolve(request.result as T);
      };
      transaction.onerror = () => {
        database.close();
        reject(transaction.error);
      };
    };
  });
}
