import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Wechat } from '@functions/adapters/wechat';
import { createLocalServer } from '@functions/runtime/local';
import { getRequestListener } from '@hono/node-server';
import { createObjectStore } from '@infra/storage/embedded';
import { startTestDatabase, type TestDatabase } from '@tests/support/stack';
import { newKeyMaterial } from '@tests/support/stand-ins';
import { openWireOffice, type WireOffice } from '@tests/support/wire-office';
import { type Cloudbase, callFunction, openCloudbase } from './cloudbase';
import { type Line, openLine } from './line';

/** The real local stack on a database of its own: the API, the object store, the invented people of the demo county. */

export interface Village {
  /** The phone's way to it. */
  line: Line;
  /** What others do there meanwhile, past the phone and its line. */
  office: WireOffice;
  /** Its door in CloudBase; undefined where phones come over HTTP. */
  cloud?: CloudDoor;
  /** Its database, as the server sees it. */
  databaseUrl: string;
  close(): Promise<void>;
}

/** `wx.cloud.callFunction` of the one phone, past the line like everything else. */
export interface CloudDoor {
  callFunction(name: string, data: unknown): Promise<unknown>;
  /** Gives the phone to an invented person: from now on WeChat tells of the calls that they are this person's. */
  giveTo(person: string): Promise<void>;
}

const BUCKET = 'attachments';
const STORAGE_KEYS = { accessKey: 'PHONETEST', secretKey: 'phone-test' };

/** A new WeChat account; who the phone belongs to until `giveTo` says otherwise. */
const STRANGER = 'openid-of-an-invented-person';

/** Where the line leads a call of a function, rather than to the API. */
const CLOUD = '/cloud';

/** Opens the village. `port` is where the phone finds it, 0 for any; with `cloudbase` it is asked there. */
export async function openVillage(port = 0, cloudbase = false, wechat?: Wechat): Promise<Village> {
  const database = await startTestDatabase();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'village-'));
  const secrets = newKeyMaterial();
  const store = createObjectStore({ dir: path.join(dataDir, 'objects'), ...STORAGE_KEYS, now: Date.now });

  // The store is known to the API by the line's address, so the line is there before the API.
  let inside = 0;
  let functions: Cloudbase | undefined;
  const line = await openLine(port, () => inside);
  const endpoint = `${line.origin}/storage`;
  const api = await createLocalServer({
    databaseUrl: database.appUrl,
    storage: { endpoint, bucket: BUCKET, ...STORAGE_KEYS },
    secrets,
    ...(wechat && { wechat }),
  });
  const toApi = getRequestListener((request) => api.fetch(request));
  const server = http.createServer((request, response) => {
    if (request.url?.startsWith('/storage/')) void store.handler(request, response);
    else if (functions && request.url?.startsWith(CLOUD)) passOn(request, response, functions.port);
    else if (!api.quick(request, response)) void toApi(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  inside = (server.address() as AddressInfo).port;
  await api.seedDemo();

  functions = cloudbase
    ? await openCloudbase({
        DATABASE_URL: database.appUrl,
        S3_ENDPOINT: endpoint,
        S3_BUCKET: BUCKET,
        S3_ACCESS_KEY_ID: STORAGE_KEYS.accessKey,
        S3_SECRET_ACCESS_KEY: STORAGE_KEYS.secretKey,
        FIELD_KEYS: Object.entries(secrets.fieldKeys)
          .map(([id, key]) => `${id}:${key}`)
          .join(','),
        ACTIVE_FIELD_KEY: secrets.activeKeyId,
        BLIND_INDEX_KEY: secrets.blindIndexKey,
        SESSION_KEY: secrets.sessionKey,
        WECHAT_TEMPLATES: JSON.stringify([{ id: 'local-progress', fields: {} }]),
      })
    : undefined;
  const { origin } = line;

  return {
    line,
    databaseUrl: database.appUrl,
    office: openWireOffice(`http://127.0.0.1:${inside}`),
    ...(functions && { cloud: cloudDoor(database, `${origin}${CLOUD}`) }),
    async close() {
      line.close();
      await functions?.close();
      server.closeAllConnections();
      server.close();
      await api.close();
      await database.drop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function cloudDoor(database: TestDatabase, origin: string): CloudDoor {
  let openid = STRANGER;
  return {
    callFunction: (name, data) => callFunction(origin, openid, name, data),
    async giveTo(person) {
      // Each with an openid of her own: a call that is still under way stays the one's whose it was.
      const hers = `openid-of-${person}`;
      await database.look('UPDATE person SET openid = $1 WHERE id = $2', [hers, `demo-${person}`]);
      openid = hers;
    },
  };
}

function passOn(incoming: http.IncomingMessage, response: http.ServerResponse, port: number): void {
  const { method, headers } = incoming;
  const onward = http.request(
    { host: '127.0.0.1', port, method, path: '/', headers, agent: false },
    (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.destroy());
  incoming.pipe(onward);
}
