import Taro from '@tarojs/taro';
import { choosePhotos, type LocalPhoto, NotAPhoto } from './media';
import { isWeapp } from './target';

/** Longest side in px: enough to read a card by, and small enough to travel inside a call. */
const SIDE = 1000;
/** Characters of base64 that a call may carry (shared/contract). */
const MOST = 96_000;
const QUALITIES = [75, 55, 40, 25];

/**
 * Photographs an ID card, once, for reading: a small JPEG as base64, undefined when the person changed her mind. It is
 * never kept: on H5 it stays in memory, in WeChat the temporary file is removed at once. Throws NotAPhoto.
 */
export async function photographIdCard(): Promise<string | undefined> {
  const [photo] = await choosePhotos(1);
  if (photo === undefined) return undefined;
  try {
    for (const quality of QUALITIES) {
      const text = await (isWeapp ? smallOnWeapp(photo, quality) : smallOnH5(photo, quality));
      if (text.length <= MOST) return text;
    }
    throw new NotAPhoto();
  } finally {
    forget(photo.path);
  }
}

async function smallOnWeapp({ path }: LocalPhoto, quality: number): Promise<string> {
  const { tempFilePath } = await Taro.compressImage({ src: path, quality, compressedWidth: SIDE });
  const text = String(Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64'));
  if (tempFilePath !== path) forget(tempFilePath);
  return text;
}

async function smallOnH5({ blob }: LocalPhoto, quality: number): Promise<string> {
  if (blob === undefined) throw new NotAPhoto();
  const image = await createImageBitmap(blob);
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const url = canvas.toDataURL('image/jpeg', quality / 100);
  return url.slice(url.indexOf(',') + 1);
}

function forget(path: string): void {
  if (!isWeapp) {
    URL.revokeObjectURL(path);
    return;
  }
  try {
    Taro.getFileSystemManager().unlinkSync(path);
  } catch {
    // WeChat clears its temporary files by itself.
  }
}
