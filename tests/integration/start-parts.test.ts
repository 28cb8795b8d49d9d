import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FolderHeldError, holdFolder } from '@infra/host/lock';
import { lifeOf } from '@infra/host/process';
import { isDiskFull } from '@infra/local/disk';
import { everyMinute } from '@infra/local/every-minute';
import { fingerprint } from '@infra/local/fingerprint';
import { createPages } from '@infra/local/pages';
import { table } from '@infra/local/screen';
import { readSettings } from '@infra/local/settings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the fingerprint of sources', () => {
  const of = () => fingerprint(folder, ['src'], ['lock.json']);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  beforeEach(() => {
    write('lock.json', '{}');
    write('src/pages/a.ts', 'a');
  });

  test.each(['src/.swc/plugins/x', 'src/.cache/weui.css', 'src/dist/a.js', 'src/node_modules/b/c.js'])(
    'does not change by %s, which a build leaves behind',
    async (name) => {
      const before = await of();
      write(name, 'made');
      expect(await of()).toBe(before);
    },
  );

  test.each([
    ['a changed file', 'src/pages/a.ts', 'b'],
    ['a new file', 'src/pages/b.ts', ''],
    ['the list of packages', 'lock.json', '{ }'],
  ])('changes with %s', async (_, name, text) => {
    const before = await of();
    write(name, text);
    expect(await of()).not.toBe(before);
  });
});

describe('the lock of a folder', () => {
  const LOCK = 'some.lock';
  const file = () => join(folder, LOCK);

  test('holds one at a time, and leaves nothing behind', async () => {
    const first = await holdFolder(folder, LOCK);
    await expect(holdFolder(folder, LOCK)).rejects.toThrow(FolderHeldError);
    first.release();
    (await holdFolder(folder, LOCK)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a killed process holds nothing', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const pid = child.pid ?? 0;
    const holder = { pid, life: lifeOf(pid), stopping: false };
    writeFileSync(file(), JSON.stringify(holder));
    await expect(holdFolder(folder, LOCK)).rejects.toMatchObject({ pid });
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    (await holdFolder(folder, LOCK)).release();
  });

  test.each([
    ['names a process number that is in use again', { pid: process.pid, life: 'earlier', stopping: false }],
    ['names nobody', { pid: 2 ** 30, life: 'never', stopping: false }],
  ])('that %s holds nothing', async (_, holder) => {
    writeFileSync(file(), JSON.stringify(holder));
    (await holdFolder(folder, LOCK)).release();
  });

  test('that a power cut left empty holds nothing', async () => {
    writeFileSync(file(), '');
    (await holdFolder(folder, LOCK)).release();
  });

  test('of many at once goes to one', async () => {
    writeFileSync(file(), JSON.stringify({ pid: 2 ** 30, life: 'never', stopping: false }));
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => holdFolder(folder, LOCK)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([LOCK]);
  });

  test('is waited for when its holder says that it is stopping', async () => {
    const first = await holdFolder(folder, LOCK);
    first.stopping();
    const second = holdFolder(folder, LOCK);
    first.release();
    (await second).release();
  });
});

describe('the pages', () => {
  let server: Server;
  let origin: string;
  beforeEach(async () => {
    mkdirSync(join(folder, 'h5', 'js'), { recursive: true });
    writeFileSync(join(folder, 'h5', 'index.html'), '<title>守望</title>');
    writeFileSync(join(folder, 'h5', 'js', 'app.d51a7e69.js'), 'let a = 1;'.repeat(100));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'h5-other.txt'), 'secret');
    const pages = createPages(join(folder, 'h5'), 'http://files.example');
    server = createServer((request, response) => void pages(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  test('come with their type, compressed, and are asked for again', async () => {
    const answer = await fetch(`${origin}/`);
    expect(await answer.text()).toBe('<title>守望</title>');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /default-src 'self'.*connect-src 'self' http:\/\/files\.example/,
    );
    const again = await fetch(`${origin}/`, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test('of which the name holds a hash are kept for good', async () => {
    const answer = await fetch(`${origin}/js/app.d51a7e69.js?v=1`, {
      headers: { 'accept-encoding': 'identity' },
    });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.text()).toHaveLength(1000);
  });

  test('are those of the newest build', async () => {
    await fetch(`${origin}/`);
    writeFileSync(join(folder, 'h5', 'index.html'), '<title>第二版</title>');
    expect(await (await fetch(`${origin}/`)).text()).toBe('<title>第二版</title>');
  });

  test.each([
    '/nothing',
    '/js',
    '/js/',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fh5-other.txt',
    '/%00',
    '/%ff',
  ])('have no %s', async (path) => {
    const answer = await fetch(origin + path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  });

  test('take nothing', async () => {
    expect((await fetch(`${origin}/`, { method: 'POST' })).status).toBe(405);
    const head = await fetch(`${origin}/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('every minute', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('works once a minute, never twice at once, and goes on after a failure', async () => {
    const ends: (() => void)[] = [];
    const errors: unknown[] = [];
    let begun = 0;
    const stop = everyMinute(
      () => {
        begun += 1;
        if (begun === 2) return Promise.reject(new Error('once'));
        return new Promise((resolve) => ends.push(resolve));
      },
      (error) => errors.push(error),
    );
    await jest.advanceTimersByTimeAsync(59_999);
    expect(begun).toBe(0);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(begun).toBe(1);
    ends.shift()?.();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([begun, errors.length]).toEqual([2, 1]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(begun).toBe(3);

    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await jest.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(false);
    ends.shift()?.();
    await stopping;
    await jest.advanceTimersByTimeAsync(600_000);
    expect(begun).toBe(3);
  });
});

describe('settings', () => {
  test('have defaults', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      port: 4100,
      host: '127.0.0.1',
      origin: 'http://127.0.0.1:4100',
      buildPages: true,
    });
    expect(settings.dataDir).toMatch(/\/\.local$/);
    expect(settings.databaseUrl).toBeUndefined();
  });

  test('come from the environment', () => {
    const settings = readSettings({
      PORT: '4200',
      HOST: 'fd00::1',
      DATA_DIR: '/data',
      DATABASE_URL: 'postgres://x',
    });
    expect(settings).toMatchObject({
      port: 4200,
      origin: 'http://[fd00::1]:4200',
      dataDir: '/data',
      databaseUrl: 'postgres://x',
    });
    expect(readSettings({ HOST: '0.0.0.0' }).origin).not.toContain('0.0.0.0');
  });

  test.each(['0', '65536', '-1', '80.5', 'http'])('refuse the port %s', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(/不是端口号/);
  });
});

test('a full disk is known by what the system, PostgreSQL or a tool says', () => {
  expect(isDiskFull(Object.assign(new Error('x'), { code: 'ENOSPC' }))).toBe(true);
  expect(isDiskFull(Object.assign(new Error('x'), { code: '53100' }))).toBe(true);
  expect(
    isDiskFull(new Error('initdb', { cause: new Error('could not write: No space left on device') })),
  ).toBe(true);
  expect(isDiskFull(new Error('x'))).toBe(false);
});

test('a table lines up where characters are two columns wide', () => {
  expect(
    table([
      ['田晓雨', 'a'],
      ['贺明', 'bc'],
    ]),
  ).toEqual(['田晓雨  a', '贺明    bc']);
});
