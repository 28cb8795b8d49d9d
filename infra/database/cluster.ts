import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../host/pause';
import { processesIn, signal } from '../host/process';
import { tether } from '../host/tether';
import { type Binaries, findBinaries } from './binaries';
import { type OsUser, serverUser } from './os-user';

/** The superuser of an embedded server. */
export const SUPERUSER = 'postgres';

/** ms a server gets to write its last checkpoint before it is stopped without one, then killed. */
const FAREWELL = 15_000;

/** Settings of every embedded server: small, loopback only, and no row content in its log. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  jit: 'off',
  timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** fsync stays on by default; a throwaway server has nothing to keep. */
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export interface Cluster {
  readonly port: number;
  /** Settles when the server has ended, asked or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterPlace {
  data: string;
  user: OsUser | undefined;
  binaries: Binaries;
}

/** Where and as whom the server of a data folder runs; the folder may not exist yet. */
export function placeOf(data: string): ClusterPlace {
  const user = serverUser(data);
  return { data, user, binaries: findBinaries(user) };
}

/**
 * How the server is told its data folder. As another user it may be unable to walk the path (a closed home above),
 * but it is started inside the folder, and Linux lets every process follow the link to where it stands.
 */
const pathFor = ({ user, data }: ClusterPlace) =>
  user && process.platform === 'linux' ? '/proc/self/cwd' : data;

/** Nothing of ours: no PG* variable, no proxy, no NODE_OPTIONS changes how the server behaves. */
const environment = () => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

/**
 * A locale of this machine that counts Chinese characters as letters; pg_trgm finds nothing in Chinese under plain C.
 * Sorting does not depend on it.
 */
function letterClasses(): string {
  try {
    const known = execFileSync('locale', ['-a'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\n');
    return (
      known.find((name) => /^C\.utf-?8$/i.test(name)) ?? known.find((name) => /\.utf-?8$/i.test(name)) ?? 'C'
    );
  } catch {
    return 'C';
  }
}

/** The password goes in by a pipe: a file of it could be left behind by a kill -9. */
const INITDB = 'printf "%s\\n" "$PASSWORD" | "$0" "$@" --pwfile=/dev/stdin';

/** Makes a new data folder, complete or not there at all: it gets its name last. */
export async function createData(place: ClusterPlace, password: string, keep: boolean): Promise<void> {
  const { data, user, binaries } = place;
  const parent = dirname(data);
  const prefix = `${basename(data)}.new-`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(prefix)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const draft = join(parent, prefix + randomBytes(4).toString('hex'));
  mkdirSync(draft, { mode: 0o700 });
  try {
    if (user) chownSync(draft, user.uid, user.gid);
    const args = [
      `--pgdata=${pathFor({ ...place, data: draft })}`,
      `--username=${SUPERUSER}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${letterClasses()}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(keep ? [] : ['--no-sync']),
    ];
    const env = { ...environment(), PASSWORD: password };
    await promisify(execFile)('/bin/sh', ['-c', INITDB, binaries.initdb, ...args], {
      ...user,
      cwd: draft,
      env,
    });
    renameSync(draft, data);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const serversOf = (data: string) => processesIn(data, 'postgres', firstPid(data));

function firstPid(data: string): number | undefined {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  } catch {
    return undefined;
  }
}

/** Ends whatever server still works in a data folder: politely, then at once, then by force. */
async function endServers(data: string): Promise<void> {
  const gone = () => serversOf(data).length === 0;
  for (const [name, patience] of [
    ['SIGINT', FAREWELL],
    ['SIGQUIT', 5_000],
  ] as const) {
    const first = firstPid(data);
    const running = serversOf(data);
    if (running.length === 0) return;
    for (const pid of first !== undefined && running.includes(first) ? [first] : running) signal(pid, name);
    if (await until(gone, patience)) return;
  }
  for (const pid of serversOf(data)) signal(pid, 'SIGKILL');
  await until(gone, 5_000);
}

/**
 * Makes a data folder ready for a new server after any kind of death of the last one. An orphan of ours is stopped;
 * a pid file whose number now belongs to some other program is removed (the server itself would refuse to start).
 * The caller holds the folder's lock, so a server found here has no living owner.
 */
export async function clearTheWay(data: string): Promise<void> {
  await endServers(data);
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Starts the server of an existing data folder on a port. It may still be recovering when this returns. */
export function launch(place: ClusterPlace, port: number, logFile: string, keep: boolean): Cluster {
  const settings = { ...SETTINGS, ...(keep ? {} : THROWAWAY), port: String(port) };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, statSize(logFile) > 10_000_000 ? 'w' : 'a', 0o600);
  const server = tether(place.binaries.postgres, ['-D', pathFor(place), ...args], {
    ...place.user,
    cwd: place.data,
    env: environment(),
    log,
    // What PostgreSQL calls a fast shutdown.
    signal: 'INT',
  });
  closeSync(log);
  const ended = server.ended.then(() => undefined);
  return {
    port,
    ended,
    async stop() {
      server.release();
      const late = setTimeout(() => void endServers(place.data), FAREWELL);
      await ended;
      clearTimeout(late);
    },
  };
}

function statSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
