import { printedAs } from '@shared/publicity';
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
