import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('F01: one family from its report to its inclusion, through the pipeline', async () => {
  const { caseId, noticeId } = await walk(office, 'announced');

  const { case: own } = await office.must('tian-xiaoyu', 'applications.get', { caseId });
  expect(own.state).toBe('INCLUDED');
  expect(own.steps.map(({ key, status, on }) => [key, status, on])).toEqual([
    ['SUBMITTED', 'DONE', '2026-03-02'],
    ['ACCEPTED', 'DONE', '2026-03-02'],
    ['VERIFYING', 'DONE', '2026-03-04'],
    ['DATA_CHECK', 'DONE', '2026-03-05'],
    ['APPRAISAL', 'DONE', '2026-03-06'],
    ['PUBLICITY', 'DONE', '2026-03-11'],
    ['REVIEW', 'DONE', '2026-03-13'],
    ['RESULT', 'DONE', '2026-03-16'],
  ]);
  expect(own.daysUsed).toBe(11);

  const { case: c } = await office.must('wu-haiyan', 'reviews.case', { caseId });
  expect(c.verification?.assessment).toMatchObject({
    netPerCapitaFen: 1_365_875,
    referencePerCapitaFen: 628_375,
  });
  expect(c.verification?.prompts.map((prompt) => prompt.rule)).toEqual(
    expect.arrayContaining(['T-NETREF', 'T-MEDICAL10K']),
  );
  expect(c.decision).toMatchObject({ householdType: 'SUDDEN', risks: ['ILLNESS', 'SCHOOLING'] });

  const { notice } = await office.must('wu-haiyan', 'notices.get', { noticeId });
  expect(notice.rows).toEqual([{ row: 0, name: '田有福', group: '2组', cells: ['田有福', '4 人', '2 组'] }]);

  await office.tick();
  const { card } = await office.must('tian-xiaoyu', 'cards.get', { caseId });
  expect(card).toMatchObject({ headName: '田有福', includedOn: '2026-03-16' });
});
