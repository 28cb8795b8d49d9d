import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { localPush, type Push } from '@functions/adapters/cloudbase/push';
import { createKeys, type KeyMaterial } from '@functions/adapters/keys';
import type { LogEntry } from '@functions/adapters/log';
import { pdfPrinter } from '@functions/adapters/pdf/pdfmake';
import { openDatabase } from '@functions/adapters/postgres/scoped';
import type { Wechat } from '@functions/adapters/wechat';
import type { Adapters } from '@functions/runtime/context';
import { type DemoOptions, seedDemo } from '@functions/runtime/demo';
import {
  type Answer,
  type Call,
  createPipeline,
  type Identity,
  type Pipeline,
} from '@functions/runtime/pipeline';
import { runTick } from '@functions/runtime/timer';
import { ErrorBody, findOperation, type InputOf, type OperationNamed, type OutputOf } from '@shared/contract';
import type { OperationName } from '@shared/contract/routes';
import { declared, type Undeclared } from './declared';
import { TINY_PNG } from './files';
import { startTestDatabase, type TestDatabase } from './stack';
import { createMemoryStore, createTestClock, type MemoryStore, newKeyMaterial } from './stand-ins';

// A walk through a whole case is some forty calls; on a busy machine they take longer than a unit test may.
jest.setTimeout(60_000);

type Said = { input?: unknown; requestId?: string } & Partial<Pick<Call, 'address'>>;

/** The whole backend on a database of its own, with the demo people in it. */
export interface Office {
  database: TestDatabase;
  adapters: Adapters;
  pipeline: Pipeline;
  store: MemoryStore;
  /** Everything that was logged. */
  logged: LogEntry[];
  /** The clock goes there, China time when no offset is given: `2026-03-02 09:10`. */
  at(time: string): void;
  tick(): Promise<void>;
  /** How a demo person (`li-chunmei`) or a stranger (`-`) comes to a door. */
  identity(person: string): Promise<Identity>;
  /** Calls an operation as a demo person, who is kin of nobody, and gives whatever is answered. */
  ask(person: string, operation: OperationName, said?: Said): Promise<Answer>;
  /** The same, but it must be answered with 200. */
  must<N extends OperationName>(
    person: string,
    operation: N,
    input: Undeclared<InputOf<OperationNamed<N>>>,
  ): Promise<OutputOf<OperationNamed<N>>>;
  /** A finished photo of that person: a point, or the JPEG given. */
  photo(person: string, jpeg?: Uint8Array): Promise<string>;
  close(): Promise<void>;
}

export interface OfficeOptions extends DemoOptions {
  start?: string;
  keys?: KeyMaterial;
  rateFactor?: number;
  /** Nothing leaves the machine when not given. */
  push?: Push;
  /** What stands in for WeChat; without it there is none. */
  wechat?: Wechat;
}

export async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  const database = await startTestDatabase();
  const store = createMemoryStore();
  const clock = createTestClock(chinaTime(options.start ?? '2026-03-02 09:00'));
  const logged: LogEntry[] = [];
  const log = {
    info: (entry: LogEntry) => void logged.push(entry),
    error: (entry: LogEntry) => void logged.push(entry),
  };
  const pool = openDatabase({ url: database.appUrl });
  const adapters: Adapters = {
    database: pool,
    keys: createKeys(options.keys ?? newKeyMaterial()),
    objects: store,
    push: options.push ?? localPush,
    printer: pdfPrinter,
    site: 'https://shouwang.example',
    wechat: options.wechat,
    clock,
    log,
    local: { clock, baseUrl: 'http://test', runTimers: () => runTick(pipeline, log) },
  };
  const pipeline = createPipeline(adapters, { profile: 'local', rateFactor: options.rateFactor ?? 100 });
  await seedDemo(adapters, options);
  const sessions = new Map<string, Promise<Identity>>();

  const office: Office = {
    database,
    adapters,
    pipeline,
    store,
    logged,
    at: (time) => clock.set(chinaTime(time)),
    tick: () => runTick(pipeline, log),
    identity(person) {
      if (person === '-') return Promise.resolve({ kind: 'anonymous' });
      const known = sessions.get(person) ?? signIn(pipeline, adapters.keys.demoToken(`demo-${person}`));
      sessions.set(person, known);
      return known;
    },
    async ask(person, operation, said = {}) {
      const answer = await pipeline.invoke({
        operation,
        input: declared(operation, said.input ?? {}),
        requestId: said.requestId ?? randomUUID(),
        identity: await office.identity(person),
        address: said.address,
      });
      keepsContract(operation, answer);
      return answer;
    },
    async must(person, operation, input) {
      const { status, body } = await office.ask(person, operation, { input });
      if (status !== 200) throw new Error(`${person} ${operation}: ${status} ${JSON.stringify(body)}`);
      return body as never;
    },
    async photo(person, jpeg) {
      const content = jpeg ?? TINY_PNG;
      const contentType = jpeg === undefined ? ('image/png' as const) : ('image/jpeg' as const);
      const { attachmentId, upload } = await office.must(person, 'attachments.start', {
        kind: 'OTHER',
        contentType,
        size: content.length,
      });
      store.objects.set(upload.fields.key ?? '', { content, contentType });
      await office.must(person, 'attachments.finish', { attachmentId });
      return attachmentId;
    },
    async close() {
      await pool.close();
      await database.drop();
    },
  };
  return office;
}

/** Every answer of every test is what the contract says: each field there, none that is not declared. */
function keepsContract(name: string, { status, body }: Answer): void {
  const declared = status === 200 ? findOperation(name)?.output : ErrorBody;
  const sent = JSON.parse(JSON.stringify(body));
  const parsed = declared?.safeParse(sent);
  if (parsed?.success && isDeepStrictEqual(JSON.parse(JSON.stringify(parsed.data)), sent)) return;
  throw new Error(
    `${name} answers ${status} with something else than its contract: ${parsed?.error ?? 'undeclared fields'}`,
  );
}

async function signIn(pipeline: Pipeline, token: string): Promise<Identity> {
  const { status, body } = await pipeline.invoke({
    operation: 'accounts.signIn',
    input: { token },
    requestId: randomUUID(),
    identity: { kind: 'anonymous' },
  });
  if (status !== 200) throw new Error(`sign-in: ${JSON.stringify(body)}`);
  return { kind: 'session', token: (body as { session: string }).session };
}

function chinaTime(time: string): string {
  return /[Z+]/.test(time) ? time : `${time.replace(' ', 'T')}:00+08:00`;
}
