import { closeSync, existsSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder, readJson, writeDurably } from '../host/durable';
import { FolderHeldError, type FolderLock, holdFolder } from '../host/lock';
import { PlainError } from '../host/plain-error';
import { type Tethered, tether } from '../host/tether';
import { diskFull } from './disk';
import { fingerprint } from './fingerprint';
import { ROOT } from './settings';

const OUTPUT = join(ROOT, 'miniapp', 'dist');
const STAMP = join(OUTPUT, 'built-from.json');

/** The H5 pages, which this stack serves. */
export const H5 = join(OUTPUT, 'h5');

const ENTRY = { h5: join(H5, 'index.html'), weapp: join(OUTPUT, 'weapp', 'app.json') };
type Target = keyof typeof ENTRY;
const TARGETS: readonly Target[] = ['h5', 'weapp'];

/** What both builds are made from; the mini-program has no origin of its own, so the API's address is built in. */
async function wantedOf(apiBase: string): Promise<Record<Target, string>> {
  const sources = await fingerprint(ROOT, ['miniapp', 'shared'], ['package-lock.json', 'tsconfig.json']);
  return { h5: sources, weapp: `${sources} ${apiBase}` };
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
  const children = new Set<Tethered>();
  let stopped = false;

  async function run(target: Target): Promise<void> {
    const logFile = join(logFolder, `build-${target}.log`);
    const log = openSync(logFile, 'w', 0o600);
    const child = tether(process.execPath, [join(ROOT, 'miniapp', 'build.cjs'), target], {
      cwd: ROOT,
      env: { ...process.env, SHOUWANG_API_BASE: apiBase },
      log,
      signal: 'TERM',
    });
    closeSync(log);
    children.add(child);
    const code = await child.ended;
    children.delete(child);
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
      const wanted = await wantedOf(apiBase);
      const stamp = await readStamp();
      if (stopped) return;
      const stale = TARGETS.filter(
        (target) => stamp[target] !== wanted[target] || !existsSync(ENTRY[target]),
      );
      // Side by side: each keeps one core busy.
      const ended = await Promise.allSettled(
        stale.map(async (target) => {
          say(
            `    生成${target === 'h5' ? '网页' : '小程序'}，第一次约需一分钟 / building ${target}, a minute the first time …`,
          );
          await run(target);
          if (!stopped) stamp[target] = wanted[target];
        }),
      );
      await writeDurably(STAMP, [JSON.stringify(stamp)]);
      for (const one of ended) if (one.status === 'rejected') throw one.reason;
    } finally {
      turn.release();
    }
  }

  return {
    done: build(),
    stop() {
      stopped = true;
      for (const child of children) child.release();
    },
  };
}
