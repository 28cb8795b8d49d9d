import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '@functions/adapters/postgres/scoped';
import { answerEvent } from '@functions/runtime/cloudbase';
import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { createHttpDoor } from '@functions/runtime/http';
import { createPipeline, type Pipeline } from '@functions/runtime/pipeline';
import { createQuickDoor } from '@functions/runtime/quick-door';
import { getRequestListener } from '@hono/node-server';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** A notice that a whole village opens at once (issue: served without touching the database, gone within a minute). */

let office: Office;
let noticeId: string;
let caseId: string;

beforeAll(async () => {
  office = await openOffice();
  ({ noticeId, caseId } = await walk(office, 'posted'));
});
beforeEach(() => office.at('2026-03-08 09:00'));
afterEach(() => jest.restoreAllMocks());
afterAll(() => office.close());

/** An instance as a cloud runs it: its clock is not moved, though here it stands still where the office's is. */
function instance(rateFactor?: number): Pipeline {
  return createPipeline(
    { ...office.adapters, local: undefined },
    { profile: 'cloud', ...(rateFactor && { rateFactor }) },
  );
}

const asked = () => jest.spyOn(office.adapters.database, 'transaction');

async function ask(pipeline: Pipeline, person: string, address = '198.51.100.1') {
  const identity = await office.identity(person);
  return pipeline.invoke({ operation: 'notices.get', input: { noticeId }, identity, address });
}

const names = ({ body }: { body: unknown }) =>
  (body as { notice: { rows: { name: string }[] } }).notice.rows.map(({ name }) => name);

test('two hundred strangers at once are one reading; after it nobody asks the database', async () => {
  const pipeline = instance();
  const database = asked();
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask(pipeline, '-')));
  // The ceiling of whoever came first, and the notice.
  expect(database).toHaveBeenCalledTimes(2);
  expect(new Set(answers.map(({ status, shared }) => `${status} ${shared?.etag}`)).size).toBe(1);
  await ask(pipeline, '-');
  await pipeline.invoke({
    operation: 'notices.list',
    input: { village: FIRST_VILLAGE },
    identity: { kind: 'anonymous' },
  });
  database.mockClear();
  for (const operation of ['notices.list', 'notices.get'])
    await pipeline.invoke({
      operation,
      input: { village: FIRST_VILLAGE, noticeId },
      identity: { kind: 'anonymous' },
    });
  expect(database).not.toHaveBeenCalled();
});

test('a villager is looked up once, then given what the village is given; staff are looked up each time', async () => {
  const pipeline = instance();
  const first = await ask(pipeline, 'he-ming');
  const database = asked();
  const again = await ask(pipeline, 'he-ming');
  expect(database).not.toHaveBeenCalled();
  expect([names(first), names(again), again.shared?.maxAge]).toEqual([['田*福'], ['田*福'], null]);
  // Another of the village is looked up for herself, and the notice is not read again.
  expect(names(await ask(pipeline, 'tian-xiaoyu'))).toEqual(['田*福']);
  expect(database).toHaveBeenCalledTimes(2);
  for (let time = 0; time < 2; time += 1) {
    database.mockClear();
    const staff = await ask(pipeline, 'li-chunmei');
    expect([names(staff), staff.shared]).toEqual([['田有福'], undefined]);
    expect(database).toHaveBeenCalled();
  }
  // What was made for one audience is never another's.
  expect(names(await ask(pipeline, '-'))).toEqual([]);
  expect(names(await ask(pipeline, 'shen-wen'))).toEqual([]);
});

test('what has many readers is counted in memory, each caller for itself, and the wait is told', async () => {
  const pipeline = instance(1 / 100);
  await ask(pipeline, '-', '198.51.100.9');
  const database = asked();
  const statuses = [];
  for (let call = 0; call < 61; call += 1) statuses.push((await ask(pipeline, '-', '198.51.100.9')).status);
  expect([statuses.indexOf(429), statuses.length]).toEqual([60, 61]);
  expect((await ask(pipeline, '-', '198.51.100.9')).body).toMatchObject({
    error: { reason: 'TOO_MANY_CALLS' },
  });
  expect((await ask(pipeline, '-', '198.51.100.2')).status).toBe(200);
  expect(database).not.toHaveBeenCalled();
});

test('a notice that is not there is counted in the database, however often it is asked for in vain', async () => {
  const pipeline = instance();
  const wrong = noticeId.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
  for (let call = 0; call < 2; call += 1)
    await pipeline.invoke({
      operation: 'notices.get',
      input: { noticeId: wrong },
      identity: { kind: 'anonymous' },
      address: '203.0.113.5',
    });
  expect(
    await office.database.look("SELECT count FROM rate_counter WHERE key = 'notices.get @203.0.113.5'"),
  ).toEqual([{ count: 2 }]);
});

test('at midnight the days are counted anew, and after the last one the names are gone in that second', async () => {
  const pipeline = instance();
  office.at('2026-03-11T23:59:59+08:00');
  const last = await ask(pipeline, 'he-ming');
  expect(last.body).toMatchObject({ notice: { daysLeft: 1, ended: false } });
  office.at('2026-03-12T00:00:00+08:00');
  for (const person of ['he-ming', '-'])
    expect((await ask(pipeline, person)).body).toMatchObject({ notice: { ended: true, rows: [] } });
});

describe('over HTTP', () => {
  let server: http.Server;
  let base: string;
  let quick: number;

  beforeEach(async () => {
    const pipeline = instance();
    const door = createQuickDoor(pipeline);
    const common = getRequestListener(createHttpDoor(pipeline).fetch);
    quick = 0;
    server = http.createServer((request, response) => {
      if (door(request, response)) quick += 1;
      else void common(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/notices/${noticeId}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const get = async (person: string, headers: Record<string, string> = {}) => {
    const identity = await office.identity(person);
    const response = await fetch(base, {
      cache: 'no-store',
      headers: {
        connection: 'close',
        ...(identity.kind === 'session' && { authorization: `Bearer ${identity.token}` }),
        ...headers,
      },
    });
    const {
      'x-trace-id': _,
      date: __,
      connection: ___,
      'transfer-encoding': ____,
      ...said
    } = Object.fromEntries(response.headers);
    return { status: response.status, said, text: await response.text() };
  };

  test('memory answers with the very bytes and headers of the common door', async () => {
    const [common, kept] = [await get('-'), await get('-')];
    expect(quick).toBe(1);
    const { 'content-length': length, ...same } = kept.said;
    expect(Number(length)).toBe(Buffer.byteLength(kept.text));
    expect({ ...kept, said: same }).toEqual({ ...common, said: same });
    expect(common.said).toMatchObject({
      'cache-control': 'public, max-age=60, must-revalidate',
      vary: 'authorization',
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.any(String),
    });
  });

  test('who holds the answer is told so, by both ways; another one is sent', async () => {
    const { said } = await get('-');
    const etag = said.etag ?? '';
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect(await get('-', { 'if-none-match': held })).toMatchObject({
        status: 304,
        text: '',
        said: { etag, 'cache-control': expect.stringMatching(/^public, max-age=\d+, must-revalidate$/) },
      });
    expect((await get('-', { 'if-none-match': '"other"' })).status).toBe(200);
    office.at('2026-03-08T09:05:00+08:00');
    expect((await get('-', { 'if-none-match': etag })).status).toBe(304);
  });

  test('no cache outside holds it longer than a minute from the database, nor over midnight', async () => {
    const maxAge = async () =>
      Number(/max-age=(\d+)/.exec((await get('-')).said['cache-control'] ?? '')?.[1]);
    expect(await maxAge()).toBe(60);
    office.at('2026-03-08T09:00:45+08:00');
    expect(await maxAge()).toBe(15);
    office.at('2026-03-08T23:59:50+08:00');
    expect(await maxAge()).toBe(10);
    office.at('2026-03-08T23:59:59.900+08:00');
    expect(await maxAge()).toBe(0);
  });

  test('who holds the last answer before the end and asks again is told that it is over, by both ways', async () => {
    office.at('2026-03-11T23:59:59.900+08:00');
    const { said } = await get('-');
    expect(said['cache-control']).toContain('max-age=0');
    expect(await get('-', { 'if-none-match': said.etag ?? '' })).toMatchObject({ status: 304 });
    office.at('2026-03-12T00:00:00+08:00');
    for (const door of ['the common one', 'memory']) {
      const answer = await get('-', { 'if-none-match': said.etag ?? '' });
      expect([door, answer.status]).toEqual([door, 200]);
      expect(JSON.parse(answer.text)).toMatchObject({ notice: { ended: true, rows: [], checkCode: '' } });
    }
  });

  test('what was made for who signed in may lie nowhere', async () => {
    await get('he-ming');
    for (const person of ['he-ming', 'shen-wen', 'li-chunmei']) {
      const { said } = await get(person);
      expect(said['cache-control']).toMatch(/no-store/);
      expect(said['cache-control']).not.toMatch(/public/);
    }
    expect(quick).toBe(1);
  });

  test('an address that does not fit, a wrong path and a command go the common way', async () => {
    for (const path of ['/%E0%A4%A', '/..%2f', '?x=1', '/x/y']) {
      const { status } = await fetch(base + path, { headers: { connection: 'close' } });
      expect([path, status]).toEqual([path, path === '?x=1' ? 200 : expect.any(Number)]);
    }
    expect(quick).toBe(0);
    await get('-', {});
    expect(quick).toBe(1);
  });
});

test('over CloudBase the tag stands beside the body, and who holds the answer gets none', async () => {
  const pipeline = instance();
  const said = { operation: 'notices.get', input: { noticeId } };
  const first = await answerEvent(pipeline, said, {});
  expect(first).toMatchObject({ status: 200, body: { notice: { audience: 'OPEN' } } });
  expect(Object.keys(first).sort()).toEqual(['body', 'etag', 'status']);
  expect(await answerEvent(pipeline, { ...said, etag: first.etag }, {})).toEqual({
    status: 304,
    body: null,
    etag: first.etag,
  });
  expect(await answerEvent(pipeline, { ...said, etag: '"other"' }, {})).toMatchObject({ status: 200 });
});

test('over CloudBase a tag that was held over the end brings the end, to the village as to strangers', async () => {
  const pipeline = instance();
  const identity = await office.identity('he-ming');
  const asVillager: Pick<Pipeline, 'invoke'> = { invoke: (call) => pipeline.invoke({ ...call, identity }) };
  const said = { operation: 'notices.get', input: { noticeId } };
  for (const [door, rows] of [
    [pipeline, 0],
    [asVillager, 1],
  ] as const) {
    office.at('2026-03-11T23:59:59+08:00');
    const before = await answerEvent(door, said, {});
    expect((before.body as { notice: { rows: unknown[] } }).notice.rows).toHaveLength(rows);
    expect(await answerEvent(door, { ...said, etag: before.etag }, {})).toMatchObject({ status: 304 });
    office.at('2026-03-12T00:00:00+08:00');
    const after = await answerEvent(door, { ...said, etag: before.etag }, {});
    expect(after).toMatchObject({ status: 200, body: { notice: { ended: true, rows: [] } } });
    expect(after.etag).not.toBe(before.etag);
  }
});

test('who signs out reads as a stranger at once, although the instance knew the reader', async () => {
  expect(names(await office.ask('tian-xiaoyu', 'notices.get', { input: { noticeId } }))).toEqual(['田*福']);
  await office.must('tian-xiaoyu', 'accounts.signOut', {});
  expect(names(await ask(office.pipeline, 'tian-xiaoyu'))).toEqual([]);
});

test('what another instance took down is gone within a minute', async () => {
  const other = openDatabase({ url: office.database.appUrl });
  try {
    const far = createPipeline(
      { ...office.adapters, local: undefined, database: other },
      { profile: 'cloud' },
    );
    expect(names(await ask(far, 'he-ming'))).toEqual(['田*福']);
    const { objectionId } = (
      await office.ask('-', 'objections.file', { input: { noticeId, row: 0, statement: '他家有两台大车' } })
    ).body as { objectionId: string };
    const version = async () =>
      (await office.must('zhou-zhengping', 'reviews.case', { caseId })).case.version;
    const of = async () => ({ caseId, version: await version(), objectionId });
    await office.must('zhou-zhengping', 'reviews.recordInvestigation', { ...(await of()), record: '看过了' });
    await office.must('zhou-zhengping', 'reviews.answerObjection', {
      ...(await of()),
      verdict: 'UPHELD',
      answer: '是这样',
      factsChanged: true,
    });
    // The instance that did it knows at once.
    expect(names(await office.ask('he-ming', 'notices.get', { input: { noticeId } }))).toEqual([]);
    office.at('2026-03-08T09:00:59+08:00');
    const late = await ask(far, 'he-ming');
    expect([names(late), (await ask(far, '-')).shared?.maxAge]).toEqual([['田*福'], 60]);
    office.at('2026-03-08T09:01:00+08:00');
    expect(names(await ask(far, 'he-ming'))).toEqual([]);
  } finally {
    await other.close();
  }
});
