/** A family whose case ended reports anew with what it told then: its own, looked at again, and nothing that was signed. */
import type { ReportInput } from '@shared/casework';
import { composeIdNumber } from '@shared/people';
import { HEAD_ID, PHONE, REPORT, TROUBLE, WIFE_ID } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
let caseId = '';
const FAMILY = 'tian-xiaoyu';
const PROXY = 'zhou-zhengping';
const OTHER_ID = composeIdNumber({ area: '990101', birthDate: '1955-01-09', sequence: 8 });

beforeAll(async () => {
  office = await openOffice();
  caseId = (await office.must(FAMILY, 'applications.submit', REPORT)).case.id;
});
afterAll(() => office.close());

const reasonOf = ({ body }: { body: unknown }) => (body as { error: { reason: string } }).error.reason;
const told = async (person: string, id = caseId) =>
  (await office.must(person, 'applications.again', { caseId: id })).told;
const staffCase = async (id: string) =>
  (await office.must('li-chunmei', 'reviews.case', { caseId: id })).case;

async function act(
  operation: 'accept' | 'recordAuthorization' | 'confirmWithdrawal',
  id: string,
  input: object,
) {
  const { version } = await staffCase(id);
  await office.must('li-chunmei', `reviews.${operation}`, { caseId: id, version, ...input } as never);
}

async function withdraw(person: string, id: string): Promise<void> {
  await office.must(person, 'applications.withdraw', { caseId: id, reason: '不办了' });
  await act('confirmWithdrawal', id, { by: 'VISIT', voluntary: true });
}

test('while it is being worked on there is nothing to begin again, and nobody else learns of it', async () => {
  expect(reasonOf(await office.ask(FAMILY, 'applications.again', { input: { caseId } }))).toBe('NOT_OVER');
  expect((await office.ask('he-ming', 'applications.again', { input: { caseId } })).status).toBe(404);
  expect((await office.ask('li-chunmei', 'applications.again', { input: { caseId } })).status).toBe(403);
});

test('once it is over the family gets back what it told, whole; staff of the case still do not', async () => {
  const { colleagues } = await office.must('li-chunmei', 'reviews.colleagues', { caseId });
  await act('accept', caseId, { verifiers: colleagues.slice(0, 2) });
  await act('recordAuthorization', caseId, { memberKey: 'head', method: 'FINGERPRINT' });
  await withdraw(FAMILY, caseId);
  expect(await told(FAMILY)).toEqual({
    caseId,
    caseNo: expect.any(String),
    endedOn: '2026-03-02',
    village: REPORT.village,
    group: '2组',
    headName: '田有福',
    idNo: HEAD_ID,
    phone: PHONE,
    noPhone: false,
    reporter: { relation: 'CHILD', name: '田晓雨', reason: '父亲写不了字' },
    phrases: ['BIG_ILLNESS'],
    text: TROUBLE,
    riskTypes: ['ILLNESS', 'SCHOOLING'],
    needs: [],
    memberCount: 4,
  });
  expect((await office.ask('he-ming', 'applications.again', { input: { caseId } })).status).toBe(404);
});

test('the new case is bound to the old one and says what stayed; the old signature does not count', async () => {
  const difficulty = { phrases: ['BIG_ILLNESS' as const], text: '又住院了' };
  const report = { ...REPORT, idNo: null, difficulty, again: caseId };
  const { case: made } = await office.must(FAMILY, 'applications.submit', report);
  const before = await told(FAMILY);
  expect(made).toMatchObject({ begunFrom: before.caseNo, state: 'SUBMITTED' });
  const seen = await staffCase(made.id);
  expect(seen.previous).toMatchObject({
    caseId,
    caseNo: before.caseNo,
    entries: 0,
    // The number was left for the visit and the trouble told anew: neither is as it was.
    kept: ['PLACE', 'REPORTER', 'PHONE', 'TROUBLES', 'PEOPLE'],
  });
  expect(seen.members.filter(({ authorized }) => authorized)).toEqual([]);
  expect(made.adults).toEqual([expect.objectContaining({ signed: null })]);
});

test('a case of somebody else, of another head or an open one is no beginning', async () => {
  const made = async (person: string, change: Partial<ReportInput>) => {
    const { case: c } = await office.must(person, 'applications.submit', {
      ...REPORT,
      ...change,
      again: caseId,
    });
    return (await staffCase(c.id)).previous;
  };
  expect(await made('he-ming', { idNo: null, headName: '生人' })).toBeNull();
  expect(await made(FAMILY, { idNo: WIFE_ID, headName: '周桂兰' })).toBeNull();
});

test('a proxy types number and phone again, and one open case of the family is enough', async () => {
  const reporter = { relation: 'CADRE' as const, name: '周正平', reason: '没有手机', readBack: true };
  const report = { ...REPORT, headName: '何老汉', idNo: OTHER_ID, reporter };
  const { case: made } = await office.must(PROXY, 'applications.submit', report);
  const { version } = await staffCase(made.id);
  const opinion = '城里人';
  await office.must('li-chunmei', 'reviews.notAccept', {
    ...{ caseId: made.id, version, reasonCode: 'OUT_OF_SCOPE', opinion },
  });
  expect(await told(PROXY, made.id)).toMatchObject({
    idNo: null,
    phone: null,
    noPhone: false,
    reporter: { name: '周正平' },
  });

  await office.must(PROXY, 'applications.submit', { ...report, again: made.id });
  const twice = await office.ask(PROXY, 'applications.submit', {
    input: { ...report, idNo: null, again: made.id },
  });
  expect(reasonOf(twice)).toBe('DUPLICATE_OPEN_CASE');
});
