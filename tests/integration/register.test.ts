import { FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { findRegisterEntry, listRegister } from '@functions/runtime/register/read';
import { asSystem } from '@functions/runtime/system';
import { hasLeft, isMonitored, REGISTER_STATUSES } from '@shared/register';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const MONITORED = REGISTER_STATUSES.filter(isMonitored);

/** What is on the register of a place, by the hand of the timers. */
const listed = (region: string) =>
  asSystem(office.adapters, '150521', 'test', (ctx) => listRegister(ctx, region, { statuses: MONITORED }));
const entry = (caseId: string) =>
  asSystem(office.adapters, '150521', 'test', (ctx) => findRegisterEntry(ctx, caseId));

test('an inclusion makes an entry in the same transaction, a removal closes it', async () => {
  const { caseId, version } = await walk(office, 'decided');
  expect(await entry(caseId)).toBeNull();
  office.at('2026-03-16 10:00');
  await office.must('he-min', 'notices.announce', { caseIds: [caseId] });
  const made = {
    caseId,
    village: FIRST_VILLAGE,
    status: 'ACTIVE',
    householdType: 'SUDDEN',
    risks: ['ILLNESS', 'SCHOOLING'],
    identifiedOn: '2026-03-16',
    entries: 1,
    previousCaseId: null,
    mode: null,
    eliminatedOn: null,
    observeUntil: null,
    closedOn: null,
  };
  expect(await entry(caseId)).toEqual(made);
  expect(await listed(FIRST_VILLAGE)).toEqual([made]);
  expect(await listed(SECOND_VILLAGE)).toEqual([]);

  office.at('2026-05-06 10:00');
  let at = version + 2;
  const act = async (person: string, operation: 'reportFalseStatement' | 'hearHousehold', input: object) => {
    const done = await office.must(person, `reviews.${operation}`, {
      caseId,
      version: at,
      ...input,
    } as never);
    at = (done as { case: { version: number } }).case.version;
  };
  await act('li-chunmei', 'reportFalseStatement', { facts: '城里有房没有说' });
  await act('li-chunmei', 'hearHousehold', { statement: '承认没有说' });
  await office.must('gao-zhiyuan', 'reviews.decideFalseStatement', {
    caseId,
    version: at,
    confirmed: true,
    opinion: '清退',
  });
  expect(await entry(caseId)).toEqual({ ...made, status: 'RECTIFIED_REMOVED', closedOn: '2026-05-06' });
  expect(await listed(FIRST_VILLAGE)).toEqual([]);
  expect(REGISTER_STATUSES.filter(hasLeft)).toEqual(['TRANSFERRED_OUT', 'EXTINCT', 'RECTIFIED_REMOVED']);

  // Included again: a new entry that counts, and names the one before.
  const again = await walk(office, 'announced');
  expect(await entry(again.caseId)).toMatchObject({ status: 'ACTIVE', entries: 2, previousCaseId: caseId });
  const { exit } = await office.must('li-chunmei', 'eliminations.get', { caseId: again.caseId });
  expect(exit.before.map(({ status }) => status)).toEqual(['RECTIFIED_REMOVED']);
});
