import { OPERATIONS } from '@shared/contract';
import { HEAD_ID, REPORT, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
let caseId: string;
let version: number;

beforeAll(async () => {
  office = await openOffice();
  ({ caseId, version } = await walk(office, 'submitted'));
  for (const person of ['he-ming', 'li-chunmei', 'chen-li']) await office.identity(person);
});
afterAll(() => office.close());

/** Rows of every table but the counters of calls, which every call writes. */
async function countAll(): Promise<Record<string, number>> {
  const tables = await office.database.look<{ name: string; rows: string }>(
    `SELECT relname AS name,
            (xpath('/row/rows/text()', query_to_xml(format('SELECT count(*) AS rows FROM %I', relname), false, true, '')))[1]::text AS rows
       FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'rate_counter'`,
  );
  return Object.fromEntries(tables.map(({ name, rows }) => [name, Number(rows)]));
}

interface Wrong {
  name: string;
  change: object;
  status?: number;
  field?: string;
  reason: string;
  message: RegExp;
}

const WRONG: Wrong[] = [
  {
    name: 'an ID number of 17 digits',
    change: { idNo: HEAD_ID.slice(0, 17) },
    field: 'idNo',
    reason: 'ID_LENGTH',
    message: /您填了 17 位，身份证号是 18 位/,
  },
  {
    name: 'an ID number whose last digit is wrong',
    change: { idNo: HEAD_ID.slice(0, 17) + (HEAD_ID.endsWith('1') ? '2' : '1') },
    field: 'idNo',
    reason: 'ID_CHECKSUM',
    message: /这个号码对不上/,
  },
  {
    name: 'an emoji for a name',
    change: { headName: '田😀有' },
    field: 'headName',
    reason: 'NAME_EMOJI',
    message: /表情/,
  },
  {
    name: 'no name',
    change: { headName: '' },
    field: 'headName',
    reason: 'NAME_EMPTY',
    message: /还没有写名字/,
  },
  {
    name: 'a phone of ten digits',
    change: { phone: '1990000123' },
    field: 'phone',
    reason: 'PHONE_LENGTH',
    message: /您填了 10 位/,
  },
  {
    name: 'no trouble at all',
    change: { difficulty: { phrases: [], text: '' } },
    field: 'difficulty',
    reason: 'REQUIRED',
    message: /还没有填/,
  },
  {
    name: 'no kind of risk',
    change: { riskTypes: [] },
    field: 'riskTypes',
    reason: 'REQUIRED',
    message: /还没有填/,
  },
  {
    name: 'a fourth kind of risk',
    change: { riskTypes: ['ILLNESS', 'SCHOOLING', 'WATER', 'HOUSING'] },
    field: 'riskTypes',
    reason: 'TOO_MANY',
    message: /选多了/,
  },
  {
    name: 'a kind of risk that does not exist',
    change: { riskTypes: ['LAZINESS'] },
    field: 'riskTypes.0',
    reason: 'INVALID',
    message: /填得不对/,
  },
  {
    name: 'a story of 1,001 characters',
    change: { difficulty: { text: '难'.repeat(1001) } },
    field: 'difficulty.text',
    reason: 'TOO_LONG',
    message: /太长/,
  },
  {
    name: 'a control character',
    change: { group: '2\u0000组' },
    field: 'group',
    reason: 'CONTROL_CHARS',
    message: /看不见的符号/,
  },
  {
    name: 'a text of 2 MB',
    change: { difficulty: { text: '难'.repeat(700_000) } },
    status: 413,
    reason: 'BODY_TOO_LARGE',
    message: /内容太多/,
  },
  {
    name: 'a village that does not exist',
    change: { village: '150521100999' },
    status: 404,
    reason: 'VILLAGE_UNKNOWN',
    message: /没有找到这个村/,
  },
  {
    name: 'a village of another county',
    change: { village: '990101001201' },
    status: 404,
    reason: 'VILLAGE_UNKNOWN',
    message: /没有找到这个村/,
  },
  {
    name: 'a village that is none',
    change: { village: '000000000000' },
    status: 404,
    reason: 'VILLAGE_UNKNOWN',
    message: /没有找到这个村/,
  },
  {
    name: 'eleven digits for a village',
    change: { village: '15052110020' },
    field: 'village',
    reason: 'BAD_VILLAGE',
    message: /没有找到这个村/,
  },
  {
    name: "a photo that is not the caller's",
    change: { photoIds: ['150521-0123456789abcdef0123456789abcdef'] },
    field: 'photoIds.0',
    reason: 'ATTACHMENT_UNKNOWN',
    message: /照片没有找到/,
  },
];

test.each(WRONG)('$name: the right error in Chinese, and nothing is written', async (wrong) => {
  const before = await countAll();
  const { status, body } = await office.ask('he-ming', 'applications.submit', {
    input: { ...REPORT, idNo: null, ...wrong.change },
  });
  const { error } = body as {
    error: { reason: string; message: string; issues?: { field: string; message: string }[] };
  };
  expect(status).toBe(wrong.status ?? 422);
  expect(error.reason).toBe(wrong.reason);
  expect(error.message).toMatch(wrong.message);
  if (wrong.field !== undefined) {
    expect(error.issues?.map(({ field }) => field)).toContain(wrong.field);
    expect(error.issues?.find(({ field }) => field === wrong.field)?.message).toMatch(wrong.message);
  }
  expect(await countAll()).toEqual(before);
});

test('a visit on 30 February is refused at its field', async () => {
  const before = await countAll();
  const { status, body } = await office.ask('li-chunmei', 'reviews.recordVerification', {
    input: { caseId, version, visitedOn: '2026-02-30', mode: 'HOME_VISIT' },
  });
  expect(status).toBe(422);
  expect(body).toMatchObject({
    error: {
      issues: expect.arrayContaining([
        { field: 'visitedOn', reason: 'BAD_DATE', message: '没有这一天，请重新选日期。' },
      ]),
    },
  });
  expect(await countAll()).toEqual(before);
});

test("someone else's case is not there, whoever asks and however", async () => {
  for (const person of ['he-ming', 'shen-wen', 'sun-xiuying']) {
    expect(await office.ask(person, 'applications.get', { input: { caseId } })).toMatchObject({
      status: 404,
      body: { error: { reason: 'NOT_FOUND' } },
    });
  }
  const known = await office.ask('sun-xiuying', 'reviews.case', { input: { caseId } });
  const unknown = await office.ask('sun-xiuying', 'reviews.case', {
    input: { caseId: '150521-0123456789abcdef0123456789abcdef' },
  });
  const plain = ({ body }: { body: unknown }) => ({ ...(body as { error: object }).error, traceId: '' });
  expect(known.status).toBe(404);
  expect(plain(known)).toEqual(plain(unknown));
});

test('a command of staff on a case of another village is not there, before its version or input is looked at', async () => {
  const { status } = await office.ask('sun-xiuying', 'reviews.confirmRejection', {
    input: { caseId, version: 99, opinion: '同意' },
  });
  expect(status).toBe(404);
});

test('a stale version is refused with the present state, and nothing is written', async () => {
  const before = await countAll();
  const { status, body } = await office.ask('li-chunmei', 'reviews.triage', {
    input: { caseId, version: version + 5, proposal: 'NOT_INCLUDE', opinion: '看过' },
  });
  expect(status).toBe(409);
  expect(body).toMatchObject({
    error: {
      reason: 'STALE_VERSION',
      current: {
        state: 'SUBMITTED',
        version,
        allowed: ['accept', 'recordMeasure', 'declareKinship', 'openGreenChannel', 'merge', 'notAccept'],
      },
    },
  });
  expect(await countAll()).toEqual(before);
});

test('a step that is not the own, and one that is not due, say so', async () => {
  const early = await office.ask('chen-li', 'reviews.townReview', {
    input: { caseId, version, opinion: '同意' },
  });
  expect(early).toMatchObject({ status: 409, body: { error: { reason: 'WRONG_STATE' } } });
  const notMine = await office.ask('li-chunmei', 'reviews.townReview', {
    input: { caseId, version, opinion: '同意' },
  });
  expect(notMine).toMatchObject({
    status: 403,
    body: { error: { reason: 'ROLE_MAY_NOT', message: '这一步不归您办。' } },
  });
});

test('staff do not come by the door of the family, nor the family by the door of staff', async () => {
  expect((await office.ask('li-chunmei', 'applications.get', { input: { caseId } })).status).toBe(403);
  expect((await office.ask('tian-xiaoyu', 'reviews.case', { input: { caseId } })).status).toBe(403);
});

test('a member of staff who reported for a family never handles that case', async () => {
  const reported = await office.must('zhao-dayong', 'applications.submit', {
    ...REPORT,
    idNo: null,
    reporter: { relation: 'GRID', name: '赵大勇', reason: '没有手机' },
    channel: 'CADRE',
  });
  expect(reported.case.report.reporter.relation).toBe('GRID');
  const { status } = await office.ask('zhao-dayong', 'reviews.case', { input: { caseId: reported.case.id } });
  expect(status).toBe(403);
  const queue = await office.must('zhao-dayong', 'reviews.queue', { tab: 'DUE_THIS_WEEK' });
  expect(queue.rows.map((row) => row.id)).not.toContain(reported.case.id);
});

test('a channel other than the own report is only written down by staff', async () => {
  const { case: own } = await office.must('he-ming', 'applications.submit', {
    ...REPORT,
    idNo: null,
    channel: 'DEPT_ALERT',
  });
  const { case: seen } = await office.must('li-chunmei', 'reviews.case', { caseId: own.id });
  expect(seen.channel).toBe('SELF_MINIAPP');
});

test('an error of ours tells a trace id and nothing else, and is logged without what was said', async () => {
  const broken = { ...office.adapters.objects };
  Object.assign(office.adapters.objects, {
    presignUpload: () => Promise.reject(new Error('secret store.internal:9000 田有福')),
  });
  try {
    const { status, body } = await office.ask('tian-xiaoyu', 'attachments.start', {
      input: { kind: 'OTHER', contentType: 'image/png', size: 10 },
    });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(body).toMatchObject({
      error: { code: 'internal', reason: 'INTERNAL', traceId: expect.any(String) },
    });
    const entry = office.logged.at(-1);
    expect(entry).toMatchObject({ status: 500, operation: 'attachments.start', failure: { name: 'Error' } });
    expect(JSON.stringify(entry)).not.toContain('田有福');
  } finally {
    Object.assign(office.adapters.objects, broken);
  }
});

test('every operation that needs somebody refuses a stranger before it looks at the input', async () => {
  for (const { name, callers } of OPERATIONS) {
    if (callers !== 'PERSON' && callers !== 'STAFF') continue;
    const answer = await office.ask('-', name as never, { input: { nonsense: true } });
    expect([name, answer.status]).toEqual([name, 401]);
    expect(answer.body).toMatchObject({ error: { reason: 'SIGN_IN_FIRST', message: '请先登录。' } });
  }
});

test('every operation of staff refuses a villager', async () => {
  for (const { name, callers } of OPERATIONS) {
    if (callers !== 'STAFF') continue;
    const { status } = await office.ask('he-ming', name as never, { input: {} });
    expect([name, status]).toEqual([name, 403]);
  }
});
