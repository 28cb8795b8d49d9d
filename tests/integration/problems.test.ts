import { DEMO_COUNTY, FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
let caseNo = '';
beforeAll(async () => {
  office = await openOffice();
  const { caseId } = await walk(office, 'accepted');
  const [row] = await office.database.look<{ case_no: string }>(
    'SELECT case_no FROM case_row WHERE id = $1',
    [caseId],
  );
  caseNo = row?.case_no ?? '';
  office.at('2026-03-10 09:00');
});
afterAll(() => office.close());

const TOWN = FIRST_VILLAGE.slice(0, 9);
const FOUND = {
  ...{ region: FIRST_VILLAGE, source: 'SUPERVISION' as const, words: '走访记录不全', dueOn: '2026-03-20' },
};
const enter = (person: string, change = {}) =>
  office.ask(person, 'problems.enter', { input: { ...FOUND, ...change } });
const reasonOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { error?: { reason: string } }).error?.reason,
];
const idsOf = async (person: string) =>
  (await office.must(person, 'problems.list', { limit: 200 })).problems.map(({ id }) => id);

test('a problem is entered from above for the own place, about a household that is known there, with a day to come', async () => {
  for (const [person, change] of [
    ['li-chunmei', {}],
    ['chen-li', { region: DEMO_COUNTY }],
    ['chen-li', { region: '150521101' }],
    ['ma-jun', {}],
    ['su-jing', {}],
    ['tian-xiaoyu', {}],
  ] as const)
    expect([403, 404]).toContain((await enter(person, change)).status);
  expect(reasonOf(await enter('chen-li', { dueOn: '2026-03-09' }))).toEqual([422, 'PROBLEM_DAY_PAST']);
  expect(reasonOf(await enter('chen-li', { caseNo: '2603 9999 9' }))).toEqual([422, 'PROBLEM_CASE_UNKNOWN']);
  const elsewhere = { region: SECOND_VILLAGE, caseNo };
  expect(reasonOf(await enter('chen-li', elsewhere))).toEqual([422, 'PROBLEM_CASE_UNKNOWN']);
  const { problem } = await office.must('chen-li', 'problems.enter', { ...FOUND, caseNo });
  expect(problem).toMatchObject({
    ...{ place: '保康镇 保西村', family: { caseNo, headName: '田有福' }, state: 'OPEN', lateDays: 0 },
    may: { claim: true, mend: false, close: false },
  });
  expect(await idsOf('li-chunmei')).toEqual([problem.id]);
  expect(await idsOf('wu-haiyan')).toEqual([problem.id]);
  expect(await idsOf('sun-xiuying')).toEqual([]);
  const input = { problemId: problem.id };
  for (const person of ['sun-xiuying', 'ma-jun', 'su-jing'])
    expect([403, 404]).toContain((await office.ask(person, 'problems.get', { input })).status);
});

test('a department sees what is asked of it, without the family, and nothing else', async () => {
  const { problem } = await office.must('wu-haiyan', 'problems.enter', {
    ...{ ...FOUND, region: TOWN, department: 'CIVIL_AFFAIRS', words: '低保金发晚了' },
  });
  const { problem: named } = await office.must('wu-haiyan', 'problems.enter', {
    ...{ ...FOUND, department: 'CIVIL_AFFAIRS', caseNo },
  });
  const { problem: other } = await office.must('wu-haiyan', 'problems.enter', {
    ...{ ...FOUND, department: 'EDUCATION' },
  });
  const seen = await office.must('ma-jun', 'problems.list', {});
  const [grant] = await office.database.look<{ department: string }>(
    "SELECT department FROM person_grant WHERE person_id = 'demo-ma-jun'",
  );
  const own = { CIVIL_AFFAIRS: [problem.id, named.id], EDUCATION: [other.id] }[grant?.department ?? ''] ?? [];
  expect(seen.problems.map(({ id }) => id).sort()).toEqual([...own].sort());
  expect(seen.problems.map(({ family }) => family).filter((family) => family !== null)).toEqual([]);
  for (const { id, may } of seen.problems) {
    expect(may).toEqual({ claim: true, mend: false, close: false });
    await office.must('ma-jun', 'problems.claim', { problemId: id });
    await office.must('ma-jun', 'problems.mend', { problemId: id, words: '改了' });
  }
});

test('who took it on puts it right with proof; another one looks, gives it back once, and closes it', async () => {
  const { problem } = await office.must('chen-li', 'problems.enter', FOUND);
  const at = { problemId: problem.id };
  const act = (person: string, op: 'claim' | 'mend' | 'close', more = {}) =>
    office.ask(person, `problems.${op}`, { input: { ...at, ...more } });
  expect(reasonOf(await act('li-chunmei', 'mend', { words: '改了' }))).toEqual([409, 'PROBLEM_STATE']);
  const claims = await Promise.all([act('li-chunmei', 'claim'), act('wang-jianjun', 'claim')]);
  expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [own, other] =
    claims[0]?.status === 200 ? ['li-chunmei', 'wang-jianjun'] : ['wang-jianjun', 'li-chunmei'];
  expect(reasonOf(await act(other ?? '', 'mend', { words: '改了' }))).toEqual([409, 'PROBLEM_NOT_YOURS']);
  const foreign = await office.photo(other ?? '');
  expect(reasonOf(await act(own ?? '', 'mend', { words: '改了', photoIds: [foreign] }))).toEqual([
    422,
    'ATTACHMENT_UNKNOWN',
  ]);
  const photoIds = [await office.photo(own ?? '')];
  expect((await act(own ?? '', 'mend', { words: '补了三月的记录', photoIds })).status).toBe(200);
  expect((await act(own ?? '', 'close', { right: true })).status).toBe(403);
  expect((await act('chen-li', 'close', { right: false })).status).toBe(422);
  expect((await act('chen-li', 'close', { right: false, words: '二月的还没补' })).status).toBe(200);
  const { problem: back } = await office.must('chen-li', 'problems.get', at);
  expect(back).toMatchObject({ state: 'CLAIMED', givenBack: 1, looked: '二月的还没补', mended: null });
  expect((await act(own ?? '', 'mend', { words: '二月的也补了' })).status).toBe(200);
  // The county looks at the proof of a township's problem, and may close it as well.
  const link = await office.ask('gao-zhiyuan', 'attachments.link', { input: { attachmentId: photoIds[0] } });
  expect(link.status).toBe(200);
  const far = await office.ask('sun-xiuying', 'attachments.link', { input: { attachmentId: photoIds[0] } });
  expect(far.status).toBe(404);
  const { problem: closed } = await office.must('gao-zhiyuan', 'problems.close', { ...at, right: true });
  expect(closed).toMatchObject({
    ...{ state: 'CLOSED', closed: { by: '高志远' }, mended: { words: '二月的也补了', photoIds } },
    may: { claim: false, mend: false, close: false },
  });
  expect(reasonOf(await act('chen-li', 'close', { right: true }))).toEqual([409, 'PROBLEM_STATE']);
  const written = await office.database.look<{ detail: string }>(
    "SELECT detail FROM audit WHERE case_id = $1 AND detail LIKE 'PROBLEM%' ORDER BY at, detail",
    [problem.id],
  );
  expect(written.map(({ detail }) => detail)).toEqual(
    expect.arrayContaining(['PROBLEM_ENTERED', 'PROBLEM_CLAIMED', 'PROBLEM_MENDED', 'PROBLEM_GIVEN_BACK']),
  );
});

test('nobody closes what he put right himself; what is past its day is counted late', async () => {
  const { problem } = await office.must('chen-li', 'problems.enter', { ...FOUND, region: TOWN });
  const problemId = problem.id;
  await office.must('chen-li', 'problems.claim', { problemId });
  await office.must('chen-li', 'problems.mend', { problemId, words: '对上了' });
  const input = { problemId, right: true };
  expect(reasonOf(await office.ask('chen-li', 'problems.close', { input }))).toEqual([
    409,
    'PROBLEM_OWN_WORK',
  ]);
  office.at('2026-03-23 09:00');
  const { problems, late, open } = await office.must('chen-li', 'problems.list', {});
  expect(problems.find(({ id }) => id === problemId)).toMatchObject({ lateDays: 3 });
  expect([late, open]).toEqual([problems.length, problems.length]);
  await office.must('wu-haiyan', 'problems.close', { problemId, right: true, words: '看过了' });
  const closed = await office.must('chen-li', 'problems.list', { state: 'CLOSED' });
  expect(closed.problems[0]).toMatchObject({ id: problemId, lateDays: 0 });
  const first = await office.must('chen-li', 'problems.list', { limit: 1 });
  const second = await office.must('chen-li', 'problems.list', { limit: 1, cursor: first.next ?? '' });
  expect(second.problems[0]?.id).not.toBe(first.problems[0]?.id);
});

const toldOf = (text: string) =>
  office.database.look<{ person_id: string; title: string }>(
    `SELECT DISTINCT person_id, title FROM message WHERE title LIKE '%${text}%' ORDER BY person_id`,
  );

test('the timers tell the place of new problems together, and of a late one who took it on and who entered it, once', async () => {
  office.at('2026-03-24 09:00');
  await office.tick();
  await office.database.look("DELETE FROM message WHERE title LIKE '%问题%'");
  for (const words of ['一', '二'])
    await office.must('chen-li', 'problems.enter', { ...FOUND, words, dueOn: '2026-03-25' });
  await office.tick();
  await office.tick();
  expect(await toldOf('有 2 个问题要改')).toEqual([
    { person_id: 'demo-li-chunmei', title: '有 2 个问题要改' },
    { person_id: 'demo-wang-jianjun', title: '有 2 个问题要改' },
    { person_id: 'demo-zhou-zhengping', title: '有 2 个问题要改' },
  ]);
  const { problems } = await office.must('li-chunmei', 'problems.list', { limit: 200 });
  const own = problems.find(({ words }) => words === '一');
  await office.must('li-chunmei', 'problems.claim', { problemId: own?.id ?? '' });
  office.at('2026-03-26 09:00');
  await office.tick();
  await office.tick();
  const late = (await toldOf('个问题晚了')).map(({ person_id }) => person_id);
  expect([...new Set(late)]).toEqual([
    'demo-chen-li',
    'demo-li-chunmei',
    'demo-wang-jianjun',
    'demo-zhou-zhengping',
  ]);

  // The leader of the township hears of all late ones of it together: those of two villages and its own, not the county's.
  await office.database.look("DELETE FROM message WHERE title LIKE '%问题%'");
  const late_ = { ...FOUND, caseNo: '', dueOn: '2026-03-27' };
  for (const [person, region] of [
    ['he-min', FIRST_VILLAGE],
    ['he-min', SECOND_VILLAGE],
    ['wu-haiyan', FIRST_VILLAGE.slice(0, 9)],
    ['wu-haiyan', DEMO_COUNTY],
    // Entered by the leader, who is told of it as such.
    ['chen-li', FIRST_VILLAGE],
  ] as const)
    await office.must(person, 'problems.enter', { ...late_, region, words: '没有佐证' });
  office.at('2026-03-28 09:00');
  await office.tick();
  await office.tick();
  const leader = await office.database.look<{ title: string }>(
    "SELECT title FROM message WHERE title LIKE '%问题晚了%' AND person_id = 'demo-chen-li' ORDER BY title",
  );
  expect(leader.map(({ title }) => title)).toEqual(['1 个问题晚了，还没销号', '3 个问题晚了，还没销号']);
});
