import { openDatabase } from '@functions/adapters/postgres/scoped';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const inbox = async (person: string) => (await office.must(person, 'accounts.messages', {})).messages;

const waiting = () =>
  office.database.look<{ attempts: number; dead: boolean; done: boolean; leased: boolean }>(
    "SELECT attempts, dead, done_at IS NOT NULL AS done, leased_until IS NOT NULL AS leased FROM outbox WHERE kind <> 'CASE_DESK' ORDER BY id",
  );

test('a family is told of what happens to its case, in order; staff of what has come to them, and nobody else', async () => {
  const { caseId } = await walk(office, 'accepted');
  expect(await inbox('tian-xiaoyu')).toEqual([]);
  await office.tick();
  const messages = await inbox('tian-xiaoyu');
  expect(messages.map(({ title }) => title.replace(/（.*）/, ''))).toEqual([
    '村里收下了您家的申报',
    '申报交给村里了',
  ]);
  expect(messages[0]).toMatchObject({ caseId, read: false, at: '2026-03-02T07:00:00.000Z' });
  const titles = async (person: string) => (await inbox(person)).map(({ title }) => title);
  // 李春梅 accepted it herself and is one of the two who visit: she knows that.
  expect(await titles('li-chunmei')).toEqual(['田有福家：申报了，等您收下']);
  expect(await titles('wang-jianjun')).toEqual(['请去田有福家看情况', '田有福家：申报了，等您收下']);
  for (const person of ['he-ming', 'zhao-dayong', 'sun-xiuying', 'chen-li'])
    expect(await inbox(person)).toEqual([]);
});

test('a message is read once and stays read; of somebody else it is not there', async () => {
  await walk(office, 'submitted');
  await office.tick();
  const [message] = await inbox('tian-xiaoyu');
  const messageId = message?.id ?? '';
  const other = await office.ask('he-ming', 'accounts.readMessage', { input: { messageId } });
  expect(other.status).toBe(404);
  await office.must('tian-xiaoyu', 'accounts.readMessage', { messageId });
  await office.must('tian-xiaoyu', 'accounts.readMessage', { messageId });
  expect(await inbox('tian-xiaoyu')).toMatchObject([{ id: messageId, read: true }]);
});

test('two timers at once send nothing twice', async () => {
  await walk(office, 'accepted');
  await Promise.all([office.tick(), office.tick(), office.tick()]);
  expect(await inbox('tian-xiaoyu')).toHaveLength(2);
});

test('a timer that dies with work in hand: the work is done after its lease, and what was sent is not sent again', async () => {
  await walk(office, 'submitted');
  await office.tick();
  // Sent, but not marked: as if it had been killed in between, its lease still running.
  await office.database.look("UPDATE outbox SET done_at = NULL, leased_until = now() + interval '1 minute'");
  await office.tick();
  expect(await waiting()).toMatchObject([{ done: false, leased: true }]);
  await office.database.look("UPDATE outbox SET leased_until = now() - interval '1 second'");
  await office.tick();
  expect(await waiting()).toMatchObject([{ done: true, attempts: 2 }]);
  expect(await inbox('tian-xiaoyu')).toHaveLength(1);
});

test('what fails is tried again later, stops nothing else, and is set aside after eight times', async () => {
  await walk(office, 'accepted');
  await office.database.look("UPDATE outbox SET kind = 'UNKNOWN' WHERE id = (SELECT min(id) FROM outbox)");
  await office.tick();
  expect(await waiting()).toEqual([
    { attempts: 1, dead: false, done: false, leased: false },
    { attempts: 1, dead: false, done: true, leased: false },
    { attempts: 1, dead: false, done: true, leased: false },
  ]);
  expect(await inbox('tian-xiaoyu')).toHaveLength(1);
  const [first] = await office.database.look<{ wait: number }>(
    'SELECT extract(epoch FROM run_after - now())::int AS wait FROM outbox ORDER BY id LIMIT 1',
  );
  expect(first?.wait).toBeGreaterThan(15);
  for (let attempt = 2; attempt <= 9; attempt += 1) {
    await office.database.look("UPDATE outbox SET run_after = now() - interval '1 second'");
    await office.tick();
  }
  expect((await waiting())[0]).toEqual({ attempts: 8, dead: true, done: false, leased: false });
});

test('a command that is rolled back leaves nothing to send', async () => {
  const { caseId, version } = await walk(office, 'submitted');
  const before = await waiting();
  const { status } = await office.ask('li-chunmei', 'reviews.accept', {
    input: {
      caseId,
      version,
      verifiers: [1, 2].map(() => ({ personId: 'demo-li-chunmei', name: '李春梅' })),
    },
  });
  expect(status).toBe(422);
  expect(await waiting()).toEqual(before);
});

test('a publicity that cannot be closed keeps no other from closing', async () => {
  const broken = await walk(office, 'posted', { idNo: null, headName: '田一' });
  const sound = await walk(office, 'posted', { idNo: null, headName: '田二' });
  await office.database.look("UPDATE case_event SET sealed = '\\x00' WHERE case_id = $1 AND seq = 2", [
    broken.caseId,
  ]);
  office.at('2026-03-12 00:05');
  const { body } = await office.pipeline.invoke({
    operation: 'timers.tick',
    input: {},
    identity: { kind: 'system' },
  });
  expect((body as { operations: unknown[] }).operations).toEqual(
    expect.arrayContaining([{ name: 'closePublicity', status: 'FAILED', count: 1, lastOkAt: null }]),
  );
  const states = await office.database.look<{ id: string; state: string }>('SELECT id, state FROM case_row');
  expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
    [broken.caseId]: 'PUBLICITY',
    [sound.caseId]: 'TOWN_REVIEW',
  });
});

test('a publicity is closed on the day after its last, not before, and its notice ends with it', async () => {
  const { caseId, noticeId } = await walk(office, 'posted');
  const state = async () => (await office.must('li-chunmei', 'reviews.case', { caseId })).case.state;
  office.at('2026-03-11 23:59');
  await office.tick();
  expect(await state()).toBe('PUBLICITY');
  office.at('2026-03-12 00:00');
  await office.tick();
  expect(await state()).toBe('TOWN_REVIEW');
  const [notice] = await office.database.look<{ ended: boolean }>(
    'SELECT ended_at IS NOT NULL AS ended FROM notice WHERE id = $1',
    [noticeId],
  );
  expect(notice).toEqual({ ended: true });
});

test('what is kept for a time goes after it: drafts, first answers, sessions', async () => {
  await office.must('tian-xiaoyu', 'applications.saveDraft', {
    formVersion: 1,
    step: 'a',
    answers: { headName: '田有福' },
  });
  const drafts = async () => (await office.must('tian-xiaoyu', 'applications.draft', {})).draft;
  office.at('2026-03-31 09:00');
  await office.tick();
  expect(await drafts()).not.toBeNull();
  office.at('2026-04-02 09:00');
  await office.tick();
  expect(await drafts()).toBeNull();

  await office.database.look("UPDATE request_log SET at = now() - interval '7 days 1 minute'");
  await office.database.look("UPDATE session SET expires_at = now() - interval '1 minute'");
  await office.tick();
  const [left] = await office.database.look(
    'SELECT (SELECT count(*)::int FROM request_log) AS requests, (SELECT count(*)::int FROM session) AS sessions',
  );
  expect(left).toEqual({ requests: 0, sessions: 0 });
});

test('another process with the same database finds what is there: nothing is kept in memory', async () => {
  await walk(office, 'submitted');
  const second = openDatabase({ url: office.database.appUrl });
  const { runTick } = await import('@functions/runtime/timer');
  const { createPipeline } = await import('@functions/runtime/pipeline');
  await runTick(
    createPipeline({ ...office.adapters, database: second }, { profile: 'cloud' }),
    office.adapters.log,
  );
  await second.close();
  expect(await inbox('tian-xiaoyu')).toHaveLength(1);
});
