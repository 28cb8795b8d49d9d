import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './pause';
import { codeOf } from './plain-error';
import { lifeOf } from './process';

/** How long a newcomer waits for a holder that has said it is stopping, ms. */
const FAREWELL = 20_000;

export interface FolderLock {
  /** Tells newcomers to wait a little: this holder is on its way out. */
  stopping(): void;
  release(): void;
}

/** Somebody alive holds the folder. */
export class FolderHeldError extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`${folder} is held by process ${pid}`);
    this.name = 'FolderHeldError';
  }
}

interface Holder {
  pid: number;
  life: string;
  stopping: boolean;
}

/** A power cut can leave an empty file; nobody alive wrote it, for `place` writes before it links. */
const UNREADABLE: Holder = { pid: -1, life: 'unreadable', stopping: false };

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return UNREADABLE;
    throw error;
  }
}

const isAlive = (holder: Holder) => lifeOf(holder.pid) === holder.life;

/** Puts a complete file in place only where none is: a link, unlike a write, is all or nothing. */
function place(file: string, holder: Holder): boolean {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes a dead holder's file away; when somebody replaced it meanwhile, puts theirs back. */
function bury(file: string, dead: Holder): void {
  const grave = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(file, grave);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const found = read(grave);
  if (found && (found.pid !== dead.pid || found.life !== dead.life)) {
    try {
      linkSync(grave, file);
    } catch {
      // A third newcomer was faster; it holds the folder now.
    }
  }
  rmSync(grave, { force: true });
}

/**
 * Holds a folder for this process alone, by a file that names the process and its start time, so that the file
 * of a process killed with -9 holds nothing, even when its number is in use again.
 * @param name the lock file's name inside the folder
 * @throws FolderHeldError when a living process holds it
 */
export async function holdFolder(folder: string, name: string): Promise<FolderLock> {
  const file = join(folder, name);
  const self: Holder = { pid: process.pid, life: lifeOf(process.pid) ?? '', stopping: false };
  while (!place(file, self)) {
    const holder = read(file);
    if (!holder) continue;
    if (isAlive(holder)) {
      const left =
        holder.stopping && (await until(() => !isAlive(holder) || read(file) === undefined, FAREWELL));
      if (!left) throw new FolderHeldError(folder, holder.pid);
      continue;
    }
    bury(file, holder);
  }
  return {
    stopping() {
      const draft = `${file}.${randomBytes(6).toString('hex')}`;
      writeFileSync(draft, JSON.stringify({ ...self, stopping: true }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}
