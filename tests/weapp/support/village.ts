import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createLocalServer } from '@functions/runtime/local';
import type { Env } from '@functions/runtime/variables';
import { getRequestListener } from '@hono/node-server';
import { createObjectStore } from '@infra/storage/embedded';
import { startTestDatabase } from '@tests/support/stack';
import { newKeyMaterial } from '@tests/support/stand-ins';
import { openWireOffice, type WireOffice } from '@tests/support/wire-office';
import { type Line, openLine } from './line';

/** The real local stack on a database of its own: the API, the object store, the invented people of the demo county. */

export interface Village {
  /** The phone's way to it. */
  line: Line;
  /** What others do there meanwhile, past the phone and its line. */
  office: WireOffice;
  /** The same village for a function that is told of it by its environment (functions/runtime/variables.ts). */
  environment: Env;
  close(): Promise<void>;
}

const BUCKET = 'attachments';
const STORAGE_KEYS = { accessKey: 'PHONETEST', secretKey: 'phone-test' };

/** Opens the village. `port` is where the phone finds it, 0 for any. */
export async function openVillage(port = 0): Promise<Village> {
  const database = await startTestDatabase();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'village-'));
  const secrets = newKeyMaterial();
  const store = createObjectStore({ dir: path.join(dataDir, 'objects'), ...STORAGE_KEYS, now: Date.now });

  // The store is known to the API by the line's address, so the line is there before the API.
  let inside = 0;
  const line = await openLine(port, () => inside);
  const endpoint = `${line.origin}/storage`;
  const api = await createLocalServer({
    databaseUrl: database.appUrl,
    storage: { endpoint, bucket: BUCKET, ...STORAGE_KEYS },
    secrets,
  });
  const toApi = getRequestListener((request) => api.fetch(request));
  const server = http.createServer((request, response) => {
    if (request.url?.startsWith('/storage/')) void store.handler(request, response);
    else void toApi(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  inside = (server.address() as AddressInfo).port;
  await api.seedDemo();

  return {
    line,
    office: openWireOffice(`http://127.0.0.1:${inside}`),
    environment: {
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
    },
    async close() {
      line.close();
      server.closeAllConnections();
      server.close();
      await api.close();
      await database.drop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
