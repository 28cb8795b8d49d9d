import { composeIdNumber } from '@shared/people';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** A slip is undone within ten seconds and nobody has heard of it; a mistake is called back with a reason. */
let office: Office;
let sequence = 0;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const family = (step: Parameters<typeof walk>[1] = 'closed') => {
  sequence += 1;
  return walk(office, step, { idNo: composeIdNumber({ area: '990101', birthDate: '1982-01-01', sequence }) });
};
const view = async (caseId: string, person = 'chen-li') =>
  (await office.must(person, 'reviews.case', { caseId })).case;
const agree = async (caseId: string) =>
  office.must('chen-li', 'reviews.townReview', {
    caseId,
    version: (await view(caseId)).version,
    opinion: '材料齐全',
  });
const undo = async (caseId: string, person = 'chen-li') =>
  office.ask(person, 'reviews.undoDecision', {
    input: { caseId, version: (await view(caseId, person)).version },
  });
const told = async (person: string, caseId: string) => {
  await office.tick();
  const { messages } = await office.must(person, 'accounts.messages', {});
  return messages.filter((message) => message.caseId === caseId).map(({ title }) => title);
};

test('undone in time: the case is as it was, in the same hands, and neither family nor county heard of it', async () => {
  const { caseId } = await family();
  const before = await view(caseId);
  const family0 = await told('tian-xiaoyu', caseId);
  const county0 = await told('gao-zhiyuan', caseId);
  await office.must('chen-li', 'desk.claim', { caseId });
  office.at('2026-03-12 10:00');
  const after = await agree(caseId);
  expect(after.case.state).toBe('COUNTY_DECISION');
  expect(after.case.actions).toContainEqual(
    expect.objectContaining({ action: 'undoDecision', enabled: true }),
  );
  // The timer comes by in between.
  expect(await told('tian-xiaoyu', caseId)).toEqual(family0);
  expect(await told('gao-zhiyuan', caseId)).toEqual(county0);
  // Nobody else takes it back.
  expect((await undo(caseId, 'gao-zhiyuan')).status).toBe(409);
  office.at('2026-03-12T10:00:09+08:00');
  expect((await undo(caseId)).status).toBe(200);
  const back = await view(caseId);
  expect(back).toMatchObject({ state: 'TOWN_REVIEW', dueOn: before.dueOn, version: before.version + 2 });
  expect(back.history.slice(-2).map(({ type }) => type)).toEqual(['TownReviewed', 'DecisionUndone']);
  expect(await office.must('chen-li', 'desk.claim', { caseId })).toMatchObject({ claim: { mine: true } });
  office.at('2026-03-12 10:05');
  expect(await told('tian-xiaoyu', caseId)).toEqual(family0);
  expect(await told('gao-zhiyuan', caseId)).toEqual(county0);
  // It can be done again, and undone again.
  await agree(caseId);
  expect((await undo(caseId)).status).toBe(200);
});

test('too late, or something has followed: refused with what to do; then everybody is told', async () => {
  const { caseId } = await family();
  office.at('2026-03-12 11:00');
  await agree(caseId);
  office.at('2026-03-12T11:00:11+08:00');
  expect(await undo(caseId)).toMatchObject({
    status: 409,
    body: { error: { reason: 'UNDO_OVER', message: expect.stringContaining('写明原因再收回') } },
  });
  office.at('2026-03-12 11:01');
  expect((await told('tian-xiaoyu', caseId)).join()).toContain('镇里看过了，报到县里');
  expect((await told('gao-zhiyuan', caseId)).join()).toContain('等您审定');
});

test('a refusal that closed the case is undone too: it is open, and found by its ID number again', async () => {
  const { caseId } = await family();
  office.at('2026-03-12 12:00');
  const { version } = await view(caseId);
  const no = { caseId, version, reasonCode: 'R10', opinion: '不同意' } as const;
  expect((await office.must('chen-li', 'reviews.townReject', no)).case.state).toBe('REJECTED');
  expect((await undo(caseId)).status).toBe(200);
  const [row] = await office.database.look<{ open: boolean; known: boolean }>(
    `SELECT open, EXISTS (SELECT 1 FROM case_person_index i WHERE i.case_id = r.id AND i.open) AS known
       FROM case_row r WHERE id = $1`,
    [caseId],
  );
  expect(row).toEqual({ open: true, known: true });
});

test('called back with a reason from the county, and by the county from the township; both acts stay', async () => {
  const { caseId } = await family();
  await agree(caseId);
  const recall = async (person: string, opinion: string) =>
    office.ask(person, 'reviews.recallDecision', {
      input: { caseId, version: (await view(caseId, person)).version, opinion },
    });
  expect((await recall('chen-li', '')).status).toBe(422);
  expect((await recall('gao-zhiyuan', '我来')).status).toBe(409);
  expect((await recall('chen-li', '少看了一张单子')).status).toBe(200);
  const back = await view(caseId);
  expect(back.state).toBe('TOWN_REVIEW');
  expect(back.history.at(-1)).toMatchObject({ type: 'DecisionRecalled', opinion: '少看了一张单子' });
  await agree(caseId);
  const decide = {
    caseId,
    version: (await view(caseId)).version,
    decision: 'INCLUDE',
    householdType: 'SUDDEN',
    opinion: '同意',
  } as const;
  await office.must('gao-zhiyuan', 'reviews.countyDecide', { ...decide, risks: ['ILLNESS'] });
  expect((await recall('chen-li', '再看看')).status).toBe(409);
  expect((await recall('gao-zhiyuan', '类别选错了')).status).toBe(200);
  expect(await view(caseId)).toMatchObject({ state: 'COUNTY_DECISION', decision: null });
});
