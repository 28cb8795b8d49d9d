import Taro from '@tarojs/taro';
import { NetworkError } from './call';
import { isWeapp } from './target';

/** A file on this phone that has not been sent. */
interface OnThisPhone {
  /** Shows or plays it: a temporary file on weapp, an object URL on H5. */
  path: string;
  /** Bytes. */
  size: number;
  /** The content, on H5 only: there are no files there. */
  blob?: Blob;
}

export interface LocalPhoto extends OnThisPhone {
  type: 'image/jpeg' | 'image/png';
}

export interface LocalVoice extends OnThisPhone {
  type: 'audio/mpeg' | 'audio/mp4' | 'audio/webm';
  /** Whole ones. */
  seconds: number;
}

/** A list of an office; what is in it is looked at by the server alone. */
export interface LocalTable extends OnThisPhone {
  type: 'application/octet-stream';
  name: string;
}

export type LocalFile = LocalPhoto | LocalVoice;

export type PhotoSource = 'camera' | 'album';

/** A presigned POST: where to send the file and what to send with it. */
export interface UploadTarget {
  url: string;
  fields: Record<string, string>;
}

/** The store refused the file. */
export class UploadRefused extends Error {
  constructor(readonly status: number) {
    super(`upload refused: ${status}`);
    this.name = 'UploadRefused';
  }
}

/** The file that was chosen cannot be read as a photo. */
export class NotAPhoto extends Error {
  constructor() {
    super('not a photo');
    this.name = 'NotAPhoto';
  }
}

const LONGEST_SIDE = 2000;
const QUALITY = 80;

/**
 * Asks for photos. They are drawn anew, at most 2,000 px long, so that neither size nor the place where they were
 * taken goes along. Gives an empty list when the person changed her mind; throws NotAPhoto.
 */
export function choosePhotos(count = 1, sources: PhotoSource[] = ['camera', 'album']): Promise<LocalPhoto[]> {
  return isWeapp ? chooseOnWeapp(count, sources) : chooseOnH5(count, sources);
}

async function chooseOnWeapp(count: number, sourceType: PhotoSource[]): Promise<LocalPhoto[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType,
    });
    return await Promise.all(tempFiles.map((file) => redrawOnWeapp(file.tempFilePath, file.size)));
  } catch (error) {
    if (isCancel(error)) return [];
    throw error;
  }
}

async function redrawOnWeapp(path: string, size: number): Promise<LocalPhoto> {
  try {
    const { tempFilePath } = await Taro.compressImage({
      src: path,
      quality: QUALITY,
      compressedWidth: LONGEST_SIDE,
    });
    const info = await Taro.getFileInfo({ filePath: tempFilePath });
    return { path: tempFilePath, size: 'size' in info ? info.size : size, type: 'image/jpeg' };
  } catch {
    return { path, size, type: path.endsWith('.png') ? 'image/png' : 'image/jpeg' };
  }
}

const isCancel = (error: unknown) => String((error as { errMsg?: string })?.errMsg ?? '').includes('cancel');

function chooseOnH5(count: number, sources: PhotoSource[]): Promise<LocalPhoto[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = count > 1;
  if (sources.length === 1 && sources[0] === 'camera') input.setAttribute('capture', 'environment');
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].slice(0, count);
      Promise.all(files.map(redrawOnH5)).then(resolve, reject);
    });
    input.click();
  });
}

async function redrawOnH5(file: Blob): Promise<LocalPhoto> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new NotAPhoto();
  });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', QUALITY / 100),
  );
  if (!blob) throw new NotAPhoto();
  return { path: URL.createObjectURL(blob), size: blob.size, type: 'image/jpeg', blob };
}

/** An image that the app drew itself, such as a signature, as something that can be sent. `path`: a data URL on H5. */
export async function photoFromDrawing(path: string): Promise<LocalPhoto> {
  if (isWeapp) {
    const info = await Taro.getFileInfo({ filePath: path });
    return { path, size: 'size' in info ? info.size : 0, type: 'image/png' };
  }
  // Not with fetch: the pages' content security policy lets nothing be fetched but from the server.
  const bytes = Uint8Array.from(atob(path.slice(path.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  const blob = new Blob([bytes], { type: 'image/png' });
  return { path, size: blob.size, type: 'image/png', blob };
}

/**
 * Sends a file to the store. `onProgress` gets 0 to 100.
 * Rejects with NetworkError (try again later) or UploadRefused (do not).
 */
export function uploadFile(
  file: LocalFile | LocalTable,
  target: UploadTarget,
  onProgress?: (percent: number) => void,
): Promise<void> {
  return isWeapp ? uploadOnWeapp(file, target, onProgress) : uploadOnH5(file, target, onProgress);
}

async function uploadOnWeapp(
  { path }: LocalFile | LocalTable,
  { url, fields }: UploadTarget,
  onProgress?: (percent: number) => void,
): Promise<void> {
  const task = Taro.uploadFile({ url, filePath: path, name: 'file', formData: fields });
  if (onProgress) task.progress(({ progress }) => onProgress(progress));
  const { statusCode } = await task.catch(() => {
    throw new NetworkError('unreachable');
  });
  if (statusCode >= 300) throw new UploadRefused(statusCode);
}

function uploadOnH5(
  { blob }: LocalFile | LocalTable,
  { url, fields }: UploadTarget,
  onProgress?: (percent: number) => void,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (blob) form.append('file', blob, 'file');
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.round((loaded / total) * 100));
    request.onload = () => (request.status < 300 ? resolve() : reject(new UploadRefused(request.status)));
    request.onerror = () => reject(new NetworkError('unreachable'));
    request.send(form);
  });
}
