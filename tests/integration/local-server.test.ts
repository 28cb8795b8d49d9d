import { FIRST_VILLAGE } from '@functions/runtime/demo';
import type { LocalServer, LocalServerOptions } from '@functions/runtime/local';
import { createLocalServer } from '@functions/runtime/local';
import { REPORT } from '@tests/support/f01';
import { startTestDatabase, type TestDatabase } from '@tests/support/stack';
import { newKeyMaterial } from '@tests/support/stand-ins';

jest.setTimeout(60_000);

/** The local stack's API as `npm start` makes it, over HTTP. */

let database: TestDatabase;
let options: LocalServerOptions;
let server: LocalServer;

beforeAll(async () => {
  database = await startTestDatabase();
  options = {
    databaseUrl: database.appUrl,
    storage: {
      endpoint: 'http://127.0.0.1:4100/storage',
      accessKey: 'x',
      secretKey: 'y',
      bucket: 'attachments',
    },
    secrets: newKeyMaterial(),
  };
  server = await createLocalServer(options);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

let request = 0;
async function ask<T = Record<string, unknown>>(method: string, path: string, body?: object, token?: string) {
  request += 1;
  const response = await server.fetch(
    new Request(`http://127.0.0.1:4100${path}`, {
      method,
      headers: {
        'x-request-id': `request-${request}`,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  return { status: response.status, body: (await response.json()) as T };
}

test('the demo is seeded, and one click on a link signs in', async () => {
  const people = await server.seedDemo();
  expect(await server.seedDemo()).toEqual(people);
  const cadre = people.find(({ name }) => name === '李春梅');
  expect(cadre?.link).toMatch(/^http:\/\/127\.0\.0\.1:4100\/#\//);
  const token = new URL(cadre?.link.replace('#/', '') ?? '').searchParams.get('token');
  const { status, body } = await ask<{ session: string; me: { name: string } }>('POST', '/api/session', {
    token,
  });
  expect(status).toBe(200);
  expect(body.me.name).toBe('李春梅');
  const queue = await ask('GET', '/api/reviews?tab=OVERDUE&limit=20', undefined, body.session);
  expect(queue).toMatchObject({ status: 200, body: { rows: [] } });
  expect((await ask('GET', '/api/reviews?limit=0', undefined, body.session)).status).toBe(422);
});

test('the clock moves, runs on, survives a new start, and comes back', async () => {
  const moved = await ask('POST', '/api/local/clock', { to: '2026-03-02T09:10:00+08:00' });
  expect(moved).toMatchObject({ status: 200, body: { today: '2026-03-02', moved: true } });
  await server.close();
  server = await createLocalServer(options);
  const { body } = await ask<{ now: string; moved: boolean }>('GET', '/api/local/clock');
  expect(body).toMatchObject({ moved: true, now: expect.stringMatching(/^2026-03-02T01:1/) });
  expect(await ask('POST', '/api/local/clock', { to: null })).toMatchObject({ body: { moved: false } });
  expect((await ask('POST', '/api/local/clock', { to: '2026-02-30T00:00:00Z' })).status).toBe(422);
});

test('moving the clock signs nobody out', async () => {
  const people = await server.seedDemo();
  const token = new URL(people[0]?.link.replace('#/', '') ?? '').searchParams.get('token');
  const { body } = await ask<{ session: string }>('POST', '/api/session', { token });
  await ask('POST', '/api/local/clock', { to: '2031-01-01T00:00:00Z' });
  expect(await ask('GET', '/api/me', undefined, body.session)).toMatchObject({ body: { signedIn: true } });
  await ask('POST', '/api/local/clock', { to: null });
});

test('a report that was acknowledged is there after a new start', async () => {
  const people = await server.seedDemo();
  const token = new URL(people[0]?.link.replace('#/', '') ?? '').searchParams.get('token');
  const { body } = await ask<{ session: string }>('POST', '/api/session', { token });
  const sent = await ask<{ case: { id: string } }>('POST', '/api/applications', REPORT, body.session);
  expect(sent.status).toBe(200);
  await server.close();
  server = await createLocalServer(options);
  const found = await ask('GET', `/api/applications/${sent.body.case.id}`, undefined, body.session);
  expect(found).toMatchObject({
    status: 200,
    body: { case: { headName: '田有福', village: FIRST_VILLAGE } },
  });
});

test('the timers run, and the documents are there', async () => {
  await server.tick();
  expect((await server.fetch(new Request('http://x/openapi.json'))).status).toBe(200);
  expect((await server.fetch(new Request('http://x/docs'))).status).toBe(200);
  expect(await ask('GET', '/api/nothing')).toMatchObject({ status: 404 });
});
