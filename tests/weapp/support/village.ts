import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { LocalServer } from '@functions/runtime/local';
import { createLocalServer } from '@functions/runtime/local';
import type { Env } from '@functions/runtime/variables';
import { getRequestListener } from '@hono/node-server';
import { createObjectStore } from '@infra/storage/embedded';
import type { DemoPerson, InputOf, OperationNamed, OutputOf } from '@shared/contract';
import { type OperationName, pathFields, routeOf } from '@shared/contract/routes';
import { startTestDatabase, type TestDatabase } from '@tests/support/stack';
import { newKeyMaterial } from '@tests/support/stand-ins';
import { type Line, openLine } from './line';

/** The real local stack on a database of its own: the API, the object store, the invented people of the demo county. */

export interface Village {
  line: Line;
  database: TestDatabase;
  people: readonly DemoPerson[];
  /** The same village for a function that is told of it by its environment (functions/runtime/variables.ts). */
  environment: Env;
  /** The token of a person's sign-in link. */
  tokenOf(name: string): string;
  /** Calls an operation as a person, past the phone and its line. Throws unless the answer is 200. */
  ask<N extends OperationName>(
    name: string,
    operation: N,
    input: InputOf<OperationNamed<N>>,
  ): Promise<OutputOf<OperationNamed<N>>>;
  close(): Promise<void>;
}

const BUCKET = 'attachments';
const STORAGE_KEYS = { accessKey: 'PHONETEST', secretKey: 'phone-test' };

/** Opens the village. `port` is where the phone finds it, 0 for any. */
export async function openVillage(port = 0): Promise<Village> {
  const database = await startTestDatabase();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'village-'));
  const store = createObjectStore({ dir: path.join(dataDir, 'objects'), ...STORAGE_KEYS, now: Date.now });
  const secrets = newKeyMaterial();
  let api: LocalServer | undefined;
  const toApi = getRequestListener((request) => api?.fetch(request) ?? new Response(null, { status: 503 }));
  const server = http.createServer((request, response) => {
    if (request.url?.startsWith('/storage/')) void store.handler(request, response);
    else void toApi(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const inside = (server.address() as AddressInfo).port;
  const line = await openLine(port, () => inside);
  api = await createLocalServer({
    databaseUrl: database.appUrl,
    storage: { endpoint: `${line.origin}/storage`, bucket: BUCKET, ...STORAGE_KEYS },
    secrets,
  });
  const people = await api.seedDemo();

  const sessions = new Map<string, Promise<string>>();
  const tokenOf = (name: string) => {
    const link = people.find((person) => person.name === name)?.link ?? '';
    return new URLSearchParams(link.split('?')[1]).get('token') ?? '';
  };
  const sessionOf = (name: string) => {
    const known =
      sessions.get(name) ??
      send(inside, undefined, 'accounts.signIn', { token: tokenOf(name) }).then(
        (answer) => (answer as OutputOf<OperationNamed<'accounts.signIn'>>).session,
      );
    sessions.set(name, known);
    return known;
  };
  return {
    line,
    database,
    people,
    environment: {
      DATABASE_URL: database.appUrl,
      S3_ENDPOINT: `${line.origin}/storage`,
      S3_BUCKET: BUCKET,
      S3_ACCESS_KEY_ID: STORAGE_KEYS.accessKey,
      S3_SECRET_ACCESS_KEY: STORAGE_KEYS.secretKey,
      FIELD_KEYS: Object.entries(secrets.fieldKeys)
        .map(([id, key]) => `${id}:${key}`)
        .join(','),
      ACTIVE_FIELD_KEY: secrets.activeKeyId,
      BLIND_INDEX_KEY: secrets.blindIndexKey,
      SESSION_KEY: secrets.sessionKey,
    },
    tokenOf,
    ask: async (name, operation, input) =>
      (await send(inside, await sessionOf(name), operation, input)) as never,
    async close() {
      line.close();
      server.closeAllConnections();
      server.close();
      await api?.close();
      await database.drop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function send(
  port: number,
  session: string | undefined,
  operation: OperationName,
  input: object,
): Promise<unknown> {
  const { method, path: template } = routeOf(operation);
  const fields = input as Record<string, unknown>;
  const route = pathFields(template).reduce(
    (filled, field) => filled.replace(`{${field}}`, encodeURIComponent(String(fields[field]))),
    template,
  );
  const query = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  const answer = await fetch(`http://127.0.0.1:${port}/api${route}${method === 'GET' ? `?${query}` : ''}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(session !== undefined && { authorization: `Bearer ${session}` }),
      ...(method === 'POST' && { 'x-request-id': randomUUID() }),
    },
    body: method === 'POST' ? JSON.stringify(input) : undefined,
  });
  const body: unknown = await answer.json();
  if (answer.status !== 200) throw new Error(`${operation}: ${answer.status} ${JSON.stringify(body)}`);
  return body;
}
