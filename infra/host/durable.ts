import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf } from './plain-error';

/** Makes a folder's entries survive a power cut: a rename is only on disk once its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and its parents, on disk when it returns. Gives nothing; an existing folder is fine. */
export async function makeFolder(folder: string, mode = 0o700): Promise<void> {
  const whole = resolve(folder);
  const first = await mkdir(whole, { recursive: true, mode });
  if (first === undefined) return;
  for (let made = whole; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/**
 * Writes a whole file (0600) so that a reader, or the next start after `kill -9`, sees the old content or the new one,
 * never a part. On disk when it returns.
 * @param parts written one after the other
 * @param drafts the folder, on the same disk, where a half-written file may be left behind; beside the file by default
 */
export async function writeDurably(
  file: string,
  parts: readonly (string | Uint8Array)[],
  drafts = dirname(file),
): Promise<void> {
  const draft = join(drafts, `${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      for (const part of parts) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(file));
}

/** The JSON in a file, or undefined when there is no such file. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
