import { spawnSync } from 'node:child_process';
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
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { freePort } from '@infra/host/port';
import { processesIn } from '@infra/host/process';
import { type LocalStack, launchStack } from '@tests/support/local-stack';
import { Client } from 'pg';

jest.setTimeout(180_000);

let dataDir: string;
let port: number;
const stacks: LocalStack[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'stack-'));
  port = await freePort();
});

afterEach(async () => {
  for (const stack of stacks.splice(0)) {
    stack.kill('SIGKILL');
    await stack.exited;
  }
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** `npm start` without the builds, which have tests of their own. */
function launch(env: NodeJS.ProcessEnv = {}, nodeArgs: string[] = []): LocalStack {
  const stack = launchStack({ dataDir, port }, env, nodeArgs);
  stacks.push(stack);
  return stack;
}

async function ready(): Promise<LocalStack> {
  const stack = launch();
  await stack.ready;
  return stack;
}

/** The owner's connection to the stack's own database, from what it keeps in its folder. */
async function connect(): Promise<Client> {
  const { owner } = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8'));
  const databasePort = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  const client = new Client({
    connectionString: `postgres://shouwang_owner:${owner}@127.0.0.1:${databasePort}/shouwang`,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function s3(): S3Client {
  const { storage } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'));
  return new S3Client({
    endpoint: `http://127.0.0.1:${port}/storage`,
    region: 'local',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: storage.accessKey, secretAccessKey: storage.secretKey },
  });
}

const servers = () => processesIn(join(dataDir, 'postgres'), 'postgres', undefined);

test('starts step by step, serves on one port, and Ctrl-C ends everything it started', async () => {
  const stack = await ready();
  const steps = stack.output().match(/^\[\d\/8\] .+ … \d+\.\d s$/gm);
  expect(steps?.map((line) => line.slice(1, 4))).toEqual([
    '1/8',
    '2/8',
    '3/8',
    '4/8',
    '5/8',
    '6/8',
    '7/8',
    '8/8',
  ]);
  expect(stack.output()).toMatch(new RegExp(`^ready http://127\\.0\\.0\\.1:${port}$`, 'm'));
  for (const name of ['secrets.json', 'database.json']) {
    expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
  }

  const status = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  expect(await status('/storage/attachments')).toBe(403);
  expect(await status('/no/such/page')).toBe(404);
  expect(await status('/..%2f..%2fpackage.json')).toBe(404);
  expect(servers().length).toBeGreaterThan(0);

  stack.kill('SIGINT');
  expect(await stack.exited).toBe(0);
  expect(servers()).toEqual([]);
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.lock'))).toEqual([]);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('a kill -9 of everything, whenever it comes, loses nothing that was acknowledged', async () => {
  const acknowledged: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const stack = await ready();
    const client = await connect();
    await client.query('CREATE TABLE IF NOT EXISTS receipt (n int PRIMARY KEY)');
    const { rows } = await client.query<{ n: number }>('SELECT n FROM receipt ORDER BY n');
    expect(rows.map(({ n }) => n)).toEqual(expect.arrayContaining(acknowledged));
    for (const n of acknowledged) {
      const stored = await s3().send(new GetObjectCommand({ Bucket: 'receipts', Key: `r/${n}` }));
      expect(await stored.Body?.transformToString()).toBe(String(n));
    }

    const store = s3();
    const last = (round + 1) * 10;
    const killAt = last - round * 2;
    for (let n = last - 9; n <= last; n += 1) {
      try {
        await client.query('INSERT INTO receipt VALUES ($1)', [n]);
        await store.send(new PutObjectCommand({ Bucket: 'receipts', Key: `r/${n}`, Body: String(n) }));
        acknowledged.push(n);
        if (n === killAt) stack.kill('SIGKILL');
      } catch {
        break; // Not acknowledged: the sender knows that it must send again.
      }
    }
    await client.end().catch(() => undefined);
    await stack.exited;
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(28);
});

test('a kill -9 of the launcher alone takes the rest down in order, and the next start waits for that', async () => {
  const stack = await ready();
  process.kill(stack.child.pid ?? 0, 'SIGKILL');
  await ready();
});

test('a second stack on the same data is refused in one sentence, and the first goes on', async () => {
  await ready();
  const second = launch({ PORT: String(await freePort()) });
  expect(await second.exited).toBe(1);
  expect(second.output()).toMatch(
    /^数据文件夹 .+ 正被另一个进程（\d+）使用.+ \/ .+ is in use by process \d+.+\n$/,
  );
  expect((await fetch(`http://127.0.0.1:${port}/storage/attachments`)).status).toBe(403);
});

test('a busy port is one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const stack = launch();
  expect(await stack.exited).toBe(1);
  expect(stack.output()).toMatch(
    new RegExp(`^端口 ${port} 已被别的程序占用.+ / Port ${port} is in use.+\n$`),
  );
  await new Promise((resolve) => other.close(resolve));
});

test('a port that is none is one sentence', async () => {
  const stack = launch({ PORT: '70000' });
  expect(await stack.exited).toBe(1);
  expect(stack.output()).toMatch(/^PORT=70000 不是端口号.+\n$/);
});

test('an old Node is one sentence', async () => {
  const fake = join(dataDir, 'old-node.cjs');
  writeFileSync(fake, "Object.defineProperty(process.versions, 'node', { value: '20.10.0' });");
  const stack = launch({}, ['--require', fake]);
  expect(await stack.exited).toBe(1);
  expect(stack.output()).toMatch(
    /^Node 20\.10\.0 太旧.+ \/ Node 20\.10\.0 is too old: install Node 20\.11 or later\.\n$/,
  );
});

test('keys that are gone while the data are there are one sentence, and no new keys are made', async () => {
  const file = join(dataDir, 'secrets.json');
  const kept = readFileSync(file);
  rmSync(file);
  const stack = launch();
  expect(await stack.exited).toBe(1);
  expect(stack.output()).toMatch(/secrets\.json 不见了.+\n$/);
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, kept, { mode: 0o600 });
});

test('what nobody foresaw is one sentence and a log file, never a stack', async () => {
  const odd = mkdtempSync(join(tmpdir(), 'stack-'));
  writeFileSync(join(odd, 'secrets.json'), 'not json');
  const stack = launch({ DATA_DIR: odd });
  expect(await stack.exited).toBe(1);
  expect(stack.output()).toMatch(/出了意外.+local\.log。 \/ .+\n$/);
  expect(stack.output()).not.toMatch(/^\s+at /m);
  expect(readFileSync(join(odd, 'log', 'local.log'), 'utf8')).toMatch(/SyntaxError/);
  rmSync(odd, { recursive: true });
});

/** A disk of a few megabytes, where this machine lets us make one. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=50m', 'tmpfs', folder]);
  if (status === 0) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

const disk = mountSmallDisk();

(disk ? test : test.skip)('a full disk is one sentence', async () => {
  const folder = join(disk ?? '', 'data');
  mkdirSync(folder);
  const stack = launch({ DATA_DIR: folder });
  expect(await stack.exited).toBe(1);
  expect(stack.output()).toMatch(/^磁盘满了，只剩 \d+ MB.+ \/ The disk is full.+\n$/);
});

afterAll(() => {
  if (!disk) return;
  spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});
