/** Two reports side by side before they become one: what each of the staff may see of the other one. */
import { FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { REPORT } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
const idOf = (sequence: number) => composeIdNumber({ area: '990101', birthDate: '1979-03-04', sequence });

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function report(change: Partial<typeof REPORT> & { idNo?: string | null }) {
  const made = await office.must('tian-xiaoyu', 'applications.submit', { ...REPORT, ...change });
  const { caseNo } = made.case;
  return { caseId: made.case.id, caseNo };
}

const refused = async (person: string, input: object) => {
  const { status, body } = await office.ask(person, 'reviews.otherReport', { input });
  return [status, (body as { error?: { reason: string } }).error?.reason];
};
const looks = async (caseId: string) => {
  const [row] = await office.database.look<{ count: string }>(
    "SELECT count(*) AS count FROM audit WHERE case_id = $1 AND detail = 'MERGER'",
    [caseId],
  );
  return Number(row?.count);
};

test('in the own village both are read whole, numbers masked; a look is written down; nothing changes', async () => {
  const first = await report({ idNo: idOf(1), headName: '关大山' });
  const second = await report({ idNo: null, headName: '关大山' });
  const { other } = await office.must('li-chunmei', 'reviews.otherReport', {
    caseId: second.caseId,
    caseNo: first.caseNo,
  });
  expect(other).toMatchObject({
    caseNo: first.caseNo,
    elsewhere: false,
    villageName: '保西村',
    headName: '关大山',
    sameHead: true,
    sameId: null,
    samePhone: true,
    idNoMasked: `990101**********${idOf(1).slice(14)}`,
    closed: false,
  });
  expect(JSON.stringify(other)).not.toContain(idOf(1));
  expect(JSON.stringify(other)).not.toContain(REPORT.phone);
  expect(await looks(first.caseId)).toBe(1);
  const { case: still } = await office.must('li-chunmei', 'reviews.case', { caseId: second.caseId });
  expect(still).toMatchObject({ state: 'SUBMITTED', version: 1, merged: null });
});

test('the one that the system found needs no number', async () => {
  const first = await report({ idNo: idOf(2), headName: '施永安' });
  const second = await office.must('he-ming', 'applications.submit', {
    ...REPORT,
    idNo: idOf(2),
    headName: '施永平',
  });
  const { other } = await office.must('li-chunmei', 'reviews.otherReport', { caseId: second.case.id });
  expect(other).toMatchObject({ caseNo: first.caseNo, sameId: true, sameHead: false });
});

test('over the border of a village: not for the village, masked for the township', async () => {
  const here = await report({ village: FIRST_VILLAGE, idNo: idOf(3), headName: '欧阳春生' });
  const there = await report({ village: SECOND_VILLAGE, idNo: idOf(4), headName: '白德胜' });
  const input = { caseId: here.caseId, caseNo: there.caseNo };
  expect(await refused('li-chunmei', input)).toEqual([404, 'NO_OPEN_CASE']);
  expect(await refused('sun-xiuying', input)).toEqual([404, 'NOT_FOUND']);
  expect(await looks(there.caseId)).toBe(0);

  const { other } = await office.must('he-min', 'reviews.otherReport', input);
  expect(other).toMatchObject({
    elsewhere: true,
    villageName: '保南村',
    headName: '白*胜',
    sameHead: false,
    sameId: false,
    phrases: [],
    text: '',
    voice: false,
  });
  expect(other.reporter.name).toContain('*');
  for (const secret of ['白德胜', idOf(4), REPORT.phone, REPORT.reporter.name, REPORT.difficulty.text])
    if (secret) expect(JSON.stringify(other)).not.toContain(secret);
  expect(await looks(there.caseId)).toBe(1);
});

test('its own number, one that is not there and a family at the staff door get nothing', async () => {
  const one = await report({ idNo: idOf(5), headName: '贺老实' });
  const [status] = await refused('li-chunmei', { caseId: one.caseId, caseNo: one.caseNo });
  expect(status).toBe(422);
  expect(await refused('li-chunmei', { caseId: one.caseId, caseNo: '260399999' })).toEqual([
    404,
    'NO_OPEN_CASE',
  ]);
  expect(await refused('li-chunmei', { caseId: one.caseId })).toEqual([404, 'NO_OPEN_CASE']);
  expect((await refused('tian-xiaoyu', { caseId: one.caseId, caseNo: one.caseNo }))[0]).toBe(403);
});

test('what is over says so, before somebody tries to merge into it', async () => {
  const over = await report({ idNo: idOf(6), headName: '田有福' });
  const open = await report({ idNo: null, headName: '田有福' });
  await office.must('li-chunmei', 'reviews.notAccept', {
    caseId: over.caseId,
    version: 1,
    reasonCode: 'TEST_DATA',
    opinion: '试填的',
  });
  const { other } = await office.must('li-chunmei', 'reviews.otherReport', {
    caseId: open.caseId,
    caseNo: over.caseNo,
  });
  expect(other.closed).toBe(true);
});
