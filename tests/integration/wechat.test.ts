import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';
import {
  type Behaviour,
  openWechatEndpoint,
  TEMPLATE,
  type WechatEndpoint,
} from '@tests/support/wechat-endpoint';

/** Messages over the unmodified CloudBase SDK, against an endpoint that fails on demand. */

let office: Office;
let wechat: WechatEndpoint;

beforeEach(async () => {
  wechat = await openWechatEndpoint();
  office = await openOffice({ push: wechat.push });
  await office.database.look("UPDATE person SET openid = 'o-xiaoyu' WHERE id = 'demo-tian-xiaoyu'");
});
afterEach(async () => {
  await office.close();
  await wechat.close();
});

/** 田晓雨 consents to so many messages, reports, and the timers run. */
async function report(consents: number): Promise<void> {
  for (let tap = 0; tap < consents; tap += 1)
    await office.must('tian-xiaoyu', 'accounts.subscribed', {
      results: [{ template: TEMPLATE, accepted: true }],
    });
  await walk(office, 'submitted');
}

const left = async () => (await office.must('tian-xiaoyu', 'accounts.messages', {})).credits[0]?.left;
const inbox = async () => (await office.must('tian-xiaoyu', 'accounts.messages', {})).messages.length;
const pushes = () =>
  office.database.look<{ outcome: string | null; dead: boolean; done: boolean; attempts: number }>(
    "SELECT outcome, dead, done_at IS NOT NULL AS done, attempts FROM outbox WHERE kind = 'PUSH' ORDER BY id",
  );
/** The pause is over. */
const wait = () =>
  office.database.look("UPDATE outbox SET run_after = now() - interval '1 second' WHERE done_at IS NULL");

test('with a consent WeChat brings it: plain words without a name, the page, one consent less; without one, nothing', async () => {
  await report(1);
  await office.tick();
  expect(wechat.arrived).toEqual([
    {
      touser: 'o-xiaoyu',
      template_id: TEMPLATE,
      page: expect.stringMatching(/^packages\/cases\/pages\/case\?case=150521-[0-9a-f]{32}$/),
      lang: 'zh_CN',
      data: {
        thing1: { value: '申报交给村里了' },
        character_string2: { value: expect.stringMatching(/^[\d ]+$/) },
        time3: { value: '2026-03-02 09:10' },
      },
    },
  ]);
  expect(await left()).toBe(0);
  await walk(office, 'accepted', { idNo: null, headName: '田二' });
  await office.tick();
  expect(wechat.arrived).toHaveLength(1);
  expect(await inbox()).toBe(3);
});

/** What the phone hears, what is left of two consents, and what the administrator sees, after all tries. */
const CASES: [
  Behaviour[],
  { arrived: number; left: number; outcome: string; dead: boolean; attempts: number },
][] = [
  [[0], { arrived: 1, left: 1, outcome: 'SENT', dead: false, attempts: 1 }],
  // Refused: WeChat has no consent, so ours are gone too.
  [[43101], { arrived: 1, left: 0, outcome: 'REFUSED', dead: false, attempts: 1 }],
  // A wrong template stays wrong: set aside at once, the consent is kept.
  [[47003], { arrived: 1, left: 2, outcome: '47003', dead: true, attempts: 1 }],
  [[40037], { arrived: 1, left: 2, outcome: '40037', dead: true, attempts: 1 }],
  // Busy, token over, turned away: nothing went out, so again.
  [[-1, 0], { arrived: 2, left: 1, outcome: 'SENT', dead: false, attempts: 2 }],
  [[40001, 42001, 0], { arrived: 3, left: 1, outcome: 'SENT', dead: false, attempts: 3 }],
  [['TURNED_AWAY', 0], { arrived: 2, left: 1, outcome: 'SENT', dead: false, attempts: 2 }],
  [Array(9).fill(-1), { arrived: 8, left: 2, outcome: '-1', dead: true, attempts: 8 }],
  // The answer was lost: the phone may have rung, so never again.
  [['HANG', 0], { arrived: 1, left: 1, outcome: 'UNKNOWN', dead: false, attempts: 1 }],
  [['DROP', 0], { arrived: 1, left: 1, outcome: 'UNKNOWN', dead: false, attempts: 1 }],
  [['NO_JSON', 0], { arrived: 1, left: 1, outcome: 'UNKNOWN', dead: false, attempts: 1 }],
  [['HTTP_502', 0], { arrived: 1, left: 1, outcome: 'UNKNOWN', dead: false, attempts: 1 }],
];

test.each(CASES)('the endpoint answers %j', async (behaviours, expected) => {
  await report(2);
  wechat.next(...behaviours);
  for (let tick = 0; tick < 10; tick += 1) {
    await office.tick();
    await wait();
  }
  const [push, ...more] = await pushes();
  expect(more).toEqual([]);
  expect({
    arrived: wechat.arrived.length,
    left: await left(),
    outcome: push?.outcome,
    dead: push?.dead,
    attempts: push?.attempts,
  }).toEqual(expected);
  expect(push?.done).toBe(!expected.dead);
  // Whatever WeChat does, the inbox says it once.
  expect(await inbox()).toBe(1);
});

test('no connection at all: tried again, nothing spent', async () => {
  await report(1);
  await wechat.close();
  await office.tick();
  expect(await pushes()).toEqual([{ outcome: 'ECONNREFUSED', dead: false, done: false, attempts: 1 }]);
  expect(await left()).toBe(1);
});

test('a timer that dies between the call and its mark: never a second call, and the administrator sees it', async () => {
  await report(2);
  await office.tick();
  await office.database.look(
    "UPDATE outbox SET done_at = NULL, outcome = NULL, leased_until = now() - interval '1 second' WHERE kind = 'PUSH'",
  );
  await office.tick();
  expect(wechat.arrived).toHaveLength(1);
  expect(await pushes()).toEqual([{ outcome: 'UNKNOWN', dead: false, done: true, attempts: 2 }]);
});

test('a timer that dies before the call begins: the call is made by the next', async () => {
  await report(2);
  wechat.next(-1);
  await office.tick();
  // Taken, and then nothing.
  await office.database.look(
    "UPDATE outbox SET leased_until = now() - interval '1 second', run_after = now() - interval '1 second' WHERE kind = 'PUSH'",
  );
  await office.tick();
  expect(await pushes()).toEqual([{ outcome: 'SENT', dead: false, done: true, attempts: 2 }]);
});

test('five timers at once: each person is told once in the inbox and rung once', async () => {
  await report(3);
  await walk(office, 'accepted', { idNo: null, headName: '田二' });
  await Promise.all(Array.from({ length: 5 }, () => office.tick()));
  await office.tick();
  expect(await inbox()).toBe(3);
  expect(wechat.arrived).toHaveLength(3);
  expect(await left()).toBe(0);
});

test('two messages and one consent: one of them rings', async () => {
  await report(1);
  await office.database.look('UPDATE subscription_credit SET remaining = 1');
  await walk(office, 'submitted', { idNo: null, headName: '田二' });
  await office.tick();
  expect(wechat.arrived).toHaveLength(1);
  expect((await pushes()).map(({ outcome }) => outcome).sort()).toEqual(['NO_CREDIT', 'SENT']);
});
