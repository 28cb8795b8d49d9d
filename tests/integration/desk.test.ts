import { composeIdNumber } from '@shared/people';
import { type Journey, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** What was opened, what has changed since, and one yes for several cases that were looked at. */
let office: Office;
let sequence = 0;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const family = (step: Parameters<typeof walk>[1], headName = '田有福') => {
  sequence += 1;
  const idNo = composeIdNumber({ area: '990101', birthDate: '1983-01-01', sequence });
  return walk(office, step, { idNo, headName });
};
const look = (person: string, caseId: string) => office.must(person, 'desk.look', { caseId });

test('a first look has nothing to compare; later it reads field by field what others changed', async () => {
  const { caseId, version } = await family('submitted');
  expect((await look('zhou-zhengping', caseId)).since).toBeNull();
  await office.must('li-chunmei', 'reviews.accept', {
    caseId,
    version,
    verifiers: [
      { personId: 'demo-li-chunmei', name: '李春梅', office: '保西村' },
      { personId: 'demo-wang-jianjun', name: '王建军', office: '驻村工作队' },
    ],
  });
  // Still the same sitting: what was known at its beginning is nothing, so nothing is compared.
  expect((await look('zhou-zhengping', caseId)).since).toBeNull();
  // He goes away for an hour. What he knew then is what he had last seen.
  const hourAgo = "UPDATE case_look SET at = at - interval '1 hour', version = $2 WHERE case_id = $1";
  await office.database.look(hourAgo, [caseId, version]);
  const { since } = await look('zhou-zhengping', caseId);
  expect(since).toMatchObject({ version, by: ['李春梅'] });
  expect(since?.differences).toContainEqual({
    key: 'state',
    label: '办到哪一步',
    before: '等受理',
    after: '入户核实',
  });
  expect(since?.differences).toContainEqual({
    key: 'verifiers',
    label: '核实人',
    before: '',
    after: '李春梅、王建军',
  });
  // Reading it again while sitting there does not lose it.
  expect((await look('zhou-zhengping', caseId)).since).toEqual(since);
  // Who did it all needs no telling.
  await look('li-chunmei', caseId);
  await office.database.look(hourAgo, [caseId, version]);
  expect((await look('li-chunmei', caseId)).since).toBeNull();
});

test('one yes for several: done, changed meanwhile, not opened, refused and why; each alone', async () => {
  const names = ['甲户主', '乙户主', '丙户主', '丁户主'];
  const all: Journey[] = [];
  for (const name of names) all.push(await family('closed', name));
  const [first, changed, unseen, early] = all as [Journey, Journey, Journey, Journey];
  const elsewhere = await family('compared', '戊户主');
  office.at('2026-03-12 10:00');
  for (const { caseId } of [first, changed, early, elsewhere]) await look('chen-li', caseId);
  // Somebody writes to one after it was read.
  await office.must('he-min', 'reviews.recordSiteCheck', {
    caseId: changed.caseId,
    version: changed.version,
    visitedOn: '2026-03-11',
    opinion: '看过了',
  });
  const cases = [first, changed, unseen, elsewhere].map(({ caseId, version }) => ({ caseId, version }));
  const said = { input: { cases, opinion: '材料齐全' }, requestId: 'bulk-tap-1' };
  const { status, body } = await office.ask('chen-li', 'desk.reviewMany', said);
  expect(status).toBe(200);
  expect((body as { results: { headName: string; result: string }[] }).results).toMatchObject([
    { headName: '甲户主', result: 'DONE' },
    { headName: '乙户主', result: 'CHANGED' },
    { headName: '丙户主', result: 'NOT_OPENED', text: '还没打开看过，打开看看再办。' },
    { headName: '戊户主', result: 'REFUSED', text: expect.stringContaining('综合研判') },
  ]);
  // The second tap of the same hand gets the first answer.
  expect((await office.ask('chen-li', 'desk.reviewMany', said)).body).toEqual(
    JSON.parse(JSON.stringify(body)),
  );
  const state = async ({ caseId }: Journey) =>
    (await office.must('chen-li', 'reviews.case', { caseId })).case.state;
  expect(await Promise.all([first, changed, unseen, early].map(state))).toEqual([
    'COUNTY_DECISION',
    'TOWN_REVIEW',
    'TOWN_REVIEW',
    'TOWN_REVIEW',
  ]);
});

test('a look of another session, of another person or of yesterday opens nothing', async () => {
  const { caseId, version } = await family('closed', '己户主');
  const bulk = async () => {
    const { results } = await office.must('chen-li', 'desk.reviewMany', {
      cases: [{ caseId, version }],
      opinion: '同意',
    });
    return results[0]?.result;
  };
  await look('he-min', caseId);
  expect(await bulk()).toBe('NOT_OPENED');
  await look('chen-li', caseId);
  const set = (what: string) =>
    office.database.look(`UPDATE case_look SET ${what} WHERE case_id = $1`, [caseId]);
  await set("session = '\\x00'");
  expect(await bulk()).toBe('NOT_OPENED');
  await look('chen-li', caseId);
  await set("at = at - interval '13 hours'");
  expect(await bulk()).toBe('NOT_OPENED');
  await look('chen-li', caseId);
  expect(await bulk()).toBe('DONE');
});

test('the clerk has no bulk yes, and a case of another township is not there', async () => {
  const { caseId, version } = await family('closed', '庚户主');
  await look('he-min', caseId);
  const cases = [{ caseId, version }];
  const said = { input: { cases, opinion: '同意' } };
  expect((await office.ask('he-min', 'desk.reviewMany', said)).body).toMatchObject({
    results: [{ result: 'REFUSED', text: '这一步不归您办。' }],
  });
  expect((await office.ask('sun-xiuying', 'desk.reviewMany', said)).body).toMatchObject({
    results: [{ headName: '', result: 'REFUSED' }],
  });
});

test('each opening is in the audit with its version, and the family is not told of it twice', async () => {
  const { caseId } = await family('submitted', '辛户主');
  await look('li-chunmei', caseId);
  const rows = await office.database.look<{ what: string; detail: string }>(
    'SELECT what, detail FROM audit WHERE case_id = $1',
    [caseId],
  );
  expect(rows).toEqual([{ what: 'OPEN', detail: 'v1' }]);
  const { looks } = await office.must('tian-xiaoyu', 'households.looks', { caseId });
  expect(looks).toEqual([]);
});
