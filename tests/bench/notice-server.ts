/** One of the three servers of notices.ts: `ours`, `bare` or `query`. Says its port and serves until it is killed. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@functions/adapters/clock';
import { createKeys } from '@functions/adapters/keys';
import { openDatabase } from '@functions/adapters/postgres/scoped';
import { createHttpDoor } from '@functions/runtime/http';
import { createPipeline } from '@functions/runtime/pipeline';
import { createQuickDoor } from '@functions/runtime/quick-door';
import { getRequestListener } from '@hono/node-server';
import { newKeyMaterial } from '@tests/support/stand-ins';
import { Pool } from 'pg';
import { benchAdapters } from './adapters';

const [kind] = process.argv.slice(2);
const { APP_URL = '', ADMIN_URL = '', NOTICE = '' } = process.env;
/** No ceiling is under test here. */
const NO_CEILING = 1e9;

/** Everything that `npm start` and a cloud put before the answer. */
function ours(): http.RequestListener {
  const pool = openDatabase({ url: APP_URL });
  const local = { ...systemClock, moved: false, move: async () => undefined };
  const adapters = { ...benchAdapters(pool, local, createKeys(newKeyMaterial())), local: undefined };
  const pipeline = createPipeline(adapters, { profile: 'cloud', rateFactor: NO_CEILING });
  const quick = createQuickDoor(pipeline);
  const common = getRequestListener(createHttpDoor(pipeline).fetch);
  return (request, response) => {
    if (!quick(request, response)) void common(request, response);
  };
}

/** The answer of ours, taken once: body and headers. */
async function taken(): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const server = http.createServer(ours());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const get = () =>
    fetch(`http://127.0.0.1:${port}/api/notices/${NOTICE}`, { headers: { connection: 'close' } });
  await (await get()).arrayBuffer();
  const response = await get();
  const body = Buffer.from(await response.arrayBuffer());
  const { date: _, connection: __, 'keep-alive': ___, ...headers } = Object.fromEntries(response.headers);
  server.close();
  return { body, headers };
}

async function bare(): Promise<http.RequestListener> {
  const { body, headers } = await taken();
  const lines = Object.entries(headers).flat();
  return (_request, response) => {
    response.writeHead(200, lines);
    response.end(body);
  };
}

function query(): http.RequestListener {
  const pool = new Pool({ connectionString: ADMIN_URL, max: 20 });
  const one = {
    name: 'one',
    text: 'SELECT content FROM notice WHERE county = $1 AND id = $2',
    values: [NOTICE.slice(0, 6), NOTICE],
  };
  return (_request, response) => {
    pool.query(one).then(
      ({ rows }) => {
        const body = Buffer.from(JSON.stringify(rows[0].content));
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
        response.end(body);
      },
      () => response.writeHead(500).end(),
    );
  };
}

async function main(): Promise<void> {
  const listener = kind === 'ours' ? ours() : kind === 'bare' ? await bare() : query();
  const server = http.createServer(listener);
  server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
}

void main();
