import { printedAs } from '@shared/publicity';
import { sendIn } from '@tests/support/comparison';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** A wrong word on a sheet is mended by a new version: the old one stays, and its paper says so (domain.md 3.3, 6.4). */

let office: Office;
let noticeId: string;
let caseIds: string[];

beforeEach(async () => {
  office = await openOffice();
  caseIds = [];
  for (const headName of ['田一', '田二'])
    caseIds.push((await walk(office, 'appraised', { idNo: null, headName })).caseId);
  office.at('2026-03-06 19:00');
  const photoId = await office.photo('li-chunmei');
  ({ noticeId } = await office.must('li-chunmei', 'notices.post', { caseIds, photoId }));
  office.at('2026-03-09 10:00');
});
afterEach(() => office.close());

const correct = async (row: object, of = noticeId, person = 'li-chunmei') =>
  office.ask(person, 'notices.correct', {
    input: {
      noticeId: of,
      reason: '小组写错了',
      photoId: await office.photo(person),
      rows: [{ row: 0, headName: '田一', memberCount: 4, group: '2组', ...row }],
    },
  });
const corrected = async (row: object) => ((await correct(row)).body as { noticeId: string }).noticeId;
const check = async (of: string) => {
  const [row] = await office.database.look<{ digest: Buffer }>('SELECT digest FROM notice WHERE id = $1', [
    of,
  ]);
  const token = office.adapters.keys.paperToken(printedAs(of, row?.digest.toString('hex') ?? ''));
  return office.must('-', 'notices.check', { token });
};
const rowsOf = async (of: string, person = 'he-ming') =>
  (await office.must(person, 'notices.get', { noticeId: of })).notice;

test('the family of whom other facts are published gets its full days, the others what they had left', async () => {
  const next = await corrected({ group: '3组' });
  expect(await check(noticeId)).toMatchObject({
    verdict: 'CORRECTED',
    correction: { noticeId: next, on: '2026-03-09', reason: '小组写错了' },
  });
  expect((await check(next)).verdict).toBe('SAME');
  expect(await rowsOf(noticeId)).toMatchObject({ ended: true, rows: [] });
  expect((await rowsOf(next)).households).toBe(2);
  const lastDays = [];
  for (const caseId of caseIds) {
    const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
    lastDays.push(c.publicity?.lastDay);
  }
  expect(lastDays).toEqual(['2026-03-14', '2026-03-11']);
  office.at('2026-03-12 00:05');
  await office.tick();
  expect((await rowsOf(next)).households).toBe(1);
  office.at('2026-03-15 00:05');
  await office.tick();
  expect((await rowsOf(next)).ended).toBe(true);
  // The chain holds both, and both are sound.
  const { counties } = await office.must('wu-haiyan', 'notices.chain', {});
  expect(counties).toMatchObject([{ notices: 2, faults: [] }]);
});

test('staff read both versions side by side, with the reason and who gave it', async () => {
  const next = await corrected({ group: '3组' });
  for (const asked of [noticeId, next]) {
    const { versions } = await office.must('he-min', 'notices.versions', { noticeId: asked });
    expect(versions.map((one) => [one.noticeId, one.rows[0]?.group, one.replaced?.reason ?? null])).toEqual([
      [noticeId, '2组', '小组写错了'],
      [next, '3组', null],
    ]);
    expect(versions[0]?.replaced).toMatchObject({ by: '李春梅', at: '2026-03-09T02:00:00.000Z' });
  }
  for (const person of ['sun-xiuying', 'he-ming'])
    expect((await office.ask(person, 'notices.versions', { input: { noticeId } })).status).toBeGreaterThan(
      400,
    );
});

test('a correction that changes nothing of a family moves no day of it', async () => {
  const next = await corrected({});
  expect(await rowsOf(next)).toMatchObject({ firstDay: '2026-03-07', lastDay: '2026-03-11', households: 2 });
});

test('only the village corrects, once, and not what has ended or is being looked into', async () => {
  expect((await correct({ group: '3组' }, noticeId, 'wang-jianjun')).status).toBe(403);
  const next = await corrected({ group: '3组' });
  expect(await correct({ group: '4组' })).toMatchObject({
    status: 409,
    body: { error: { reason: 'NOTICE_CORRECTED' } },
  });
  expect((await correct({ headName: '残疾人田一' }, next)).status).toBe(409);
  await office.ask('-', 'objections.file', {
    input: { noticeId: next, row: 0, statement: '他家有两台大车' },
  });
  expect((await correct({ group: '4组' }, next)).status).toBe(409);
  office.at('2026-03-20 10:00');
  await office.tick();
  expect((await correct({ group: '4组' }, next)).status).toBe(409);
});

test('what the township announced is corrected by the township: the days stay, the board is owed a new photo', async () => {
  office.at('2026-03-12 00:05');
  await office.tick();
  office.at('2026-03-12 10:00');
  const act = async (
    person: string,
    operation: 'townReview' | 'countyDecide',
    caseId: string,
    said: object,
  ) => {
    const { case: c } = await office.must(person, 'reviews.case', { caseId });
    await office.must(person, `reviews.${operation}`, { caseId, version: c.version, ...said } as never);
  };
  const include = { decision: 'INCLUDE', householdType: 'SUDDEN', risks: ['ILLNESS'], opinion: '同意' };
  for (const caseId of caseIds) {
    await act('chen-li', 'townReview', caseId, { opinion: '同意' });
    await act('gao-zhiyuan', 'countyDecide', caseId, include);
  }
  const announced = (await office.must('he-min', 'notices.announce', { caseIds })).noticeId;
  const before = await rowsOf(announced);
  office.at('2026-03-13 10:00');
  const wrong = { noticeId: announced, reason: '人数写错了', rows: [{ row: 1, memberCount: 5 }] };
  expect((await office.ask('li-chunmei', 'notices.correct', { input: wrong })).status).toBe(403);
  expect(
    (await office.ask('he-min', 'notices.correct', { input: { ...wrong, rows: [{ row: 1, item: '补贴' }] } }))
      .status,
  ).toBe(422);
  const { noticeId: next } = await office.must('he-min', 'notices.correct', wrong);
  expect(await rowsOf(announced)).toMatchObject({ ended: true, rows: [] });
  expect(await rowsOf(next)).toMatchObject({
    ...{ households: 2, people: before.people + 1 },
    ...{ firstDay: before.firstDay, lastDay: before.lastDay },
  });
  expect(await check(announced)).toMatchObject({ verdict: 'CORRECTED', correction: { noticeId: next } });
  expect((await check(next)).verdict).toBe('SAME');
  await office.tick();
  const { tasks } = await office.must('li-chunmei', 'tasks.board', {});
  const starts = tasks.filter(({ what }) => what === 'START').map(({ noticeId: of }) => of);
  expect(starts).toContain(next);
  const { versions } = await office.must('he-min', 'notices.versions', { noticeId: next });
  expect(versions.map(({ rows }) => rows[1]?.cells[1])).toEqual(['4 人', '5 人']);
});

test('a line of what is paid is corrected: the sum is another, the days are full again, the old list is gone', async () => {
  const file = '姓名,小组,项目,数量,单位,金额\n田一,2组,交通补助,1,人,1500\n田二,2组,交通补助,1,人,500';
  const village = '150521-150521100200';
  const { job } = await sendIn(office, 'he-min', village, new TextEncoder().encode(file), 'SUBSIDY_PAYMENTS');
  const { draft } = await office.must('he-min', 'notices.draft', { draftId: job.id });
  const old = (await office.must('he-min', 'notices.postDraft', { draftId: job.id, version: draft.version }))
    .noticeId;
  const before = await rowsOf(old);
  office.at('2026-03-11 10:00');
  const { noticeId: next } = await office.must('he-min', 'notices.correct', {
    ...{ noticeId: old, reason: '金额写错了', rows: [{ row: 0, amountFen: 150_050 }] },
  });
  expect(await rowsOf(old)).toMatchObject({ ended: true, rows: [] });
  const after = await rowsOf(next);
  expect(after).toMatchObject({ totalFen: 200_050, people: 2, firstDay: '2026-03-12' });
  expect(after.rows.map(({ cells }) => cells.at(-1))).toEqual(['1,500.50', '500']);
  expect(after.days).toBe(before.days);
  expect((await check(old)).verdict).toBe('CORRECTED');
  // Once is enough for a version.
  const again = { noticeId: old, reason: '又错了', rows: [{ row: 0, amountFen: 1 }] };
  expect(await office.ask('he-min', 'notices.correct', { input: again })).toMatchObject({
    body: { error: { reason: 'NOTICE_CORRECTED' } },
  });
  // What may not be published comes in by no correction either.
  const named = { noticeId: next, reason: '改项目', rows: [{ row: 0, item: '大病住院补助' }] };
  expect(await office.ask('he-min', 'notices.correct', { input: named })).toMatchObject({
    body: { error: { reason: 'NOTICE_HAS_FINDINGS' } },
  });
});
