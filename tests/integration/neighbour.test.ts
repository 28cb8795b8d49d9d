import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { OPERATIONS, type OperationName } from '@shared/contract';
import { HEAD_ID, PHONE, TROUBLE, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

jest.setTimeout(240_000);

/**
 * Somebody of the neighbouring township sees nothing of this one: every operation that staff may call is called with the
 * very ids of this township's cases, clues, meetings and notices, by people who hold every role next door. What comes back
 * names nobody of here, whatever its status, and nothing was written.
 */
let office: Office;
let known: Record<string, string>;
/** Words that are this township's alone. */
let secret: string[];

const HEAD = '欧阳青松';
const NEXT_TOWN = '150521101';
const NEXT_VILLAGE = '150521101200';
const PEOPLE: Record<string, [role: string, region: string][]> = {
  'next-town': [
    ['TOWN_LEADER', NEXT_TOWN],
    ['TOWN_CLERK', NEXT_TOWN],
  ],
  'next-village': [
    ['VILLAGE', NEXT_VILLAGE],
    ['TASKFORCE', NEXT_VILLAGE],
    ['GRID', NEXT_VILLAGE],
  ],
};

async function hire(person: string): Promise<void> {
  const id = `demo-${person}`;
  await office.database.look(`INSERT INTO person (id, name, created_at) VALUES ($1, '外镇人', now())`, [id]);
  for (const [role, region] of PEOPLE[person] ?? [])
    await office.database.look(
      `INSERT INTO person_grant (county, person_id, role, region, from_day) VALUES ('150521', $1, $2, $3, '2000-01-01')`,
      [id, role, region],
    );
  const token = office.adapters.keys.demoToken(id);
  await office.database.look(
    "INSERT INTO signin_link (token_hash, person_id, expires_at, reusable) VALUES ($1, $2, '9999-12-31', true)",
    [office.adapters.keys.tokenHash(token), id],
  );
}

beforeAll(async () => {
  office = await openOffice();
  const announced = await walk(office, 'announced', { headName: HEAD });
  const open = await walk(office, 'closed', { headName: '阿古达木苏荣', idNo: null });
  office.at('2026-03-20 09:00');
  await office.must('chen-li', 'desk.claim', { caseId: open.caseId });
  const { clue } = await office.must('li-chunmei', 'clues.report', {
    village: FIRST_VILLAGE,
    name: '白长河来',
    risk: 'ACCIDENT',
  });
  const { case: seen } = await office.must('chen-li', 'reviews.case', { caseId: open.caseId });
  const { job } = await office.must('wu-haiyan', 'imports.start', {
    kind: 'CLUES',
    targetId: '150521-EDUCATION',
    fileName: 'x.csv',
    size: 10,
  });
  for (const person of Object.keys(PEOPLE)) await hire(person);
  // The id of the call itself may come back; whose case that is may not.
  known = {
    caseId: open.caseId,
    clueId: clue.id,
    jobId: job.id,
    noticeId: announced.noticeId,
    village: FIRST_VILLAGE,
    region: FIRST_VILLAGE.slice(0, 9),
    place: FIRST_VILLAGE,
    caseNo: seen.caseNo,
    text: HEAD,
    to: 'demo-li-chunmei',
    from: 'demo-chen-li',
  };
  secret = [HEAD, '阿古达木苏荣', '白长河来', seen.caseNo, HEAD_ID, PHONE, TROUBLE, announced.caseId];
});
afterAll(() => office.close());

/** What each kind of field is filled with so that a call gets past its schema; ids are those of this township. */
const FILLED = {
  version: 1,
  reason: '看一下',
  why: '看一下',
  opinion: '看一下',
  what: 'OPEN',
  kind: 'RECEIPT',
  risk: 'ACCIDENT',
  name: '外镇人',
  tab: 'ALL',
  limit: 200,
  kinshipDeclared: true,
  answer: { how: 'NO_RISK', words: '看过了' },
};

const staffs = OPERATIONS.filter(
  ({ callers, name }) => callers === 'STAFF' && !name.startsWith('local.'),
).map(({ name }) => ({ name: name as OperationName }));

test.each(Object.keys(PEOPLE))(
  '%s: no operation tells of this township, none changes anything of it',
  async (person) => {
    const count = () => office.database.look<{ n: number }>('SELECT count(*)::int AS n FROM case_event');
    const before = await count();
    const statuses = new Map<OperationName, number>();
    for (const operation of staffs) {
      const name = operation.name as OperationName;
      const { cases, ...input } = { ...FILLED, ...known, cases: [{ caseId: known.caseId, version: 1 }] };
      const answer = await office.ask(person, name, {
        input: { ...input, ...(name.startsWith('desk.') || name.startsWith('meetings.') ? { cases } : {}) },
      });
      const said = JSON.stringify(answer.body);
      for (const word of secret)
        expect([name, answer.status, said.includes(word)]).toEqual([name, answer.status, false]);
      statuses.set(name, answer.status);
    }
    const refused = (...names: OperationName[]) =>
      expect(names.map((name) => [name, statuses.get(name)])).toEqual(names.map((name) => [name, 404]));
    refused(
      'reviews.case',
      'desk.look',
      'desk.claim',
      'desk.colleagues',
      'clues.get',
      'clues.answer',
      'clues.families',
      'imports.get',
      'imports.report',
      'imports.advance',
    );
    expect(await count()).toEqual(before);
  },
);

test.each(Object.keys(PEOPLE))('%s: lists are empty and their counts are nought', async (person) => {
  const queue = await office.must(person, 'reviews.queue', { tab: 'ALL', limit: 200 });
  expect([queue.rows, queue.count, Object.values(queue.counts).filter(Boolean)]).toEqual([[], 0, []]);
  expect(Object.values(queue.steps).filter(Boolean)).toEqual([]);
  for (const place of [FIRST_VILLAGE, FIRST_VILLAGE.slice(0, 9)])
    expect((await office.must(person, 'reviews.queue', { tab: 'ALL', place })).rows).toEqual([]);
  for (const text of [HEAD, HEAD_ID, PHONE, known.caseNo ?? '']) {
    const { rows, more } = await office.must(person, 'reviews.search', { text });
    expect([rows, more]).toEqual([[], false]);
  }
  const { clues, counts } = await office.must(person, 'clues.list', {});
  expect([clues, Object.values(counts).filter(Boolean)]).toEqual([[], []]);
  const many = await office.must(person, 'desk.reviewMany', {
    cases: [{ caseId: known.caseId ?? '', version: 1 }],
    opinion: '同意',
    kinshipDeclared: true,
  });
  expect(many.results.map(({ result, headName }) => [result, headName])).toEqual([['REFUSED', '']]);
});

test('the charts of the township next door count nothing of this one', async () => {
  for (const span of ['D7', 'D90', 'QUARTER'] as const) {
    const { counts, overdue, steps, villages } = await office.must('next-town', 'reviews.glance', { span });
    expect([Object.values(counts).filter(Boolean), overdue, steps, villages]).toEqual([[], [], [], []]);
    for (const what of ['CAME_IN', 'WENT_OUT', 'DECIDED', 'ON_TIME', 'OPEN', 'OVERDUE', 'STEP'] as const)
      expect((await office.must('next-town', 'reviews.glanceCases', { span, what })).cases).toEqual([]);
  }
  for (const region of [FIRST_VILLAGE, FIRST_VILLAGE.slice(0, 9), '150521'])
    expect((await office.ask('next-town', 'reviews.glance', { input: { region } })).status).toBe(404);
});
