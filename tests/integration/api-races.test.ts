import { composeIdNumber } from '@shared/people';
import { REPORT, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const someId = (sequence: number) => composeIdNumber({ area: '990101', birthDate: '1980-01-01', sequence });

const VERIFIERS = [
  { personId: 'demo-li-chunmei', name: '李春梅', office: '保西村' },
  { personId: 'demo-wang-jianjun', name: '王建军', office: '驻村工作队' },
];

const countEvents = async (caseId: string) => {
  const [row] = await office.database.look<{ events: number }>(
    'SELECT count(*)::int AS events FROM case_event WHERE case_id = $1',
    [caseId],
  );
  return row?.events;
};

const countCases = async (): Promise<number> => {
  const [row] = await office.database.look<{ cases: number }>('SELECT count(*)::int AS cases FROM case_row');
  return row?.cases ?? 0;
};

test('two reviewers at once: one wins, the other hears where the case stands now', async () => {
  const { caseId, version } = await walk(office, 'submitted', { idNo: someId(1) });
  const input = { caseId, version, verifiers: VERIFIERS };
  const answers = await Promise.all([
    office.ask('li-chunmei', 'reviews.accept', { input }),
    office.ask('wang-jianjun', 'reviews.accept', { input }),
    office.ask('zhou-zhengping', 'reviews.accept', { input }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const lost = answers.filter(({ status }) => status === 409);
  for (const { body } of lost) {
    expect(body).toMatchObject({
      error: {
        code: 'conflict',
        reason: 'STALE_VERSION',
        message: '刚才有人办过这件事，您看到的是旧的。已换成新的，请再看一眼。',
        current: { state: 'VERIFYING', version: 3 },
      },
    });
  }
  expect(await countEvents(caseId)).toBe(3);
});

test('what the loser may do now is what the winner left', async () => {
  const { caseId, version } = await walk(office, 'accepted', { idNo: someId(2) });
  const { body } = await office.ask('wang-jianjun', 'reviews.accept', {
    input: { caseId, version: version - 1, verifiers: VERIFIERS },
  });
  expect(body).toMatchObject({
    error: { current: { state: 'VERIFYING', allowed: expect.arrayContaining(['recordVerification']) } },
  });
});

test('the same request id twice: one effect, the same answer', async () => {
  const before = await countCases();
  const said = { input: { ...REPORT, idNo: someId(3) }, requestId: 'tap-0001' };
  const first = await office.ask('tian-xiaoyu', 'applications.submit', said);
  const second = await office.ask('tian-xiaoyu', 'applications.submit', said);
  expect(first.status).toBe(200);
  expect(second).toEqual(JSON.parse(JSON.stringify(first)));
  expect(await countCases()).toBe(before + 1);
});

test('the same request id from five taps at once: one effect, the same answer', async () => {
  const before = await countCases();
  const said = { input: { ...REPORT, idNo: someId(4) }, requestId: 'tap-0002' };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => office.ask('tian-xiaoyu', 'applications.submit', said)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  expect(await countCases()).toBe(before + 1);
});

test('the same request id with another input is refused; of another person it is another id', async () => {
  const said = { input: { ...REPORT, idNo: someId(5) }, requestId: 'tap-0003' };
  await office.ask('tian-xiaoyu', 'applications.submit', said);
  const other = await office.ask('tian-xiaoyu', 'applications.submit', {
    ...said,
    input: { ...said.input, headName: '另一家' },
  });
  expect(other).toMatchObject({ status: 409, body: { error: { reason: 'REQUEST_ID_REUSED' } } });
  const neighbour = await office.ask('he-ming', 'applications.submit', {
    ...said,
    input: { ...said.input, idNo: someId(6) },
  });
  expect(neighbour.status).toBe(200);
});

test('a refused command leaves its request id free: it is decided anew', async () => {
  const { caseId, version } = await walk(office, 'submitted', { idNo: someId(7) });
  const accept = (given: number) =>
    office.ask('li-chunmei', 'reviews.accept', {
      input: { caseId, version: given, verifiers: VERIFIERS },
      requestId: 'tap-0004',
    });
  expect((await accept(version + 1)).status).toBe(409);
  expect((await accept(version)).status).toBe(200);
});

test('a family and a reviewer at once: both are done, one after the other', async () => {
  const { caseId, version } = await walk(office, 'accepted', { idNo: someId(8) });
  const [signed, asked] = await Promise.all([
    office.ask('tian-xiaoyu', 'applications.authorize', {
      input: { caseId, memberKey: 'head', method: 'SCREEN' },
    }),
    office.ask('tian-xiaoyu', 'applications.withdraw', { input: { caseId, reason: '不办了' } }),
  ]);
  expect([signed.status, asked.status]).toEqual([200, 200]);
  expect(await countEvents(caseId)).toBe(version + 2);
});

test('the same ID number reported twice at once by two people: one case to work on, and the other learns nothing of it', async () => {
  const input = { ...REPORT, idNo: someId(9) };
  const answers = await Promise.all([
    office.must('tian-xiaoyu', 'applications.submit', input),
    office.must('he-ming', 'applications.submit', input),
  ]);
  const seen = await Promise.all(
    answers.map(({ case: c }) => office.must('li-chunmei', 'reviews.case', { caseId: c.id })),
  );
  expect(seen.map(({ case: c }) => c.duplicate).sort()).toEqual([false, true]);
  const [first, second] = seen[0]?.case.duplicate ? [answers[1], answers[0]] : [answers[0], answers[1]];
  // Whoever types somebody's ID number need not be of that family: the receipt is like any other.
  for (const secret of [first?.case.caseNo ?? '', first?.case.id ?? ''])
    expect(JSON.stringify(second)).not.toContain(secret);
  const caseId = second?.case.id ?? '';
  const accepted = await office.ask('li-chunmei', 'reviews.accept', {
    input: { caseId, version: 1, verifiers: VERIFIERS },
  });
  expect(accepted.body).toMatchObject({ error: { reason: 'DUPLICATE_TO_MERGE' } });
  const merged = await office.must('li-chunmei', 'reviews.merge', { caseId, version: 1, opinion: '同一家' });
  expect(merged.case).toMatchObject({ state: 'MERGED', merged: { intoCaseId: first?.case.id } });
});

test('whoever has the case reports it a second time: refused, it is in hand already', async () => {
  const before = await countCases();
  const input = { ...REPORT, idNo: someId(10) };
  await office.must('tian-xiaoyu', 'applications.submit', input);
  const { status, body } = await office.ask('tian-xiaoyu', 'applications.submit', { input });
  expect([status, body]).toMatchObject([409, { error: { reason: 'DUPLICATE_OPEN_CASE' } }]);
  expect(await countCases()).toBe(before + 1);
});

test('case numbers are given in one row, without holes or twins', async () => {
  const people = Array.from({ length: 8 }, (_, index) => someId(20 + index));
  const answers = await Promise.all(
    people.map((idNo) => office.must('tian-xiaoyu', 'applications.submit', { ...REPORT, idNo })),
  );
  const numbers = answers.map((answer) => Number(answer.case.caseNo.slice(4, 8))).sort((a, b) => a - b);
  expect(new Set(numbers).size).toBe(people.length);
  expect(Math.max(...numbers) - Math.min(...numbers)).toBe(people.length - 1);
});
