import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder, readJson, writeDurably } from '../host/durable';
import { FolderHeldError, type FolderLock, holdFolder } from '../host/lock';
import { PlainError } from '../host/plain-error';
import { type Tethered, tether } from '../host/tether';
import { diskFull } from './disk';
import { ROOT } from './settings';

const OUTPUT = join(ROOT, 'miniapp', 'dist');
const STAMP = join(OUTPUT, 'built-from.json');

/** The H5 pages, which this stack serves. */
export const H5 = join(OUTPUT, 'h5');

const ENTRY = { h5: join(H5, 'index.html'), weapp: join(OUTPUT, 'weapp', 'app.json') };
type Target = keyof typeof ENTRY;
const TARGETS: readonly Target[] = ['h5', 'weapp'];

const NOT_SOURCE = new Set(['node_modules', 'dist', '.cache']);

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries
    .filter(({ name }) => !NOT_SOURCE.has(name))
    .map((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
  return (await Promise.all(lists)).flat();
}

/** A fingerprint of everything that the pages are built from. */
async function fingerprint(apiBase: string): Promise<Record<Target, string>> {
  const folders = await Promise.all(['miniapp', 'shared'].map((name) => filesIn(join(ROOT, name))));
  const files = [...folders.flat(), join(ROOT, 'package-lock.json'), join(ROOT, 'tsconfig.json')].sort();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const sources = createHash('sha256');
  for (const [index, file] of files.entries()) {
    const content = contents[index] ?? Buffer.alloc(0);
    sources.update(`${relative(ROOT, file)}\0${content.length}\0`).update(content);
  }
  const h5 = sources.digest('hex');
  // Unlike a page, the mini-program has no origin of its own: the API's address is built in.
  return { h5, weapp: `${h5} ${apiBase}` };
}

async function takeTurn(): Promise<FolderLock> {
  for (;;) {
    try {
      return await holdFolder(OUTPUT, '.building');
    } catch (error) {
      // Another stack of the same checkout builds the same pages; afterwards there is nothing left to do.
      if (!(error instanceof FolderHeldError)) throw error;
      await sleep(500);
    }
  }
}

async function readStamp(): Promise<Partial<Record<Target, string>>> {
  try {
    return ((await readJson(STAMP)) ?? {}) as Partial<Record<Target, string>>;
  } catch {
    return {};
  }
}

export interface Builds {
  /** Fails with PlainError when a build fails. */
  done: Promise<void>;
  /** Ends a running build. */
  stop(): void;
}

/**
 * Builds the pages and the mini-program unless nothing has changed since they were built.
 * @param apiBase the address that the mini-program calls
 * @param logFolder each build's output goes to `build-<target>.log` there
 * @param say told when a build begins, since it may take a minute
 */
export function startBuilds(apiBase: string, logFolder: string, say: (line: string) => void): Builds {
  let child: Tethered | undefined;
  let stopped = false;

  async function run(target: Target): Promise<void> {
    const logFile = join(logFolder, `build-${target}.log`);
    const log = openSync(logFile, 'w', 0o600);
    child = tether(process.execPath, [join(ROOT, 'miniapp', 'build.cjs'), target], {
      cwd: ROOT,
      env: { ...process.env, SHOUWANG_API_BASE: apiBase },
      log,
      signal: 'TERM',
    });
    closeSync(log);
    const code = await child.ended;
    child = undefined;
    if (code === 0 || stopped) return;
    if (/ENOSPC|No space left on device/.test(await readFile(logFile, 'utf8'))) throw diskFull(OUTPUT);
    throw new PlainError(
      `页面没有生成出来（${target}），原因见 ${logFile}。`,
      `The ${target} build failed: see ${logFile}.`,
    );
  }

  async function build(): Promise<void> {
    if (!existsSync(OUTPUT)) await makeFolder(OUTPUT, 0o755);
    const turn = await takeTurn();
    try {
      const wanted = await fingerprint(apiBase);
      const stamp = await readStamp();
      for (const target of TARGETS) {
        if (stopped) return;
        if (stamp[target] === wanted[target] && existsSync(ENTRY[target])) continue;
        say(
          `    生成${target === 'h5' ? '网页' : '小程序'}，第一次约需半分钟 / building ${target}, half a minute the first time …`,
        );
        await run(target);
        stamp[target] = wanted[target];
        await writeDurably(STAMP, [JSON.stringify(stamp)]);
      }
    } finally {
      turn.release();
    }
  }

  return {
    done: build(),
    stop() {
      stopped = true;
      child?.release();
    },
  };
}
