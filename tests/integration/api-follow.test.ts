import { type Journey, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** After submitting: 催一催 and its answer, and what a family says of it all at the end. */

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const FAMILY = 'tian-xiaoyu';
const refused = async (person: string, operation: Parameters<Office['ask']>[1], input: object) => {
  const { status, body } = await office.ask(person, operation, { input });
  return [status, status === 200 ? 'ok' : (body as { error: { reason: string } }).error.reason];
};
const get = async ({ caseId }: Journey) => (await office.must(FAMILY, 'applications.get', { caseId })).case;
const idsOf = async (person: string) =>
  (await office.must(person, 'reviews.queue', {})).rows.map(({ id }) => id);

test('the family reminds once the date has passed, once a day; village and township get it; the village answers', async () => {
  const journey = await walk(office, 'accepted');
  const { caseId } = journey;
  office.at('2026-03-05 20:00');
  expect((await get(journey)).allowed).not.toContain('remind');
  expect(await refused(FAMILY, 'applications.remind', { caseId })).toEqual([409, 'REMIND_TOO_EARLY']);
  expect(await idsOf('he-min')).not.toContain(caseId);

  office.at('2026-03-06 09:00');
  expect((await get(journey)).allowed).toContain('remind');
  expect(await refused('he-ming', 'applications.remind', { caseId })).toEqual([404, 'NOT_FOUND']);
  const { case: reminded } = await office.must(FAMILY, 'applications.remind', { caseId });
  expect(reminded.reminder).toEqual({ on: '2026-03-06', answerBy: '2026-03-07', answer: null });
  expect(reminded.allowed).not.toContain('remind');
  expect(await refused(FAMILY, 'applications.remind', { caseId })).toEqual([409, 'REMINDED_TODAY']);
  expect(await idsOf('he-min')).toContain(caseId);
  const { rows } = await office.must('li-chunmei', 'reviews.queue', {});
  expect(rows.find(({ id }) => id === caseId)?.reminded).toBe(true);

  const { case: seen } = await office.must('li-chunmei', 'reviews.case', { caseId });
  await office.must('li-chunmei', 'reviews.answerReminder', {
    caseId,
    version: seen.version,
    note: '路断了，明天上午到家里',
  });
  expect((await get(journey)).reminder?.answer).toEqual({
    on: '2026-03-06',
    name: '李春梅',
    note: '路断了，明天上午到家里',
  });
  expect(await idsOf('he-min')).not.toContain(caseId);
  await office.tick();
  const { messages } = await office.must(FAMILY, 'accounts.messages', {});
  expect(messages.map(({ title }) => title).join()).toMatch(/村里答复您了/);

  office.at('2026-03-07 08:00');
  await office.must(FAMILY, 'applications.remind', { caseId });
});

test('at the end the family rates once; staff neither give nor change it, and count it without names', async () => {
  const journey = await walk(office, 'announced', { idNo: null, headName: '柳春生' });
  const { caseId } = journey;
  const stars = { caseId, stars: 4, words: '来得快，话说得明白' };
  for (const stranger of ['he-ming', 'sun-xiuying'])
    expect(await refused(stranger, 'applications.rate', stars)).toEqual([404, 'NOT_FOUND']);
  expect(await refused('li-chunmei', 'applications.rate', stars)).toEqual([403, 'ROLE_MAY_NOT']);
  for (const wrong of [0, 6, 2.5])
    expect((await refused(FAMILY, 'applications.rate', { ...stars, stars: wrong }))[0]).toBe(422);

  const { case: rated } = await office.must(FAMILY, 'applications.rate', stars);
  expect(rated.rating).toEqual({ stars: 4, words: '来得快，话说得明白' });
  expect(await refused(FAMILY, 'applications.rate', { ...stars, stars: 1 })).toEqual([409, 'ALREADY_RATED']);

  const counts = { region: '150521100200', name: '保西村', count: 1, stars: [0, 0, 0, 1, 0] };
  for (const person of ['li-chunmei', 'he-min', 'wu-haiyan']) {
    const { regions } = await office.must(person, 'reviews.ratings', {});
    expect(regions).toEqual([counts]);
  }
  expect((await office.must('sun-xiuying', 'reviews.ratings', {})).regions).toEqual([]);

  // Not even the application's own role changes a row.
  const as = (sql: string) => office.database.look(`SET ROLE shouwang_app; ${sql}`);
  await expect(as('UPDATE case_rating SET stars = 5')).rejects.toThrow(/permission denied/);
  await expect(as('DELETE FROM case_rating')).rejects.toThrow(/permission denied/);
});

test('a month after the end it is too late to rate', async () => {
  const journey = await walk(office, 'announced', { idNo: null, headName: '施永安' });
  expect((await get(journey)).rateUntil).toBe('2026-04-15');
  office.at('2026-04-16 09:00');
  const late = { caseId: journey.caseId, stars: 5 };
  expect(await refused(FAMILY, 'applications.rate', late)).toEqual([409, 'RATING_OVER']);
});
