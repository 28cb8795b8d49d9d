import { statfs } from 'node:fs/promises';
import { codeOf, PlainError } from '../host/plain-error';

const MEBIBYTE = 2 ** 20;

/** Less than this and the next hours' photos may not fit. */
const LEAST = 300 * MEBIBYTE;

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export function diskFull(folder: string, left?: number): PlainError {
  const chinese = left === undefined ? '' : `，只剩 ${Math.floor(left / MEBIBYTE)} MB`;
  const english = left === undefined ? '' : ` (${Math.floor(left / MEBIBYTE)} MB left)`;
  return new PlainError(
    `磁盘满了${chinese}：请在 ${folder} 所在的磁盘腾出 300 MB 以上，再重新启动。`,
    `The disk is full${english}: free at least 300 MB on the disk of ${folder}, then start again.`,
  );
}

/** Throws PlainError when the disk of a folder is as good as full. */
export async function requireSpace(folder: string): Promise<void> {
  const left = await freeBytes(folder);
  if (left < LEAST) throw diskFull(folder, left);
}

/** Whether an error of the system, of npm's tools or of PostgreSQL says that there is no space left. */
export function isDiskFull(error: unknown): boolean {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return true;
  return error instanceof Error && (/No space left on device/.test(error.message) || isDiskFull(error.cause));
}
