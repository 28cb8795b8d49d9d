import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startDatabase, startThrowaway } from '@infra/database/server';
import { FolderHeldError } from '@infra/host/lock';
import { PlainError } from '@infra/host/plain-error';
import { processesIn } from '@infra/host/process';
import { Client } from 'pg';

const ROOT = join(__dirname, '..', '..');
const quiet = { log: () => undefined };

jest.setTimeout(60_000);

/** One data folder for all: what it takes time to make is made once. */
let folder: string;
const open: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  // mkdtemp makes a folder that only its owner may enter: as root, a closed home to the server's user.
  folder = mkdtempSync(join(tmpdir(), 'database-'));
  const database = await begin();
  await ask(database.url('owner'), 'CREATE TABLE kept (word text)');
  await stopAll();
});

afterEach(stopAll);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function stopAll() {
  for (const database of open.splice(0).reverse()) await database.stop();
}

async function begin(options: Partial<Parameters<typeof startDatabase>[0]> = {}) {
  const database = await startDatabase({ dataDir: folder, ...quiet, ...options });
  open.push(database);
  return database;
}

async function ask<Row = Record<string, unknown>>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

const servers = () => processesIn(join(folder, 'postgres'), 'postgres', undefined);

const write = (url: string, word: string) => ask(url, `INSERT INTO kept VALUES ('${word}')`);

async function expectKept(word: string) {
  const database = await begin();
  expect(await ask(database.url('owner'), `SELECT word FROM kept WHERE word = '${word}'`)).toEqual([
    { word },
  ]);
}

test('starts as anybody, below any folder, with weak roles and a database that reads Chinese', async () => {
  const database = await begin();
  const roles = await ask(
    database.url('app'),
    `SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS strong
       FROM pg_roles WHERE rolname LIKE 'shouwang%' ORDER BY 1`,
  );
  expect(roles).toEqual([
    { rolname: 'shouwang_app', strong: false },
    { rolname: 'shouwang_owner', strong: false },
  ]);
  await expect(ask(database.url('app'), 'CREATE TABLE x ()')).rejects.toThrow(/permission denied/);
  await ask(database.url('owner'), 'CREATE EXTENSION pg_trgm');
  const [trigrams] = await ask<{ count: number }>(
    database.url('owner'),
    "SELECT cardinality(show_trgm('保康镇'))::int AS count",
  );
  expect(trigrams?.count).toBeGreaterThan(0);
  const [settings] = await ask(
    database.url('admin'),
    "SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS address",
  );
  expect(settings).toEqual({ fsync: 'on', address: '127.0.0.1' });
  expect(statSync(join(folder, 'database.json')).mode & 0o777).toBe(0o600);
});

test('wants its password', async () => {
  const database = await begin();
  const wrong = Object.assign(new URL(database.url('app')), { password: 'guess' }).href;
  await expect(ask(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('keeps its rows over a stop in order, and lets nobody else in meanwhile', async () => {
  const database = await begin();
  await write(database.url('owner'), 'in order');
  await expect(begin()).rejects.toThrow(FolderHeldError);
  await database.stop();
  expect(servers()).toEqual([]);
  await expectKept('in order');
});

test('keeps what it acknowledged when every server process is killed', async () => {
  const database = await begin();
  await write(database.url('owner'), 'killed');
  for (const pid of servers()) process.kill(pid, 'SIGKILL');
  await database.ended;
  await stopAll();
  await expectKept('killed');
});

/** Another process that starts the same data folder, and tells the owner's address. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const script = join(folder, 'elsewhere.ts');
  writeFileSync(
    script,
    `import { startDatabase } from ${JSON.stringify(join(ROOT, 'infra/database/server'))};
     startDatabase({ dataDir: ${JSON.stringify(folder)}, log() {} }).then((d) => console.log(d.url('owner')));`,
  );
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) return { child, url: line };
  throw new Error('did not start');
}

test('its server ends with it when it is killed, and the next start finds every row', async () => {
  const { child, url } = await startElsewhere();
  await write(url, 'starter killed');
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  await expectKept('starter killed');
});

/** The processes whose parent is one of these. */
const childrenOf = (pids: readonly number[]) =>
  pids
    .flatMap((pid) =>
      spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout.split('\n'),
    )
    .map(Number)
    .filter((pid) => pid > 0);

test('an orphaned server, its guard killed too, is stopped by the next start', async () => {
  const { child, url } = await startElsewhere();
  await write(url, 'orphaned');
  const server = servers();
  const guard = childrenOf([child.pid ?? 0]);
  const watcher = childrenOf(guard).filter((pid) => !server.includes(pid));
  for (const pid of [...guard, ...watcher]) process.kill(pid, 'SIGKILL');
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  await expect(ask(url, 'SELECT 1')).resolves.toHaveLength(1);

  await expectKept('orphaned');
  await expect(ask(url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a pid file that now names some other program does not block the start', async () => {
  const database = await begin();
  await write(database.url('owner'), 'pid file');
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  const content = readFileSync(pidFile, 'utf8');
  await database.stop();
  writeFileSync(pidFile, content.replace(/^\d+/, String(process.pid)));
  await expectKept('pid file');
});

test('a first start that was cut off leaves nothing in the way', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'database-'));
  mkdirSync(join(fresh, 'postgres.new-cut'));
  const database = await begin({ dataDir: fresh });
  expect(readdirSync(fresh).filter((name) => name.startsWith('postgres.'))).toEqual([]);
  await database.stop();
  rmSync(fresh, { recursive: true });
});

test('data without their password are not touched', async () => {
  const file = join(folder, 'database.json');
  const kept = readFileSync(file);
  rmSync(file);
  await expect(begin()).rejects.toThrow(PlainError);
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, kept);
});

test('says in one sentence why the server did not start', async () => {
  const file = join(folder, 'postgres', 'postgresql.auto.conf');
  const kept = readFileSync(file);
  writeFileSync(file, 'no_such_setting = 1\n');
  await expect(begin()).rejects.toThrow(/postgres\.log/);
  writeFileSync(file, kept);
  await begin();
});

describe('an existing server', () => {
  // These touch neither the server in `folder` nor its password file.
  let elsewhere: string;
  beforeEach(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'database-'));
  });
  afterEach(() => rmSync(elsewhere, { recursive: true }));

  test('is used through a login that may make roles and databases, and need be no superuser', async () => {
    const host = await startThrowaway();
    open.push(host);
    await ask(host.url('admin'), 'DROP DATABASE shouwang');
    await ask(host.url('admin'), 'DROP ROLE shouwang_app; DROP ROLE shouwang_owner');
    await ask(host.url('admin'), "CREATE ROLE dba LOGIN CREATEDB CREATEROLE PASSWORD 'x'");
    const databaseUrl = `postgres://dba:x@127.0.0.1:${host.port}/postgres`;
    for (let start = 1; start <= 2; start += 1) {
      const database = await begin({ dataDir: elsewhere, databaseUrl });
      const [row] = await ask(
        database.url('app'),
        'SELECT current_user AS who, current_database() AS what, rolsuper AS strong FROM pg_roles WHERE rolname = current_user',
      );
      expect(row).toEqual({ who: 'shouwang_app', what: 'shouwang', strong: false });
      await ask(database.url('owner'), 'CREATE TABLE IF NOT EXISTS mine ()');
    }
  });

  test('is refused when the application could look past row-level security', async () => {
    const host = await startThrowaway();
    open.push(host);
    await ask(host.url('admin'), 'ALTER ROLE shouwang_app BYPASSRLS');
    await expect(begin({ dataDir: elsewhere, databaseUrl: host.url('admin') })).rejects.toThrow(PlainError);
  });
});

describe('a throwaway server', () => {
  const leftovers = () =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`shouwang-throwaway-${process.pid}-`));

  test('is gone after stop', async () => {
    const before = leftovers();
    const database = await startThrowaway();
    expect(leftovers()).toHaveLength(before.length + 1);
    await database.stop();
    expect(leftovers()).toEqual(before);
  });

  test('of a killed process is swept away by the next', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    const left = join(tmpdir(), `shouwang-throwaway-${gone.pid}-abc`);
    mkdirSync(join(left, 'log'), { recursive: true });
    open.push(await startThrowaway());
    expect(existsSync(left)).toBe(false);
  });
});
