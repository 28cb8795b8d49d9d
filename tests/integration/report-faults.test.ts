/**
 * The whole report, from the front page to its receipt, over a line that fails. The mini-program's own code fills it
 * in, keeps it and hands it in; the real server and the real object store answer. The line fails at each request in
 * turn, and whatever happens there is one case, with all its photos.
 */
import { composeIdNumber } from '@shared/people';
import { openWechatPhone, type WechatPhone } from '@tests/support/wechat-phone';
import type { Fault } from '@tests/weapp/support/line';
import { openVillage, type Village } from '@tests/weapp/support/village';
import { Client } from 'pg';

jest.setTimeout(120_000);

const PERSON = 'he-ming';
const HOME = { code: '150521100200', name: '保西村', townName: '保康镇', countyName: '科尔沁左翼中旗' };
const PHOTOS = ['diagnosis', 'bill'] as const;

type Draft = typeof import('@miniapp/features/apply/draft');
type Photos = typeof import('@miniapp/features/apply/photos');
type Submission = typeof import('@miniapp/features/apply/submission');
type Api = typeof import('@miniapp/platform/api');
type App = Draft & Photos & Submission & Api;

let village: Village;
let phone: WechatPhone;
let app: App;
let database: Client;
let session: string;
let families = 0;

beforeAll(async () => {
  process.env.TARO_ENV = 'weapp';
  Object.assign(globalThis, { API_BASE: '', CLOUD_ENV: '' });
  village = await openVillage();
  database = new Client({ connectionString: village.databaseUrl });
  await database.connect();
  await newPhone();
  session = await signedInAs(PERSON);
});
afterAll(async () => {
  await database.end();
  await village.close();
});

const signedInAs = async (person: string): Promise<string> =>
  (await app.call('accounts.signIn', { token: await village.office.token(person) })).session;

/** Opens the app; what the one before only remembered is gone. */
function start(): void {
  jest.resetModules();
  jest.doMock('@tarojs/taro', () => phone.taro);
  app = {
    ...(require('@miniapp/features/apply/draft') as Draft),
    ...(require('@miniapp/features/apply/photos') as Photos),
    ...(require('@miniapp/features/apply/submission') as Submission),
    ...(require('@miniapp/platform/api') as Api),
  };
}

async function newPhone(): Promise<void> {
  village.line.mend();
  phone = openWechatPhone(village.line.origin);
  start();
  if (session) app.keepSession(session);
}

/** What the family says on each page; every page that is left is sent to the server. */
function answerAll(): void {
  families += 1;
  const idNo = composeIdNumber({ area: '990101', birthDate: '1973-05-16', sequence: families });
  const said = [
    { village: HOME },
    { who: 'HEAD' },
    { headName: '贺老实', idNo },
    { noPhone: true },
    { phrases: ['BIG_ILLNESS'] },
  ] as const;
  for (const answers of said) {
    app.act({ type: 'said', answers: answers as never });
    app.act({ type: 'next' });
  }
}

async function takePhotos(): Promise<void> {
  for (const paper of PHOTOS)
    await app.addPhoto(paper, { path: phone.photograph(), size: 70, type: 'image/png' });
  app.act({ type: 'next' });
}

/** Taps 「交给村里」 and, as long as it is kept, 「现在再试一次」; gives how often that was. */
async function handIn(): Promise<number> {
  for (let tries = 1; tries < 9; tries += 1) {
    const outcome = await app.submit(`demo-${PERSON}`);
    if (outcome.kind === 'received') return tries;
    if (outcome.kind === 'refused') throw outcome.error;
  }
  throw new Error('It was never received');
}

async function settleHome(): Promise<void> {
  await app.settleDraft(`demo-${PERSON}`).catch(() => undefined);
}

/** The whole report; the app is killed after the photos when `killed`. */
async function report({ killed = false } = {}): Promise<void> {
  await settleHome();
  answerAll();
  await takePhotos();
  if (killed) {
    start();
    await settleHome();
  }
  await handIn();
}

/** Photos of every case that there is, the newest first: what the database holds, whoever would see it. */
async function photosOfCases(): Promise<number[]> {
  await database.query("BEGIN; SELECT set_config('app.region', '150521', true)");
  const { rows } = await database.query<{ photos: number }>(
    `SELECT (SELECT count(*)::int FROM attachment a WHERE a.case_id = r.id AND a.state = 'READY') AS photos
       FROM case_row r ORDER BY r.id DESC`,
  );
  await database.query('COMMIT');
  return rows.map(({ photos }) => photos);
}

/** What the person's other phone would find. */
const draftOnServer = async () => (await app.call('applications.draft', {})).draft;

const named = (request: string) => request.replace(/\/[\w-]{20,}/g, '/…');

/** Requests of the report on a good line: found out, so that a new one is not forgotten. */
let requests: string[] = [];

beforeAll(async () => {
  await newPhone();
  await report();
  requests = village.line.requests.map(named);
});

test('the report asks what it must', () => {
  expect(requests).toEqual(
    expect.arrayContaining([
      'GET /api/drafts/current',
      'POST /api/drafts',
      'POST /api/attachments',
      'POST /storage/attachments',
      'POST /api/attachments/…/finish',
      'POST /api/applications',
    ]),
  );
});

/** One report with something wrong at each request in turn: one case and all its photos, each time. */
async function everyRequest(fault: Fault, killed: boolean): Promise<void> {
  const hit: number[] = [];
  for (let at = 0; at < requests.length; at += 1) {
    await newPhone();
    const before = (await photosOfCases()).length;
    village.line.befall((index) => {
      if (index !== at) return undefined;
      hit.push(at);
      return fault;
    });
    await report({ killed });
    village.line.mend();
    const [photos, ...others] = await photosOfCases();
    const found = { made: others.length + 1 - before, photos, draft: await draftOnServer() };
    expect({ at, request: requests[at], ...found }).toEqual({
      at,
      request: requests[at],
      made: 1,
      photos: PHOTOS.length,
      draft: null,
    });
  }
  expect(hit).toEqual(requests.map((_, index) => index));
}

describe.each<Fault>(['cut', 'answer lost'])('%s', (fault) => {
  test.each([false, true])('at each request in turn, the app killed: %s', (killed) =>
    everyRequest(fault, killed),
  );
});

/** How long the app waits for an answer (platform/call.ts), in ms. */
const PATIENCE = 10_000;

describe('a slow line', () => {
  /** What the app does when it is tired of waiting. Its clock is here, and nobody else's: the server keeps real time. */
  const tired = new Map<object, () => void>();
  const { setTimeout: later, clearTimeout: never } = globalThis;
  let pump: ReturnType<typeof setInterval>;
  let latency = 0;

  beforeEach(() => {
    const timer = (act: () => void, ms?: number, ...rest: unknown[]) => {
      if (ms !== PATIENCE) return later(act, ms, ...rest);
      const handle = { unref: () => handle };
      tired.set(handle, act);
      return handle;
    };
    const clear = (handle: object) => {
      if (!tired.delete(handle)) never(handle as ReturnType<typeof setTimeout>);
    };
    Object.assign(globalThis, { setTimeout: timer, clearTimeout: clear });
    // Nothing is waited for: whenever an answer is held its time is over at once.
    pump = setInterval(() => {
      if (village.line.held() === 0) return;
      if (latency > PATIENCE) for (const act of [...tired.values()]) act();
      village.line.letGo();
    }, 1);
  });
  afterEach(() => {
    clearInterval(pump);
    Object.assign(globalThis, { setTimeout: later, clearTimeout: never });
  });

  test.each([3_000, 12_000])('%s ms before each answer: one case, with its photos', async (ms) => {
    latency = ms;
    await newPhone();
    const before = (await photosOfCases()).length;
    const known = new Set<string>();
    // Beyond its patience the app asks again: the server has done it all the same, and answers a second time.
    village.line.befall((_, request) => {
      const name = named(request);
      if (ms > PATIENCE && known.has(name)) return undefined;
      known.add(name);
      return 'held';
    });
    await report();
    village.line.mend();
    const [photos, ...others] = await photosOfCases();
    expect({ made: others.length + 1 - before, photos }).toEqual({ made: 1, photos: PHOTOS.length });
  });
});

test('no network at all until the app was killed twice: then one case, under the id of the first try', async () => {
  await newPhone();
  const before = (await photosOfCases()).length;
  village.line.befall(() => 'cut');
  answerAll();
  await takePhotos();
  expect(await app.submit(`demo-${PERSON}`)).toEqual({ kind: 'kept', because: 'offline' });
  start();
  expect(app.isWaiting()).toBe(true);
  // The photos go, the report's answer is lost: from here on its id is known to the server.
  village.line.befall((_, request) => (request === 'POST /api/applications' ? 'answer lost' : undefined));
  expect(await app.submit()).toEqual({ kind: 'kept', because: 'offline' });
  const id = () =>
    (JSON.parse(phone.storage.get('report-pending') ?? '{}') as { requestId: string }).requestId;
  const first = id();
  start();
  expect(id()).toBe(first);
  village.line.mend();
  expect(await handIn()).toBe(1);
  expect(await photosOfCases()).toHaveLength(before + 1);
  expect((await photosOfCases())[0]).toBe(PHOTOS.length);
});

test('a session that ended is told, and the same person sends the same report; nobody else does', async () => {
  await newPhone();
  const before = (await photosOfCases()).length;
  answerAll();
  await takePhotos();
  app.keepSession('ended');
  expect(await app.submit(`demo-${PERSON}`)).toEqual({ kind: 'kept', because: 'signIn' });
  expect(await app.submit()).toEqual({ kind: 'kept', because: 'signIn' });

  app.keepSession(await signedInAs('zhao-dayong'));
  expect(await app.submit('demo-zhao-dayong')).toEqual({ kind: 'kept', because: 'signIn' });
  expect(await village.office.must('zhao-dayong', 'applications.mine', {})).toEqual({ cases: [] });

  app.keepSession(await signedInAs(PERSON));
  expect(await handIn()).toBe(1);
  expect(await photosOfCases()).toHaveLength(before + 1);
});

test('another phone goes on where this one stopped, and what is handed in there ends here', async () => {
  await newPhone();
  answerAll();
  await settleHome();
  const here = { phone, app };
  const before = (await photosOfCases()).length;

  await newPhone();
  await settleHome();
  expect(app.currentForm()).toMatchObject({ step: 'photos', answers: { headName: '贺老实' } });
  app.act({ type: 'next' });
  await handIn();

  ({ phone, app } = here);
  await settleHome();
  expect(app.draftStep(app.currentForm())).toBeNull();
  expect(await photosOfCases()).toHaveLength(before + 1);
});
