import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { makeFolder } from '../host/durable';
import { holdFolder } from '../host/lock';
import { codeOf, PlainError } from '../host/plain-error';
import { freePort } from '../host/port';
import { lifeOf } from '../host/process';
import { type Cluster, clearTheWay, createData, launch, placeOf, SUPERUSER } from './cluster';
import { keepPasswords, type Login, makePasswords, type Passwords } from './passwords';
import { DATABASE, prepareServer, ROLES } from './roles';

export interface Database {
  readonly port: number;
  /** The connection string of a login, for our database or another one of the same server. */
  url(login: Login, database?: string): string;
  /** Settles when an embedded server ends, asked or not; never for a server that is not ours. */
  readonly ended: Promise<void>;
  /** Stops an embedded server in order. Safe to call twice. */
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  /** Data go to `<dataDir>/postgres`, passwords to `<dataDir>/database.json`, the log to `<dataDir>/log`. */
  dataDir: string;
  log(line: string): void;
  /** An existing server to use instead: a login that may create roles and databases. */
  databaseUrl?: string | undefined;
}

/** How long a server may take to answer, ms: recovery after a power cut on a slow disk takes its time. */
const PATIENCE = 120_000;

const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03']);

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function withAdmin<T>(url: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = await connect(url);
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Waits until the server takes connections; gives false when it ended instead. */
async function answers(cluster: Cluster, url: string): Promise<boolean> {
  let ended = false;
  void cluster.ended.then(() => {
    ended = true;
  });
  const last = Date.now() + PATIENCE;
  while (!ended) {
    try {
      await withAdmin(url, async () => undefined);
      return true;
    } catch (error) {
      if (!NOT_YET.has(codeOf(error) ?? '') || Date.now() > last) throw error;
      await sleep(25);
    }
  }
  return false;
}

/** The end of the server's log, for the person who looks into why it did not start. */
function tailOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-2_000);
  } catch {
    return '';
  }
}

function didNotStart(logFile: string): Error {
  const tail = tailOf(logFile);
  if (/No space left on device/.test(tail.slice(-600)))
    return Object.assign(new Error(tail), { code: 'ENOSPC' });
  return new PlainError(
    `数据库没有启动起来，原因见 ${logFile}。`,
    `The database did not start: see ${logFile}.`,
    {
      cause: new Error(tail),
    },
  );
}

const embeddedUrl = (port: number, passwords: Passwords) => (login: Login, database?: string) => {
  const name = login === 'admin' ? SUPERUSER : ROLES[login];
  return `postgres://${name}:${passwords[login]}@127.0.0.1:${port}/${database ?? (login === 'admin' ? 'postgres' : DATABASE)}`;
};

interface EmbeddedOptions {
  data: string;
  logFile: string;
  passwords: Passwords;
  /** Whether the data must survive a power cut. */
  keep: boolean;
  log(line: string): void;
}

async function startEmbedded(options: EmbeddedOptions): Promise<Database> {
  const { data, logFile, passwords, keep, log } = options;
  const place = placeOf(data);
  if (await exists(join(data, 'PG_VERSION'))) {
    await clearTheWay(data);
  } else {
    log(`making a new data folder ${data}`);
    await createData(place, passwords.admin, keep);
  }
  // A free port may be taken before the server binds it.
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const port = await freePort();
    const cluster = launch(place, port, logFile, keep);
    const url = embeddedUrl(port, passwords);
    try {
      if (await answers(cluster, url('admin'))) {
        await withAdmin(url('admin'), (admin) => prepareServer(admin, passwords));
        log(`PostgreSQL listens on 127.0.0.1:${port}`);
        return { port, url, ended: cluster.ended, stop: () => cluster.stop() };
      }
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    if (!/could not bind|could not create any TCP/.test(tailOf(logFile).slice(-600))) break;
  }
  throw didNotStart(logFile);
}

async function adoptServer(databaseUrl: string, passwords: Passwords): Promise<Database> {
  const parsed = new URL(databaseUrl);
  await withAdmin(databaseUrl, (admin) => prepareServer(admin, passwords));
  return {
    port: Number(parsed.port || 5432),
    url(login, database) {
      const url = new URL(databaseUrl);
      if (login !== 'admin') {
        url.username = ROLES[login];
        url.password = passwords[login];
      }
      if (database !== undefined || login !== 'admin') url.pathname = `/${database ?? DATABASE}`;
      return url.href;
    },
    ended: new Promise(() => undefined),
    stop: async () => undefined,
  };
}

/**
 * Starts PostgreSQL from npm on a free loopback port with its data in `dataDir`, or turns to an existing server;
 * makes the roles and the database in either case. What the server has acknowledged survives `kill -9` of it and of
 * us; a server left behind by a killed process is found and stopped first.
 * @throws FolderHeldError when another living process runs a server on this folder
 * @throws PlainError when it cannot start for a reason that a person can mend
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const dataDir = resolve(options.dataDir);
  await makeFolder(dataDir);
  const passwordFile = join(dataDir, 'database.json');
  if (options.databaseUrl !== undefined)
    return adoptServer(options.databaseUrl, await keepPasswords(passwordFile));

  const data = join(dataDir, 'postgres');
  if ((await exists(join(data, 'PG_VERSION'))) && !(await exists(passwordFile))) {
    throw new PlainError(
      `${passwordFile} 不见了，没有它打不开已有的数据库。请把它放回来。`,
      `${passwordFile} is missing and the existing database cannot be opened without it: put it back.`,
    );
  }
  const lock = await holdFolder(dataDir, 'database.lock');
  try {
    await makeFolder(join(dataDir, 'log'));
    const database = await startEmbedded({
      data,
      logFile: join(dataDir, 'log', 'postgres.log'),
      passwords: await keepPasswords(passwordFile),
      keep: true,
      log: options.log,
    });
    return {
      ...database,
      async stop() {
        await database.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const THROWAWAY = 'shouwang-throwaway-';

/** Removes what throwaway servers left whose process was killed. */
async function sweepThrowaways(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(THROWAWAY) ? Number(name.slice(THROWAWAY.length).split('-')[0]) : 0;
    if (pid === 0 || lifeOf(pid) !== undefined) continue;
    const folder = join(tmpdir(), name);
    // Several may sweep at once: what one has taken away, the others no longer find.
    const found = await stat(folder).catch(() => undefined);
    if (found?.uid !== process.getuid?.()) continue;
    const data = join(folder, 'postgres');
    if (await exists(data)) await clearTheWay(data).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A server for a test or a rehearsal: empty, quick because it promises nothing about power cuts, gone on `stop`.
 * Roles and the empty database are there; migrations are the caller's wish.
 */
export async function startThrowaway(options: { log?(line: string): void } = {}): Promise<Database> {
  await sweepThrowaways();
  const folder = await mkdtemp(join(tmpdir(), `${THROWAWAY}${process.pid}-`));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    await mkdir(join(folder, 'log'));
    const database = await startEmbedded({
      data: join(folder, 'postgres'),
      logFile: join(folder, 'log', 'postgres.log'),
      passwords: makePasswords(),
      keep: false,
      log: options.log ?? (() => undefined),
    });
    return {
      ...database,
      async stop() {
        await database.stop();
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
