import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** Photos of the board: that a notice went up, hung to its last day, and came down (domain.md 6.4). */

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const owed = async (person = 'zhao-dayong') =>
  (await office.must(person, 'tasks.board', {})).tasks.map(
    ({ what, dueOn, late }) => `${what} ${dueOn}${late ? ' late' : ''}`,
  );
const told = async (person: string) =>
  (await office.must(person, 'accounts.messages', {})).messages
    .map(({ title }) => title)
    .filter((title) => title.includes('公示栏'));
const at = async (time: string) => {
  office.at(time);
  await office.tick();
};
const hand = (noticeId: string, what: 'START' | 'END' | 'CLEARED', photoId: string, person = 'zhao-dayong') =>
  office.ask(person, 'tasks.photographBoard', { input: { noticeId, what, photoId } });

test('the last day asks for a photo, the day after for the empty board; each is told once and rises when it is late', async () => {
  const { noticeId, caseId } = await walk(office, 'posted');
  await at('2026-03-10 23:59');
  expect(await owed()).toEqual([]);
  await at('2026-03-11 00:01');
  await at('2026-03-11 00:02');
  expect(await owed()).toEqual(['END 2026-03-12']);
  expect(await told('zhao-dayong')).toEqual(['请去拍保西村的公示栏']);
  expect(await told('he-min')).toEqual([]);
  await at('2026-03-12 00:01');
  expect(await owed()).toEqual(['END 2026-03-12', 'CLEARED 2026-03-13']);
  await at('2026-03-13 00:01');
  await at('2026-03-13 00:02');
  expect(await owed()).toEqual(['END 2026-03-12 late', 'CLEARED 2026-03-13']);
  expect(await told('he-min')).toEqual(['保西村的公示栏还没有人去拍']);
  // Who shows the empty board cannot show any more that the paper hung there.
  expect((await hand(noticeId, 'CLEARED', await office.photo('zhao-dayong'))).status).toBe(200);
  expect(await owed()).toEqual([]);
  await at('2026-03-14 00:01');
  expect(await owed()).toEqual([]);
  const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
  expect(c.publicity?.endPhotoId).toBeNull();
});

test('one photo is every case’s of the notice; an old one, somebody else’s, and a second one are refused', async () => {
  const families = [];
  for (const headName of ['田一', '田二'])
    families.push(await walk(office, 'appraised', { idNo: null, headName }));
  const caseIds = families.map(({ caseId }) => caseId);
  office.at('2026-03-06 19:00');
  const { noticeId } = await office.must('li-chunmei', 'notices.post', {
    caseIds,
    photoId: await office.photo('li-chunmei'),
  });
  office.at('2026-03-10 12:00');
  const old = await office.photo('zhao-dayong');
  await at('2026-03-11 08:00');
  expect(await hand(noticeId, 'END', old)).toMatchObject({
    status: 422,
    body: { error: { reason: 'PHOTO_TOO_OLD' } },
  });
  expect(await hand(noticeId, 'END', await office.photo('li-chunmei'))).toMatchObject({
    status: 422,
    body: { error: { reason: 'ATTACHMENT_UNKNOWN' } },
  });
  expect((await hand(noticeId, 'END', await office.photo('he-min'), 'he-min')).status).toBe(404);
  const photoId = await office.photo('zhao-dayong');
  expect((await hand(noticeId, 'END', photoId)).status).toBe(200);
  for (const caseId of caseIds)
    expect((await office.must('li-chunmei', 'reviews.case', { caseId })).case.publicity?.endPhotoId).toBe(
      photoId,
    );
  expect(await hand(noticeId, 'END', await office.photo('zhao-dayong'))).toMatchObject({
    status: 409,
    body: { error: { reason: 'BOARD_PHOTO_TAKEN' } },
  });
});

test('a photo that was handed in with a case is the notice’s too', async () => {
  const { caseId } = await walk(office, 'posted');
  office.at('2026-03-11 08:00');
  const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
  await office.must('li-chunmei', 'reviews.photographBoard', {
    caseId,
    version: c.version,
    photoId: await office.photo('li-chunmei'),
  });
  await office.tick();
  expect(await owed()).toEqual([]);
});

test('while an objection stops a family’s days its notice has no last day; what the township announces asks for a start', async () => {
  const { noticeId } = await walk(office, 'posted');
  office.at('2026-03-08 09:00');
  await office.ask('-', 'objections.file', { input: { noticeId, row: 0, statement: '他家有两台大车' } });
  await at('2026-03-12 00:01');
  expect(await owed()).toEqual([]);
  const other = await walk(office, 'announced', { idNo: null, headName: '田二' });
  await office.tick();
  expect(await owed()).toContain('START 2026-03-17');
  expect(other.caseId).not.toBe('');
});
