import { releaseClaimsOf } from '@functions/runtime/cases/claims';
import { DEMO_COUNTY, FIRST_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** Who has a case in hand: how an office divides its work, beside the procedure. */
let office: Office;
let sequence = 0;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const family = (step: Parameters<typeof walk>[1] = 'submitted') => {
  sequence += 1;
  return walk(office, step, { idNo: composeIdNumber({ area: '990101', birthDate: '1981-01-01', sequence }) });
};

const holderOf = async (caseId: string) => {
  const [row] = await office.database.look<{ holder_id: string | null; open: string[] | null }>(
    `SELECT holder_id, (SELECT array_agg(person_id) FROM case_claim c WHERE c.case_id = r.id AND ended_at IS NULL) AS open
       FROM case_row r WHERE id = $1`,
    [caseId],
  );
  // The queue's column and the claim say the same, always.
  expect(row?.open ?? []).toEqual(row?.holder_id === null ? [] : [row?.holder_id]);
  return row?.holder_id ?? null;
};

const ended = async (caseId: string) => {
  const rows = await office.database.look<{ ended_how: string | null }>(
    'SELECT ended_how FROM case_claim WHERE case_id = $1 ORDER BY at, id',
    [caseId],
  );
  return rows.map(({ ended_how }) => ended_how);
};

const VERIFIERS = [
  { personId: 'demo-li-chunmei', name: '李春梅', office: '保西村' },
  { personId: 'demo-wang-jianjun', name: '王建军', office: '驻村工作队' },
];

test('three at once: one has it, the others hear who, and the version has not moved', async () => {
  const { caseId, version } = await family();
  const people = ['li-chunmei', 'zhou-zhengping', 'wang-jianjun'];
  const answers = await Promise.all(
    people.map((person) => office.ask(person, 'desk.claim', { input: { caseId } })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const winner = people[answers.findIndex(({ status }) => status === 200)] ?? '';
  const { case: c } = await office.must(winner, 'reviews.case', { caseId });
  const { name } = await office.must(winner, 'accounts.me', {});
  for (const { body } of answers.filter(({ status }) => status === 409))
    expect(body).toMatchObject({ error: { reason: 'CLAIMED_BY', message: `这件现在在${name}手上。` } });
  expect(await holderOf(caseId)).toBe(`demo-${winner}`);
  expect(c.version).toBe(version);
  // A second tap of the winner changes nothing.
  await office.must(winner, 'desk.claim', { caseId });
  expect(await ended(caseId)).toEqual([null]);
});

test('who decides on what a colleague has is told who that is; taking it over opens the way', async () => {
  const { caseId, version } = await family();
  await office.must('li-chunmei', 'desk.claim', { caseId });
  const accept = { input: { caseId, version, verifiers: VERIFIERS } };
  const refused = await office.ask('zhou-zhengping', 'reviews.accept', accept);
  expect(refused).toMatchObject({
    status: 409,
    body: { error: { reason: 'HELD_BY_COLLEAGUE', message: '这件在李春梅手上。要您来办，先接过来。' } },
  });
  const over = { caseId, from: 'demo-li-chunmei', reason: '她今天不在' };
  const taken = await office.must('zhou-zhengping', 'desk.takeOver', over);
  expect(taken.claim).toMatchObject({ mine: true, how: 'TAKEN', maker: '周正平', why: '她今天不在' });
  await office.must('zhou-zhengping', 'reviews.accept', accept.input);
  await office.tick();
  const { messages } = await office.must('li-chunmei', 'accounts.messages', {});
  expect(messages).toContainEqual(
    expect.objectContaining({ title: '周正平把田有福家这件接过去了', text: '原因：她今天不在' }),
  );
  // Whoever looked at the old holder does not rob the new one.
  const late = await office.ask('wang-jianjun', 'desk.takeOver', { input: { ...over, reason: '我来办' } });
  expect(late).toMatchObject({ status: 409, body: { error: { reason: 'CLAIMED_BY' } } });
});

test('handed over with a reason to a colleague of this office, and to nobody else', async () => {
  const { caseId } = await family();
  await office.must('li-chunmei', 'desk.claim', { caseId });
  const { colleagues } = await office.must('li-chunmei', 'desk.colleagues', { caseId });
  expect(colleagues.map(({ name }) => name).sort()).toEqual(['周正平', '王建军'].sort());
  const give = (to: string, reason: string) =>
    office.ask('li-chunmei', 'desk.handOver', { input: { caseId, to, reason } });
  expect(await give('demo-sun-xiuying', '去开会')).toMatchObject({
    status: 422,
    body: { error: { issues: [{ field: 'to', reason: 'NOT_OF_THIS_OFFICE' }] } },
  });
  expect((await give('demo-wang-jianjun', ' ')).status).toBe(422);
  expect((await give('demo-wang-jianjun', '去开会')).status).toBe(200);
  expect(await holderOf(caseId)).toBe('demo-wang-jianjun');
  await office.tick();
  const { messages } = await office.must('wang-jianjun', 'accounts.messages', {});
  expect(messages).toContainEqual(
    expect.objectContaining({ title: '李春梅把田有福家这件交给您了', text: '原因：去开会' }),
  );
  // It is in his hands now: she can give it no more.
  expect((await give('demo-zhou-zhengping', '再交一次')).status).toBe(409);
});

test('another office neither claims it nor is held up; strangers learn nothing', async () => {
  const { caseId } = await family();
  for (const [person, status] of [
    ['chen-li', 409],
    ['gao-zhiyuan', 409],
    ['sun-xiuying', 404],
    ['tian-xiaoyu', 403],
  ] as const)
    expect([person, (await office.ask(person, 'desk.claim', { input: { caseId } })).status]).toEqual([
      person,
      status,
    ]);
});

test('it leaves the hands with the office, stays in them while the family looks for papers', async () => {
  const { caseId, version } = await family('compared');
  await office.must('li-chunmei', 'desk.claim', { caseId });
  const { case: asked } = await office.must('li-chunmei', 'reviews.requestSupplement', {
    caseId,
    version,
    items: [{ key: 'a', kind: 'READABLE_PAPER', what: '住院票据', why: '没拍清' }],
  });
  expect(asked.state).toBe('SUPPLEMENT');
  expect(await holderOf(caseId)).toBe('demo-li-chunmei');

  const triaged = await family('closed');
  await office.must('chen-li', 'desk.claim', { caseId: triaged.caseId });
  await office.must('chen-li', 'reviews.townReview', {
    caseId: triaged.caseId,
    version: triaged.version,
    opinion: '同意',
  });
  expect(await holderOf(triaged.caseId)).toBeNull();
  expect(await ended(triaged.caseId)).toEqual(['LEFT_OFFICE']);
});

test("a leaver's cases go back to the queue", async () => {
  const { caseId } = await family();
  await office.must('zhou-zhengping', 'desk.claim', { caseId });
  const { adapters } = office;
  const freed = await adapters.database.transaction({ region: FIRST_VILLAGE, person: 'system' }, (db) =>
    releaseClaimsOf({ db, now: adapters.clock.now() }, DEMO_COUNTY, 'demo-zhou-zhengping'),
  );
  expect(freed).toBeGreaterThan(0);
  expect(await holderOf(caseId)).toBeNull();
  await office.must('wang-jianjun', 'desk.claim', { caseId });
});

test('each change of hands is in the audit, and why it was made is sealed', async () => {
  const rows = await office.database.look<{ what: string; why: Buffer }>(
    "SELECT what, why FROM audit WHERE what = 'CLAIM'",
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.some(({ why }) => why.includes('今天不在'))).toBe(false);
  const [claim] = await office.database.look<{ why: Buffer }>(
    "SELECT why FROM case_claim WHERE how = 'TAKEN'",
  );
  expect(claim?.why.includes('今天不在')).toBe(false);
});
