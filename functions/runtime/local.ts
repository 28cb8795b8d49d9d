import type { DemoPerson } from '@shared/contract';
import { localPush } from '../adapters/cloudbase/push';
import { createKeys, type KeyMaterial } from '../adapters/keys';
import { failuresOnly } from '../adapters/log';
import { pdfPrinter } from '../adapters/pdf/pdfmake';
import { openDatabase } from '../adapters/postgres/scoped';
import { createS3Store } from '../adapters/storage/s3';
import type { Wechat } from '../adapters/wechat';
import type { Adapters } from './context';
import { seedDemo } from './demo';
import { createDocs } from './docs';
import { createHttpDoor } from './http';
import { openLocalClock } from './local-clock';
import { createPipeline, type Pipeline } from './pipeline';
import { createQuickDoor, type QuickDoor } from './quick-door';
import { runTick } from './timer';

export interface LocalServerOptions {
  /** Connection string of the application's login. */
  databaseUrl: string;
  storage: {
    /** Reached by the server and by the phones: signed URLs name it. */
    endpoint: string;
    accessKey: string;
    secretKey: string;
    bucket: string;
  };
  secrets: KeyMaterial;
  /** What stands in for WeChat, in tests; without it there is none. */
  wechat?: Wechat;
}

export { localWechat } from '../adapters/wechat/local';

export interface LocalServer {
  fetch(request: Request): Promise<Response> | Response;
  /** Answers from memory, or says that `fetch` has to. */
  quick: QuickDoor;
  /** Runs the timer function once: deadlines, publicity ends, the outbox. */
  tick(): Promise<void>;
  /** Makes the demo people, once; gives them with one-click sign-in links. */
  seedDemo(): Promise<DemoPerson[]>;
  close(): Promise<void>;
}

/** One address plays the whole village on a local stack. */
const RATE_FACTOR = 20;

/** The API of the local stack: every operation, the documents, the timers, and a clock that can be moved. */
export async function createLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { adapters, pipeline } = await openLocalStack(options);
  const app = createHttpDoor(pipeline);
  app.route('/', createDocs());
  return {
    fetch: (request) => app.fetch(request),
    quick: createQuickDoor(pipeline),
    tick: () => runTick(pipeline, adapters.log),
    seedDemo: () => seedDemo(adapters),
    close: () => adapters.database.close(),
  };
}

/** The same without HTTP, for rehearsals and tests that call the pipeline itself. */
export async function openLocalStack(
  options: LocalServerOptions,
): Promise<{ adapters: Adapters; pipeline: Pipeline }> {
  const database = openDatabase({ url: options.databaseUrl });
  const clock = await openLocalClock(database);
  const adapters: Adapters = {
    database,
    clock,
    wechat: options.wechat,
    keys: createKeys(options.secrets),
    objects: createS3Store(options.storage),
    push: localPush,
    printer: pdfPrinter,
    site: new URL(options.storage.endpoint).origin,
    log: failuresOnly,
    local: {
      clock,
      baseUrl: new URL(options.storage.endpoint).origin,
      runTimers: () => runTick(pipeline, adapters.log),
    },
  };
  const pipeline = createPipeline(adapters, { profile: 'local', rateFactor: RATE_FACTOR });
  return { adapters, pipeline };
}
