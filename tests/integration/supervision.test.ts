import { SECOND_VILLAGE } from '@functions/runtime/demo';
import { ACTIONS } from '@shared/casework';
import { OPERATIONS, type OperationName } from '@shared/contract';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const SECRETS = ['田有福', '田晓雨', '李春梅', '王建军', '2组'];

test('a supervisor reads lists and cases without a name, and a name only with a reason that is kept', async () => {
  const { caseId } = await walk(office, 'appraised');
  const listed = await office.must('su-jing', 'supervision.cases', {});
  expect(listed).toMatchObject({ counts: { OPEN: 1, OVERDUE: 0, CLOSED: 0 }, next: null });
  expect(listed.rows).toMatchObject([{ id: caseId, alias: expect.stringMatching(/^农户 \d{5}$/) }]);
  const drawn = await office.must('su-jing', 'supervision.cases', { tab: 'SAMPLE' });
  expect(drawn.rows).toEqual(listed.rows);
  const { case: read } = await office.must('su-jing', 'supervision.case', { caseId });
  expect(read.appraisal).toMatchObject({ passed: true });
  const text = JSON.stringify([listed, drawn, read]);
  for (const secret of SECRETS) expect(text).not.toContain(secret);
  expect(text).not.toMatch(/990101\d{11}|\b1[3-9]\d{9}\b/);
  // The same hand is the same alias in the history and in the judgement.
  const triaged = read.history.find(({ type }) => type === 'TriageCompleted');
  expect([triaged?.by, triaged?.by]).toEqual([read.triage?.by, expect.stringMatching(/^干部 \d$/)]);

  const ask = { caseId, person: 'HEAD' };
  const without = await office.ask('su-jing', 'supervision.reveal', { input: { ...ask, reason: ' ' } });
  expect(without.status).toBe(422);
  const shown = await office.must('su-jing', 'supervision.reveal', { ...ask, reason: '核对举报信' });
  expect(shown).toMatchObject({ name: '田有福', idNo: expect.stringMatching(/^990101/) });
  const cadre = read.people.find(({ alias }) => alias === triaged?.by)?.key ?? '';
  const one = await office.must('su-jing', 'supervision.reveal', {
    caseId,
    person: cadre,
    reason: '核对回避',
  });
  expect(one).toMatchObject({ idNo: null, phone: null });
  const { looks } = await office.must('tian-xiaoyu', 'households.looks', { caseId });
  const theirs = looks.filter(({ role }) => role === 'SUPERVISOR').map(({ what, times }) => [what, times]);
  expect(theirs.sort()).toEqual([
    ['PERSON', 2],
    ['READ', 1],
  ]);
});

test('a supervisor acts on nothing, and nobody else reads so', async () => {
  for (const { roles } of Object.values(ACTIONS)) expect(roles).not.toContain('SUPERVISOR');
  const [row] = (await office.must('su-jing', 'supervision.cases', {})).rows;
  const caseId = row?.id ?? '';
  // Whatever names a case answers as if there were none, or asks for fields first; nothing is done.
  const before = (await office.must('li-chunmei', 'reviews.case', { caseId })).case.version;
  const onCases = OPERATIONS.filter(
    ({ name, path }) => /^(reviews|desk)\./.test(name) && path.includes('{caseId}'),
  );
  for (const { name } of onCases) {
    const { status } = await office.ask('su-jing', name as OperationName, {
      input: {
        caseId,
        version: before,
        field: 'ID',
        kind: 'RECEIPT',
        reason: '看看',
        opinion: '看看',
        to: 'demo-he-min',
      },
    });
    expect(`${name} ${[403, 404, 422].includes(status)}`).toBe(`${name} true`);
  }
  expect((await office.must('li-chunmei', 'reviews.case', { caseId })).case.version).toBe(before);
  for (const person of ['li-chunmei', 'gao-zhiyuan', 'ma-jun']) {
    expect((await office.ask(person, 'supervision.cases')).status).toBe(403);
    expect((await office.ask(person, 'supervision.case', { input: { caseId } })).status).toBe(404);
    const asked = { caseId, person: 'HEAD', reason: '看看' };
    expect((await office.ask(person, 'supervision.reveal', { input: asked })).status).toBe(404);
  }
});

test('a supervisor of one village reads nothing of the next, and nothing of the own family', async () => {
  const [row] = (await office.must('su-jing', 'supervision.cases', {})).rows;
  const caseId = row?.id ?? '';
  await office.database.look(
    `INSERT INTO person_grant (county, person_id, role, region, from_day)
     VALUES ('150521', 'demo-sun-xiuying', 'SUPERVISOR', '${SECOND_VILLAGE}', '2000-01-01'),
            ('150521', 'demo-tian-xiaoyu', 'SUPERVISOR', '150521', '2000-01-01')`,
  );
  for (const person of ['sun-xiuying', 'tian-xiaoyu']) {
    expect((await office.must(person, 'supervision.cases', {})).rows).toEqual([]);
    expect((await office.ask(person, 'supervision.case', { input: { caseId } })).status).toBe(404);
  }
});
