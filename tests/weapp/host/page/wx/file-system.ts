import { extensionOf, readFileSync, removeFileSync, temporaryPath, writeFileSync } from '../files';
import { type AsyncApi, asyncMethod, Refusal, syncMethod } from './settle';

/** `wx.getFileSystemManager()`: each operation at once (…Sync) and with callbacks. */

type Encoding = 'utf8' | 'utf-8' | 'base64' | undefined;

function bytesAt(path: string): Uint8Array {
  const bytes = readFileSync(path);
  if (!bytes) throw new Refusal(`no such file or directory, ${path}`);
  return bytes;
}

const binary = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

function read(path: string, encoding?: Encoding): string | ArrayBuffer {
  const bytes = bytesAt(path);
  if (encoding === undefined) return bytes.slice().buffer;
  return encoding === 'base64' ? btoa(binary(bytes)) : new TextDecoder().decode(bytes);
}

function write(path: string, data: string | ArrayBuffer, encoding: Encoding = 'utf8'): void {
  if (typeof data !== 'string') writeFileSync(path, new Uint8Array(data));
  else if (encoding === 'base64')
    writeFileSync(
      path,
      Uint8Array.from(atob(data), (character) => character.charCodeAt(0)),
    );
  else writeFileSync(path, new TextEncoder().encode(data));
}

function copy(from: string, to: string): void {
  writeFileSync(to, bytesAt(from).slice());
}

/** Moves a temporary file to where it stays. */
function save(
  temporary: string,
  path = temporaryPath(extensionOf(temporary)).replace('//tmp/', '//usr/'),
): string {
  copy(temporary, path);
  removeFileSync(temporary);
  return path;
}

export const sizeOf = (path: string): number => bytesAt(path).length;

interface Named {
  filePath: string;
  path: string;
  srcPath: string;
  destPath: string;
  tempFilePath: string;
  data: string | ArrayBuffer;
  encoding?: Encoding;
}

const withCallbacks: Record<string, AsyncApi> = {
  access: ({ path }: Named) => void bytesAt(path),
  readFile: ({ filePath, encoding }: Named) => ({ data: read(filePath, encoding) }),
  writeFile: ({ filePath, data, encoding }: Named) => write(filePath, data, encoding),
  copyFile: ({ srcPath, destPath }: Named) => copy(srcPath, destPath),
  unlink: ({ filePath }: Named) => removeFileSync(filePath),
  saveFile: ({ tempFilePath, filePath }: Named) => ({ savedFilePath: save(tempFilePath, filePath) }),
  getFileInfo: ({ filePath }: Named) => ({ size: sizeOf(filePath) }),
};

const atOnce = {
  accessSync: (path: string) => void bytesAt(path),
  readFileSync: read,
  writeFileSync: write,
  copyFileSync: copy,
  unlinkSync: removeFileSync,
  saveFileSync: save,
};

const manager = {
  ...Object.fromEntries(Object.entries(withCallbacks).map(([name, api]) => [name, asyncMethod(name, api)])),
  ...Object.fromEntries(Object.entries(atOnce).map(([name, api]) => [name, syncMethod(name, api)])),
};

export const getFileSystemManager = () => manager;

/** Older ways to the same, straight on `wx`. */
export const oldFileApis: Record<string, AsyncApi> = {
  getFileInfo: ({ filePath }: Named) => ({ size: sizeOf(filePath) }),
  saveFile: ({ tempFilePath }: Named) => ({ savedFilePath: save(tempFilePath) }),
  removeSavedFile: ({ filePath }: Named) => removeFileSync(filePath),
};
