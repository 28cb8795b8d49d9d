import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const setAside = () => office.must('wu-haiyan', 'deliveries.setAside', {});
const ids = { county: '150521', reason: '' };

test('what was set aside is listed without a word of it, tried again or given up by a person, and both are kept', async () => {
  await walk(office, 'accepted');
  await office.database.look("UPDATE outbox SET dead = true, attempts = 8, outcome = 'INTERNAL'");
  await office.tick();
  const before = await setAside();
  expect(before).toMatchObject({ waiting: 0, oldestSeconds: 0 });
  expect(before.rows.length).toBeGreaterThan(2);
  expect(before.rows[0]).toEqual({
    ...{ county: '150521', id: expect.any(Number), kind: expect.any(String), stands: 'DEAD' },
    ...{ outcome: 'INTERNAL', attempts: 8, since: expect.any(String) },
  });
  expect(JSON.stringify(before)).not.toMatch(/田有福|caseId|1505210/);
  expect(before.timers.map(({ name }) => name)).toContain('deliverOutbox');

  const [first, second] = before.rows;
  if (!first || !second) throw new Error('nothing was set aside');
  const silent = await office.ask('wu-haiyan', 'deliveries.retry', {
    input: { ...ids, deliveryId: first.id },
  });
  expect(silent.status).toBe(422);
  const said = { county: '150521', reason: '网断过' };
  for (const person of ['li-chunmei', 'gao-zhiyuan', 'chen-li']) {
    expect((await office.ask(person, 'deliveries.setAside')).status).toBe(403);
    const input = { ...said, deliveryId: first.id };
    expect((await office.ask(person, 'deliveries.retry', { input })).status).toBe(404);
  }
  await office.must('wu-haiyan', 'deliveries.retry', { ...said, deliveryId: first.id });
  await office.must('wu-haiyan', 'deliveries.giveUp', { ...said, deliveryId: second.id });
  await office.tick();
  expect((await setAside()).rows).toEqual(before.rows.slice(2));
  const left = await office.database.look(
    'SELECT id::int, outcome FROM outbox WHERE id = ANY($1) ORDER BY id',
    [[first.id, second.id]],
  );
  expect(left).toEqual([
    { id: first.id, outcome: 'DONE' },
    { id: second.id, outcome: 'GIVEN_UP' },
  ]);
  const kept = await office.database.look("SELECT detail FROM audit WHERE what = 'DELIVERY' ORDER BY id");
  expect(kept).toEqual([{ detail: `RETRY ${first.id}` }, { detail: `GIVE_UP ${second.id}` }]);
  // Once settled it is nobody's to settle.
  const again = { input: { ...said, deliveryId: second.id } };
  expect((await office.ask('wu-haiyan', 'deliveries.retry', again)).status).toBe(404);
});

test('the timers say what waits, what stands still and when each last went well; done work is forgotten in its time', async () => {
  await walk(office, 'accepted');
  await office.database.look(
    "UPDATE outbox SET dead = true, outcome = 'INTERNAL' WHERE id = (SELECT min(id) FROM outbox)",
  );
  await office.tick();
  const told = office.logged.filter(({ operation }) => operation === 'timers.outbox').at(-1);
  expect(told).toMatchObject({
    reason: 'SET_ASIDE',
    figures: { waiting: 0, dead: 1, unknown: 0, oldestSeconds: 0 },
  });
  const count = () => office.database.look<{ n: number }>('SELECT count(*)::int AS n FROM outbox');
  const [before] = await count();
  await office.database.look(
    "UPDATE outbox SET done_at = now() - interval '183 days' WHERE done_at IS NOT NULL",
  );
  await office.tick();
  expect(await count()).toEqual([before]);
  await office.database.look(
    "UPDATE outbox SET done_at = now() - interval '185 days' WHERE done_at IS NOT NULL",
  );
  await office.tick();
  // What was set aside waits for a person, however long.
  expect(await count()).toEqual([{ n: 1 }]);
});
