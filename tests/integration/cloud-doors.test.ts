import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { deploy } from '@functions/runtime/deployment';
import { VARIABLES } from '@functions/runtime/variables';
import { cloudbaseConfig } from '@infra/cloudbase/generate';
import { freePort } from '@infra/host/port';
import { type Office, openOffice } from '@tests/support/office';
import { newKeyMaterial } from '@tests/support/stand-ins';
import { parse } from 'yaml';

/** The doors of the clouds, with the bundles that are deployed, without a network or an account. */

const ROOT = join(__dirname, '..', '..');
// Below the repository, so that the packages beside a bundle are found.
const OUT = join(ROOT, 'functions', 'dist', `test-${process.pid}`);
const keys = newKeyMaterial();

let office: Office;
let env: Record<string, string>;

beforeAll(async () => {
  office = await openOffice({ keys });
  env = {
    DATABASE_URL: office.database.appUrl,
    S3_BUCKET: 'attachments',
    S3_ACCESS_KEY_ID: 'x',
    S3_SECRET_ACCESS_KEY: 'y',
    FIELD_KEYS: `k1:${keys.fieldKeys.k1}`,
    ACTIVE_FIELD_KEY: 'k1',
    BLIND_INDEX_KEY: keys.blindIndexKey,
    SESSION_KEY: keys.sessionKey,
  };
  execFileSync(process.execPath, [join(ROOT, 'functions/runtime/build.cjs'), OUT]);
});
afterAll(async () => {
  await office.close();
  rmSync(OUT, { recursive: true, force: true });
});

describe('CloudBase', () => {
  let framework: ChildProcess;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    framework = spawn(
      process.execPath,
      [
        join(dirname(require.resolve('@cloudbase/functions-framework')), '../bin/tcb-ff.js'),
        `--source=${join(OUT, 'api')}`,
        `--port=${port}`,
      ],
      // It writes its log below the folder that it stands in.
      { cwd: OUT, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    for await (const line of createInterface({ input: framework.stdout as NodeJS.ReadableStream }))
      if (line.includes(String(port))) break;
    framework.stdout?.resume();
    framework.stderr?.resume();
  });
  afterAll(async () => {
    framework.kill();
    if (framework.exitCode === null) await once(framework, 'exit');
  });

  const call = async (event: object) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(event),
    });
    return (await response.json()) as { status: number; body: Record<string, unknown> };
  };

  test('the bundle of the api function answers under CloudBase’s own framework', async () => {
    expect(await call({ operation: 'accounts.me', input: {} })).toMatchObject({
      status: 200,
      body: { signedIn: false },
    });
    const { body } = await call({ operation: 'regions.search', input: { text: '保西' } });
    expect(JSON.stringify(body)).toContain('保西村');
  });

  test('without an openid nobody is signed in, and the local stack’s operations are not there', async () => {
    expect(await call({ operation: 'reviews.queue', input: {}, openid: 'o-wu' })).toMatchObject({
      status: 401,
    });
    expect(await call({ operation: 'local.people', input: {} })).toMatchObject({ status: 404 });
  });

  test('its configuration names each function, its bundle, its timer and every variable', () => {
    const config = cloudbaseConfig({ ...env, ENV_ID: 'env-1', VPC_ID: 'vpc-1', SUBNET_ID: 'subnet-1' });
    expect(config.envId).toBe('env-1');
    expect(config.functions.map(({ name, handler }) => [name, handler])).toEqual([
      ['api', 'index.main'],
      ['timer', 'index.main'],
    ]);
    for (const { dir, envVariables, vpc } of config.functions) {
      const beside = JSON.parse(readFileSync(join(OUT, dir, 'package.json'), 'utf8'));
      expect(beside.main).toBe('index.js');
      // The library that looks at photos is installed beside the bundle, for the machine there.
      expect(beside.dependencies).toHaveProperty('sharp');
      expect(Object.keys(envVariables)).toEqual([...VARIABLES]);
      expect(vpc).toEqual({ vpcId: 'vpc-1', subnetId: 'subnet-1' });
    }
    const timers = config.functions.flatMap(({ triggers }) => triggers.map((trigger) => trigger.config));
    expect(timers).toEqual(['0 * * * * * *']);
  });

  test('the timer’s bundle runs the timers; a client that calls it by name does not', async () => {
    const run = (context: object) =>
      new Promise<string>((resolve) => {
        const script = `require(process.argv[1]).main({}, JSON.parse(process.argv[2])).then(() => process.exit(0))`;
        const child = spawn(process.execPath, ['-e', script, join(OUT, 'timer'), JSON.stringify(context)], {
          env: { PATH: process.env.PATH, ...env },
        });
        let text = '';
        child.stdout.on('data', (data) => {
          text += data;
        });
        child.once('exit', (code) => resolve(`${code} ${text}`));
      });
    const context = (environment: object) => ({ environment: JSON.stringify(environment) });
    expect(await run(context({ TRIGGER_SRC: 'timer' }))).toMatch(
      /^0 .*"operation":"timers.tick","status":200/,
    );
    expect(await run(context({ WX_OPENID: 'o-wu', WX_CONTEXT_KEYS: 'WX_OPENID' }))).toBe('0 ');
  });
});

describe('Lambda', () => {
  const before = { ...process.env };
  beforeAll(() => {
    Object.assign(process.env, env);
  });
  afterAll(async () => {
    const { deployment } = await import('@functions/runtime/deployment');
    await deployment().adapters.database.close();
    process.env = before;
  });

  const event = (method: string, rawPath: string, more: object = {}) => ({
    version: '2.0',
    routeKey: `${method} ${rawPath}`,
    rawPath,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', 'x-request-id': 'request-1' },
    isBase64Encoded: false,
    body: null,
    requestContext: {
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '198.51.100.77', userAgent: 'test' },
      domainName: 'example.test',
    },
    ...more,
  });

  test('the handler answers the gateway’s events, counts strangers by the gateway’s address', async () => {
    const { handler } = await import('@functions/runtime/lambda');
    const ask = async (given: object) =>
      (await handler(given as never, {} as never)) as unknown as { statusCode: number; body: string };
    const me = await ask(event('GET', '/api/me'));
    expect(me.statusCode).toBe(200);
    expect(JSON.parse(me.body)).toMatchObject({ signedIn: false });
    const wrong = await ask(event('POST', '/api/session', { body: JSON.stringify({ token: 'guess' }) }));
    expect(wrong.statusCode).toBe(403);
    expect((await ask(event('POST', '/api/timers/tick'))).statusCode).toBe(404);
    expect((await ask(event('GET', '/api/local/people'))).statusCode).toBe(404);
    const counted = await office.database.look(
      "SELECT 1 FROM rate_counter WHERE key = 'accounts.me @198.51.100.77'",
    );
    expect(counted).toHaveLength(1);
  });

  test('the scheduled function runs the timers', async () => {
    const { tick } = await import('@functions/runtime/lambda');
    await office.database.look("INSERT INTO rate_counter VALUES ('old', 1, 1)");
    await tick();
    expect(await office.database.look("SELECT 1 FROM rate_counter WHERE key = 'old'")).toEqual([]);
  });

  test('serverless.yml tells its functions every variable, and names doors that are there', () => {
    const config = parse(readFileSync(join(ROOT, 'serverless.yml'), 'utf8'));
    expect(Object.keys(config.provider.environment)).toEqual([...VARIABLES]);
    expect(config.functions.api.events).toEqual([{ httpApi: { method: '*', path: '/api/{proxy+}' } }]);
    expect(Object.values<{ handler: string }>(config.functions).map(({ handler }) => handler)).toEqual([
      'functions/runtime/lambda.handler',
      'functions/runtime/lambda.tick',
    ]);
  });

  test('it packages without a network or an account', async () => {
    const child = spawn(
      process.execPath,
      [join(ROOT, 'node_modules/serverless/bin/serverless.js'), 'package', '--package', join(OUT, 'package')],
      {
        cwd: ROOT,
        env: {
          PATH: process.env.PATH,
          HOME: OUT,
          http_proxy: 'http://127.0.0.1:1',
          https_proxy: 'http://127.0.0.1:1',
        },
        stdio: 'pipe',
      },
    );
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        text += data;
      });
    const [code] = await once(child, 'exit');
    expect([code, text]).toEqual([0, expect.stringContaining('Service packaged')]);
    // The names of a zip's files stand in it as they are.
    const zip = readFileSync(join(OUT, 'package', 'api.zip'));
    for (const file of [
      'sharp/package.json',
      '@img/sharp-',
      '@img/sharp-libvips-',
      'detect-libc/package.json',
    ])
      expect([file, zip.includes(`node_modules/${file}`)]).toEqual([file, true]);
  }, 180_000);
});

test('a deployment that is told too little says what is missing, and nothing of what is there', () => {
  for (const name of [
    'DATABASE_URL',
    'S3_BUCKET',
    'FIELD_KEYS',
    'ACTIVE_FIELD_KEY',
    'BLIND_INDEX_KEY',
    'SESSION_KEY',
  ]) {
    const poor = { ...env, [name]: '' };
    expect(() => deploy(poor)).toThrow(`${name} is not set`);
  }
  expect(() => deploy({ ...env, SESSION_KEY: 'c2hvcnQ=' })).toThrow(/session key needs 32 bytes/);
  expect(() => deploy({ ...env, ACTIVE_FIELD_KEY: 'k9' })).toThrow(/No field key k9/);
});
