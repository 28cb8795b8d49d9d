import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { printedAs } from '@shared/publicity';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** Somebody asks that the own row of a notice be put right or taken off (domain.md 6.4): one working day, then five. */

let office: Office;
let noticeId: string;
let caseIds: string[];

beforeEach(async () => {
  office = await openOffice();
  // What is printed, without the printing, which other tests look at.
  office.adapters.printer = { print: async (paper) => Buffer.from(JSON.stringify(paper)) };
  caseIds = [];
  for (const headName of ['田一', '田二'])
    caseIds.push((await walk(office, 'appraised', { idNo: null, headName })).caseId);
  office.at('2026-03-06 19:00');
  const photoId = await office.photo('li-chunmei');
  ({ noticeId } = await office.must('li-chunmei', 'notices.post', { caseIds, photoId }));
  // A Monday, day 3 of 5.
  office.at('2026-03-09 10:00');
});
afterEach(() => office.close());

const wish = (more: object = {}) => ({
  noticeId,
  row: 0,
  kind: 'REMOVE' as const,
  text: '不想让人看到',
  ...more,
});
const asked = async (more: object = {}) =>
  (await office.must('tian-xiaoyu', 'notices.ask', wish(more))).request.id;
const refusal = async (person: string, operation: Parameters<Office['ask']>[1], input: object) => {
  const { status, body } = await office.ask(person, operation, { input });
  return [status, (body as { error?: { reason: string } }).error?.reason];
};
const rowsOf = async (person = 'he-ming', of = noticeId) =>
  (await office.must(person, 'notices.get', { noticeId: of })).notice;
const caseOf = async (index: number) =>
  (await office.must('li-chunmei', 'reviews.case', { caseId: caseIds[index] ?? '' })).case;
const inbox = async (person: string) =>
  (await office.must(person, 'accounts.messages', {})).messages.map(({ title }) => title);
const token = async (of = noticeId) => {
  const [row] = await office.database.look<{ digest: Buffer }>('SELECT digest FROM notice WHERE id = $1', [
    of,
  ]);
  return office.adapters.keys.paperToken(printedAs(of, row?.digest.toString('hex') ?? ''));
};
const sheet = async () => {
  const { file } = await office.must('li-chunmei', 'notices.paper', { noticeId, kind: 'SHEET' });
  const stored = [...office.store.objects].find(
    ([key]) => key.startsWith('papers/') && file.url.includes(key),
  );
  return new TextDecoder().decode(stored?.[1].content);
};
const ROW_GONE = { households: 1, people: 4, rows: [expect.objectContaining({ row: 1 })] };

test('a row that is frozen is gone from the list, the sheet, the check and for objectors at once; then it is decided, and the person reads why', async () => {
  expect(await office.must('tian-xiaoyu', 'notices.mine', { noticeId })).toEqual({
    rows: [0, 1],
    requests: [],
  });
  // A neighbour and a stranger ask for no family's row, and whoever may not even sign in asks nothing.
  expect(await refusal('he-ming', 'notices.ask', wish())).toEqual([403, 'ROW_NOT_YOURS']);
  expect(await refusal('shen-wen', 'notices.ask', wish())).toEqual([403, 'ROW_NOT_YOURS']);
  expect((await refusal('-', 'notices.ask', wish()))[0]).toBe(401);
  expect((await refusal('tian-xiaoyu', 'notices.ask', wish({ row: 9 })))[0]).toBe(404);
  const requestId = await asked();
  expect(await refusal('tian-xiaoyu', 'notices.ask', wish())).toEqual([409, 'ROW_ASKED']);
  expect((await office.must('tian-xiaoyu', 'notices.mine', { noticeId })).requests).toMatchObject([
    { row: 0, kind: 'REMOVE', freezeDueOn: '2026-03-10', decideDueOn: '2026-03-16', frozenAt: null },
  ]);
  // Asking hides nothing: who looks first is staff.
  expect((await rowsOf()).households).toBe(2);
  await office.tick();
  for (const person of ['li-chunmei', 'he-min'])
    expect(await inbox(person)).toContainEqual('保西村有人要改名单上的一行');

  // Not by strangers to the village, not by the family itself, and nothing is decided of what everybody still reads.
  for (const person of ['sun-xiuying', 'tian-xiaoyu', 'he-ming'])
    expect((await refusal(person, 'notices.freeze', { requestId }))[0]).toBeGreaterThanOrEqual(403);
  const removed = { requestId, outcome: 'REMOVED' as const, text: '按您说的撤下了' };
  expect(await refusal('chen-li', 'notices.decide', removed)).toEqual([409, 'ROW_NOT_FROZEN']);
  await rowsOf('-');
  const { request } = await office.must('li-chunmei', 'notices.freeze', { requestId });
  expect(request).toMatchObject({ name: '田一', mayFreeze: false, mayDecide: false, late: false });
  for (const person of ['he-ming', 'tian-xiaoyu']) expect(await rowsOf(person)).toMatchObject(ROW_GONE);
  expect(await rowsOf('-')).toMatchObject({ households: 1, people: 4, rows: [] });
  expect((await office.must('-', 'notices.list', { village: FIRST_VILLAGE })).running).toMatchObject([
    { id: noticeId, households: 1 },
  ]);
  expect(await office.must('-', 'notices.check', { token: await token() })).toMatchObject({
    verdict: 'SAME',
    hidden: 1,
    households: 1,
  });
  const paper = await sheet();
  expect(paper).toContain('田二');
  expect(paper).not.toContain('田一');
  expect(paper).toContain('已撤下');
  const objection = { noticeId, row: 0, statement: '他家有车' };
  expect(await refusal('-', 'objections.file', objection)).toEqual([409, 'ROW_HIDDEN']);
  // The paper that hangs has to be changed.
  const { tasks } = await office.must('zhao-dayong', 'tasks.board', {});
  expect(tasks).toMatchObject([{ noticeId, what: 'REHANG', dueOn: '2026-03-10', late: false }]);

  // The last day passes: nobody closes the publicity of a family whose row is not decided.
  office.at('2026-03-12 00:05');
  await office.tick();
  expect((await caseOf(0)).state).toBe('PUBLICITY');
  expect((await caseOf(1)).state).toBe('TOWN_REVIEW');
  // The village does not judge its own list.
  expect(await refusal('li-chunmei', 'notices.decide', removed)).toEqual([403, 'ROLE_MAY_NOT']);
  await office.must('chen-li', 'notices.decide', removed);
  expect(await refusal('chen-li', 'notices.decide', removed)).toEqual([409, 'ROW_DECIDED']);
  expect(await caseOf(0)).toMatchObject({ state: 'TRIAGE', publicity: null });
  await office.tick();
  expect(await inbox('tian-xiaoyu')).toEqual(
    expect.arrayContaining(['名单上您家那一行先撤下了', '名单上您家那一行定了，点开看']),
  );
  const { messages } = await office.must('tian-xiaoyu', 'accounts.messages', {});
  expect(messages.find(({ title }) => title.includes('定了'))).toMatchObject({
    opens: 'NOTICE',
    about: noticeId,
  });
  expect((await office.must('tian-xiaoyu', 'notices.mine', { noticeId })).requests).toMatchObject([
    { answer: { outcome: 'REMOVED' as const, text: '按您说的撤下了', by: '陈立', on: '2026-03-12' } },
  ]);
  expect((await office.must('chen-li', 'notices.requests', {})).decided).toHaveLength(1);
  // Nothing of it touched the chain.
  const { counties } = await office.must('wu-haiyan', 'notices.chain', {});
  expect(counties).toMatchObject([{ notices: 1, faults: [] }]);
  const [kept] = await office.database.look<{ said: Buffer; log: string[] }>(
    "SELECT sealed AS said, ARRAY(SELECT detail FROM audit WHERE what = 'NOTICE' ORDER BY at, detail) AS log FROM notice_request",
  );
  expect(kept?.said.toString('utf8')).not.toContain('不想');
  expect(kept?.log).toEqual(['ROW_FROZEN', 'ROW_REMOVED']);
});

test('a row that is kept hangs again for the days that it had left, and its paper goes back up', async () => {
  const requestId = await asked();
  await office.must('chen-li', 'notices.freeze', { requestId });
  office.at('2026-03-11 10:00');
  await office.must('chen-li', 'notices.decide', { requestId, outcome: 'KEPT', text: '按规定要公示' });
  expect((await rowsOf()).households).toBe(2);
  // Frozen on the 9th of a window that ends on the 11th: two days were left.
  expect((await caseOf(0)).publicity?.lastDay).toBe('2026-03-13');
  expect((await caseOf(1)).publicity?.lastDay).toBe('2026-03-11');
  expect(await sheet()).toContain('田一');
  office.at('2026-03-12 00:05');
  await office.tick();
  expect((await rowsOf()).rows).toMatchObject([{ row: 0 }]);
  office.at('2026-03-14 00:05');
  await office.tick();
  expect((await caseOf(0)).state).toBe('TOWN_REVIEW');
});

test('a correction is a version of its own: first the village puts it up, then the township decides', async () => {
  const requestId = await asked({ kind: 'CORRECT', text: '我家是 3 组' });
  await office.must('li-chunmei', 'notices.freeze', { requestId });
  const decided = { requestId, outcome: 'CORRECTED' as const, text: '改成 3 组了' };
  expect(await refusal('chen-li', 'notices.decide', decided)).toEqual([409, 'ROW_NOT_CORRECTED']);
  const facts = { headName: '田一', memberCount: 4, group: '3组' };
  const correct = async (row: number) => ({
    noticeId,
    reason: '小组写错了',
    photoId: await office.photo('li-chunmei'),
    rows: [{ row, ...facts }],
  });
  // Another row cannot be corrected past the one that waits.
  expect(await refusal('li-chunmei', 'notices.correct', await correct(1))).toEqual([409, 'ROW_HIDDEN']);
  const next = (await office.must('li-chunmei', 'notices.correct', await correct(0))).noticeId;
  await office.must('chen-li', 'notices.decide', decided);
  expect((await rowsOf('he-ming', next)).rows).toMatchObject([{ group: '3组' }, { row: 1 }]);
  expect((await caseOf(0)).publicity).toMatchObject({ noticeId: next, lastDay: '2026-03-14' });
  expect(await office.must('-', 'notices.check', { token: await token() })).toMatchObject({
    verdict: 'CORRECTED',
  });
});

test('who follows a village is told of a new notice once, of nobody by name, and not any more afterwards', async () => {
  const village = FIRST_VILLAGE;
  expect(await office.must('he-ming', 'notices.following', { village })).toEqual({ on: false });
  expect(await office.must('he-ming', 'notices.follow', { village, on: true })).toEqual({ on: true });
  await office.tick();
  await office.tick();
  expect(await inbox('he-ming')).toEqual(['保西村有新公示，点开看']);
  const { messages } = await office.must('he-ming', 'accounts.messages', {});
  expect(messages).toMatchObject([{ opens: 'NOTICE', about: noticeId, text: '' }]);
  await office.must('he-ming', 'notices.follow', { village, on: false });
  const words = { village, title: '修水管', text: '明天停水，先存点水。' };
  const { draft } = await office.must('li-chunmei', 'notices.saveDraft', words);
  await office.must('li-chunmei', 'notices.postDraft', { draftId: draft.id, version: draft.version });
  await office.tick();
  expect(await inbox('he-ming')).toHaveLength(1);
  expect((await refusal('-', 'notices.follow', { village, on: true }))[0]).toBe(401);
  expect(await refusal('he-ming', 'notices.follow', { village: '150521999999', on: true })).toEqual([
    404,
    'VILLAGE_UNKNOWN',
  ]);
});

test('who has no phone: staff write it down, it rises when it is late, and somebody goes there with the answer', async () => {
  expect((await refusal('he-ming', 'notices.askFor', wish({ via: 'VISIT' })))[0]).toBe(403);
  expect((await refusal('sun-xiuying', 'notices.askFor', wish({ via: 'VISIT' })))[0]).toBeGreaterThanOrEqual(
    403,
  );
  const { request } = await office.must('li-chunmei', 'notices.askFor', { ...wish(), via: 'VISIT' });
  office.at('2026-03-11 08:00');
  await office.tick();
  expect((await office.must('chen-li', 'notices.requests', {})).open).toMatchObject([
    { late: true, via: 'VISIT' },
  ]);
  for (const person of ['li-chunmei', 'chen-li', 'wu-haiyan'])
    expect(await inbox(person)).toContainEqual('保西村名单上那一行还没撤下');
  await office.must('wu-haiyan', 'notices.freeze', { requestId: request.id });
  office.at('2026-03-17 08:00');
  await office.tick();
  await office.tick();
  const told = await inbox('chen-li');
  expect(told.filter((title) => title === '保西村名单上那一行还没有定')).toHaveLength(1);
  // Nobody of the family handles it.
  expect(await refusal('tian-xiaoyu', 'notices.freeze', { requestId: request.id })).toEqual([
    403,
    'STAFF_ONLY',
  ]);
});
