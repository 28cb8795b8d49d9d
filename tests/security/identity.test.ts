import { answerEvent } from '@functions/runtime/cloudbase';
import { createHttpDoor } from '@functions/runtime/http';
import { createPipeline } from '@functions/runtime/pipeline';
import { OPERATIONS } from '@shared/contract';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
let caseId: string;

beforeAll(async () => {
  office = await openOffice();
  await office.database.look("UPDATE person SET openid = 'o-tian' WHERE id = 'demo-tian-xiaoyu'");
  await office.database.look("UPDATE person SET openid = 'o-wu' WHERE id = 'demo-wu-haiyan'");
  ({ caseId } = await walk(office, 'submitted'));
});
afterAll(() => office.close());

/** The context that CloudBase gives a function, with the openid of this very call. */
const contextOf = (environment: Record<string, string>) => ({
  memory_limit_in_mb: 256,
  time_limit_in_ms: 3000,
  request_id: 'r',
  function_version: '$LATEST',
  function_name: 'api',
  namespace: 'env',
  environment: JSON.stringify(environment),
});

const asOpenid = (openid: string) => contextOf({ WX_OPENID: openid, WX_CONTEXT_KEYS: 'WX_OPENID' });

describe('CloudBase', () => {
  const readCase = { operation: 'applications.get', input: { caseId: '' } };
  const event = () => ({ ...readCase, input: { caseId } });

  test("the openid of this call's context signs in", async () => {
    const { status } = await answerEvent(office.pipeline, event(), asOpenid('o-tian'));
    expect(status).toBe(200);
  });

  test.each([
    ['openid', { openid: 'o-tian', OPENID: 'o-tian', WX_OPENID: 'o-tian' }],
    ['userInfo', { userInfo: { openId: 'o-tian' } }],
    [
      'identity',
      { identity: { kind: 'openid', openid: 'o-tian' }, caller: { personId: 'demo-tian-xiaoyu' } },
    ],
    ['system', { identity: { kind: 'system' } }],
  ])('an openid written into the event (%s) names nobody', async (_name, forged) => {
    const stranger = await answerEvent(office.pipeline, { ...event(), ...forged }, asOpenid('o-stranger'));
    expect(stranger.status).toBe(404);
    const input = { ...event().input, ...forged };
    const inside = await answerEvent(office.pipeline, { ...event(), input }, asOpenid('o-stranger'));
    expect(inside.status).toBe(404);
    const nobody = await answerEvent(office.pipeline, { ...event(), ...forged }, contextOf({}));
    expect(nobody.status).toBe(401);
  });

  test("another user's openid in process.env, where an instance that serves two holds it, is not taken", async () => {
    const before = { ...process.env };
    Object.assign(process.env, { WX_OPENID: 'o-tian', WX_CONTEXT_KEYS: 'WX_OPENID', TENCENTCLOUD: 'true' });
    try {
      for (const context of [
        contextOf({}),
        contextOf({ WX_CONTEXT_KEYS: 'WX_OPENID' }),
        {},
        undefined,
        'x',
      ]) {
        const { status } = await answerEvent(office.pipeline, event(), context);
        expect(status).toBe(401);
      }
    } finally {
      process.env = before;
    }
  });

  test('whoever comes over WeChat for the first time becomes one person, however many calls at once', async () => {
    const calls = Array.from({ length: 6 }, () =>
      answerEvent(office.pipeline, { operation: 'accounts.me', input: {} }, asOpenid('o-new')),
    );
    const people = (await Promise.all(calls)).map(({ body }) => (body as { personId: string }).personId);
    expect(new Set(people).size).toBe(1);
    expect(people[0]).not.toBe('');
  });

  test.each([null, undefined, 'text', 7, [], { operation: 7 }, { operation: '__proto__' }])(
    'an event that is none is answered, not thrown at: %j',
    async (nonsense) => {
      const { status } = await answerEvent(office.pipeline, nonsense, asOpenid('o-tian'));
      expect(status).toBe(404);
    },
  );
});

describe('HTTP', () => {
  const door = () => createHttpDoor(office.pipeline);
  const get = (headers: Record<string, string>, path = `/api/applications/${caseId}`) =>
    door().request(path, { headers });

  test('the session of the bearer signs in', async () => {
    const identity = await office.identity('tian-xiaoyu');
    const token = identity.kind === 'session' ? identity.token : '';
    expect((await get({ authorization: `Bearer ${token}` })).status).toBe(200);
  });

  const forged: Record<string, string>[] = [
    { 'x-wx-openid': 'o-tian', 'x-wx-source': 'wx_client' },
    { 'x-tcb-openid': 'o-tian', 'x-tcb-context': '{"WX_OPENID":"o-tian"}' },
    { cookie: 'session=demo-tian-xiaoyu' },
    { authorization: 'Bearer demo-tian-xiaoyu-demo-tian-xiaoyu' },
    { authorization: 'Basic ZGVtbzpkZW1v' },
    { 'x-openid': 'o-tian', 'x-person-id': 'demo-tian-xiaoyu', 'x-forwarded-user': 'demo-tian-xiaoyu' },
  ];

  test.each(forged)('a header that a client wrote names nobody: %j', async (headers) => {
    expect((await get(headers)).status).toBe(401);
  });

  test('a session that was ended, or is over, signs nobody in', async () => {
    const { body } = await office.pipeline.invoke({
      operation: 'accounts.signIn',
      input: { token: office.adapters.keys.demoToken('demo-tian-xiaoyu') },
      requestId: 'sign-in-0001',
      identity: { kind: 'anonymous' },
    });
    const { session } = body as { session: string };
    const bearer = { authorization: `Bearer ${session}` };
    expect((await get(bearer)).status).toBe(200);
    await door().request('/api/session/end', {
      method: 'POST',
      headers: { ...bearer, 'x-request-id': 'sign-out-0001' },
    });
    expect((await get(bearer)).status).toBe(401);
    await office.database.look(
      "UPDATE session SET revoked_at = NULL, expires_at = now() - interval '1 second'",
    );
    expect((await get(bearer)).status).toBe(401);
  });
});

test('no client reaches the timers, by any name, method or identity', async () => {
  const door = createHttpDoor(office.pipeline);
  for (const path of ['/api/timers/tick', '/api/timers.tick', '/timers/tick']) {
    expect(
      (await door.request(path, { method: 'POST', headers: { 'x-request-id': 'tick-0001' } })).status,
    ).toBe(404);
  }
  const over = await answerEvent(
    office.pipeline,
    { operation: 'timers.tick', input: {}, requestId: 'tick-0001' },
    asOpenid('o-wu'),
  );
  expect(over).toMatchObject({ status: 404, body: { error: { reason: 'NO_SUCH_OPERATION' } } });
});

test('the system calls the timers and nothing else', async () => {
  for (const { name, callers } of OPERATIONS) {
    if (callers === 'SYSTEM') continue;
    const { status } = await createPipeline(office.adapters, { profile: 'cloud' }).invoke({
      operation: name,
      input: {},
      identity: { kind: 'system' },
    });
    expect([name, status]).toEqual([name, 404]);
  }
});

test('operations of the local stack exist nowhere else', async () => {
  const cloud = createPipeline(office.adapters, { profile: 'cloud' });
  for (const { name, callers } of OPERATIONS) {
    if (callers !== 'LOCAL') continue;
    const { status } = await cloud.invoke({ operation: name, input: {}, identity: { kind: 'anonymous' } });
    expect([name, status]).toEqual([name, 404]);
  }
});
