import Taro from '@tarojs/taro';
import type { LocalPhoto } from './media';
import { isWeapp } from './target';

/**
 * Photos that wait on the phone for a network: they outlive a closed app. In WeChat the file is moved to where it
 * stays; a browser has no files, so it goes into its database.
 */

const DATABASE = 'shouwang';
const PHOTOS = 'photos';

/** Keeps a photo under `key`. Gives the photo as it can be shown from now on; rejects when the phone is full. */
export async function keepPhoto(key: string, photo: LocalPhoto): Promise<LocalPhoto> {
  if (isWeapp) {
    const saved = await Taro.saveFile({ tempFilePath: photo.path });
    if (!('savedFilePath' in saved)) throw new Error('The phone kept no file');
    Taro.setStorageSync(weappSlot(key), JSON.stringify({ ...photo, path: saved.savedFilePath }));
    return { ...photo, path: saved.savedFilePath };
  }
  const { path: _path, ...content } = photo;
  await inDatabase('readwrite', (photos) => photos.put(content, key));
  return photo;
}

/** The photo of this key, or undefined when it is not here. Never rejects. */
export async function keptPhoto(key: string): Promise<LocalPhoto | undefined> {
  try {
    if (isWeapp) {
      const text: unknown = Taro.getStorageSync(weappSlot(key));
      return typeof text === 'string' && text !== '' ? (JSON.parse(text) as LocalPhoto) : undefined;
    }
    const content = await inDatabase<Omit<LocalPhoto, 'path'> | undefined>('readonly', (photos) =>
      photos.get(key),
    );
    return content?.blob && { ...content, path: URL.createObjectURL(content.blob) };
  } catch {
    return undefined;
  }
}

/** Takes the photo off the phone. Never rejects: what is not there is gone as well. */
export async function forgetPhoto(key: string): Promise<void> {
  try {
    if (!isWeapp) {
      await inDatabase('readwrite', (photos) => photos.delete(key));
      return;
    }
    const photo = await keptPhoto(key);
    Taro.removeStorageSync(weappSlot(key));
    if (photo) await Taro.removeSavedFile({ filePath: photo.path });
  } catch {
    // WeChat itself clears what nobody names any more.
  }
}

const weappSlot = (key: string) => `photo:${key}`;

function inDatabase<T>(mode: IDBTransactionMode, act: (photos: IDBObjectStore) => IDBRequest): Promise<T> {
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
