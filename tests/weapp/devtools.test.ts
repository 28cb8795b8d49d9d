import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Phone } from './support/phone';
import { JOURNEY_MS, onDevtools, withPhone } from './support/phone-for-tests';

/** The suites hold for WeChat DevTools: they know their endpoint and nothing else. Without a place to run they fail. */

jest.setTimeout(JOURNEY_MS);

const inOurHost = onDevtools ? test.skip : test;
const ROOT = path.resolve(__dirname, '../..');

/** Runs a suite as its README says, at this endpoint. */
async function runSuite(suite: string, endpoint: string): Promise<{ code: number; output: string }> {
  const jestBin = require.resolve('jest/bin/jest');
  const child = spawn(process.execPath, [jestBin, '--selectProjects', 'weapp', '--runInBand', '--', suite], {
    cwd: ROOT,
    env: { ...process.env, WECHAT_DEVTOOLS_WS: endpoint, FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text;
    });
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

inOurHost('a suite runs unchanged at the endpoint that WECHAT_DEVTOOLS_WS names', () =>
  withPhone({}, async ({ host }) => {
    const { code, output } = await runSuite('tests/weapp/start.test.ts', host?.wsEndpoint ?? '');
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toMatch(/Tests: +(\d+) passed, \1 total/);
  }),
);

inOurHost('where nobody listens, it fails and says where it looked', () =>
  expect(Phone.connect('ws://127.0.0.1:9', 100)).rejects.toThrow('ws://127.0.0.1:9'),
);

inOurHost('without a Chromium and without DevTools it fails and says so', async () => {
  const before = process.env.CHROMIUM_PATH;
  process.env.CHROMIUM_PATH = '/nowhere/chromium';
  try {
    await expect(withPhone({}, async () => undefined)).rejects.toThrow(
      'no Chromium starts for our host, and WECHAT_DEVTOOLS_WS names no WeChat DevTools',
    );
  } finally {
    if (before === undefined) delete process.env.CHROMIUM_PATH;
    else process.env.CHROMIUM_PATH = before;
  }
});
