import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { chainDigest } from '@functions/runtime/notice-chain';
import { type NoticeContent, printedAs } from '@shared/publicity';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** Somebody is at the database behind the application's back; the paper on the wall and the walk over the chain tell. */

let office: Office;
let noticeIds: string[];

beforeAll(async () => {
  office = await openOffice();
  noticeIds = [];
  for (const headName of ['田一', '田二', '田三', '田四']) {
    const { noticeId } = await walk(office, 'posted', { idNo: null, headName });
    noticeIds.push(noticeId);
  }
  for (const table of ['notice', 'notice_case'])
    await office.database.look(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
});
beforeEach(() => office.at('2026-03-08 09:00'));
// What a test did to the notices is undone: a walk through four cases takes seconds.
afterEach(async () => {
  for (const table of ['board_task', 'notice_case', 'notice', 'chain_walk', 'chain_fault'])
    await office.database.look(`DELETE FROM ${table}`);
  await office.database.look("DELETE FROM message WHERE title LIKE '公示核对%'");
  for (const table of ['notice', 'notice_case'])
    await office.database.look(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
});
afterAll(() => office.close());

/** What the sheet that hangs says, as it was printed on the day of posting. */
async function tokenOf(noticeId: string): Promise<string> {
  const [row] = await office.database.look<{ digest: Buffer }>('SELECT digest FROM notice WHERE id = $1', [
    noticeId,
  ]);
  return office.adapters.keys.paperToken(printedAs(noticeId, row?.digest.toString('hex') ?? ''));
}

const check = (token: string) => office.must('-', 'notices.check', { token });
const at = (index: number) => noticeIds[index] ?? '';

/** Faults by the next walk from the beginning, as the county's clerk reads them. */
async function walked(day = '2026-03-09'): Promise<string[]> {
  office.at(`${day} 09:00`);
  await office.tick();
  const { counties } = await office.must('wu-haiyan', 'notices.chain', {});
  return counties.flatMap(({ faults }) =>
    faults.filter(({ stands }) => stands).map(({ seq, kind }) => `${seq} ${kind}`),
  );
}

const change = (noticeId: string, path: string, value: unknown) =>
  office.database.look(
    'UPDATE notice SET content = jsonb_set(content, $2::text[], $3::jsonb) WHERE id = $1',
    [noticeId, path, JSON.stringify(value)],
  );

describe('the code on the paper', () => {
  test('says that nothing was changed, how many stand there, and no name', async () => {
    const token = await tokenOf(at(1));
    const answer = await check(token);
    expect(answer).toMatchObject({
      verdict: 'SAME',
      villageName: '保西村',
      households: 1,
      people: 4,
      firstDay: '2026-03-07',
      lastDay: '2026-03-11',
      correction: null,
    });
    expect(JSON.stringify(answer)).not.toMatch(/田/);
    const { notice } = await office.must('he-ming', 'notices.get', { noticeId: at(1) });
    expect(answer.checkCode).toBe(notice.checkCode);
    office.at('2026-03-12 00:00');
    expect((await check(token)).verdict).toBe('ENDED');
  });

  test('says it when one name is another one, and gives the county to call', async () => {
    const token = await tokenOf(at(1));
    await change(at(1), '{entries,0,headName}', '王五');
    const answer = await check(token);
    const { notice } = await office.must('li-chunmei', 'notices.get', { noticeId: at(1) });
    expect(answer).toMatchObject({
      verdict: 'ALTERED',
      title: '',
      households: 0,
      call: { office: '县里', number: notice.phones.county },
    });
    expect(JSON.stringify(answer)).not.toMatch(/王五|田二/);
    // The others are what they were.
    expect((await check(await tokenOf(at(2)))).verdict).toBe('SAME');
  });

  test('says it although the digest was made anew to fit: the paper keeps the old one', async () => {
    const token = await tokenOf(at(1));
    await change(at(1), '{entries,0,headName}', '王五');
    await refit(at(1));
    expect((await check(token)).verdict).toBe('ALTERED');
  });

  test('says it of a field that was put in, of a content that is none, and of a link that was moved', async () => {
    for (const [path, value] of [
      ['{note}', '加一句'],
      ['{entries}', 'x'],
    ] as const) {
      const token = await tokenOf(at(0));
      await change(at(0), path, value);
      expect((await check(token)).verdict).toBe('ALTERED');
    }
    const token = await tokenOf(at(2));
    await office.database.look(
      "UPDATE notice SET prev_digest = decode(repeat('ab', 32), 'hex') WHERE id = $1",
      [at(2)],
    );
    expect((await check(token)).verdict).toBe('ALTERED');
  });

  test('says it when the notice is gone', async () => {
    const token = await tokenOf(at(3));
    await remove(at(3));
    expect(await check(token)).toMatchObject({
      verdict: 'GONE',
      villageName: '',
      call: { office: '县里', number: expect.stringMatching(/\d{6}/) },
    });
  });

  test('says of a sheet that was printed and never photographed on the board that no day has begun', async () => {
    const { caseId } = await walk(office, 'appraised', { idNo: null, headName: '田五' });
    office.at('2026-03-08 09:00');
    const { noticeId } = await office.must('li-chunmei', 'notices.prepare', { caseIds: [caseId] });
    expect((await check(await tokenOf(noticeId))).verdict).toBe('NOT_HUNG');
  });

  test('nothing is looked up for a code that we have not printed, or that is of another paper', async () => {
    const token = await tokenOf(at(0));
    const turned = token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const { keys } = office.adapters;
    for (const wrong of [turned, 'x', keys.paperToken(at(0)), keys.paperToken(`${at(0)}_zz`)])
      expect((await office.ask('-', 'notices.check', { input: { token: wrong } })).status).toBe(404);
  });
});

/** Whoever knows how digests are made writes one that fits the content. */
async function refit(noticeId: string): Promise<void> {
  const [row] = await office.database.look<{ content: NoticeContent; prev_digest: Buffer }>(
    'SELECT content, prev_digest FROM notice WHERE id = $1',
    [noticeId],
  );
  if (row === undefined) throw new Error('no such notice');
  const digest = chainDigest(row.prev_digest, row.content);
  await office.database.look('UPDATE notice SET digest = $2 WHERE id = $1', [noticeId, digest]);
}

async function remove(noticeId: string): Promise<void> {
  for (const table of ['board_task', 'notice_case'])
    await office.database.look(`DELETE FROM ${table} WHERE notice_id = $1`, [noticeId]);
  await office.database.look('DELETE FROM notice WHERE id = $1', [noticeId]);
}

describe('the walk over the chain', () => {
  test('finds nothing wrong with what was posted, and goes on with what is new the same day', async () => {
    expect(await walked()).toEqual([]);
    expect((await office.must('wu-haiyan', 'notices.chain', {})).counties).toMatchObject([
      { notices: 4, checkedAt: '2026-03-09T01:00:00.000Z', faults: [] },
    ]);
  });

  test('finds a name that is another one, tells the county once, and cries in the log', async () => {
    await walked();
    await change(at(1), '{entries,0,headName}', '王五');
    expect(await walked('2026-03-10')).toEqual(['2 ALTERED']);
    const told = async () =>
      (await office.must('wu-haiyan', 'accounts.messages', {})).messages.filter(({ title }) =>
        /公示核对/.test(title),
      );
    expect(await told()).toHaveLength(1);
    expect(office.logged.map(({ reason }) => reason)).toContain('ALTERED 150521 2');
    const lines = office.logged.length;
    expect(await walked('2026-03-11')).toEqual(['2 ALTERED']);
    expect(await told()).toHaveLength(1);
    expect(office.logged.slice(lines).map(({ reason }) => reason)).not.toContain('ALTERED 150521 2');
  });

  test('finds a digest that was made anew: its successor stands on another one', async () => {
    await change(at(1), '{entries,0,headName}', '王五');
    await refit(at(1));
    expect(await walked()).toEqual(['3 BROKEN_LINK']);
  });

  test('finds a notice that was taken out of the middle', async () => {
    await remove(at(1));
    expect(await walked()).toEqual(['2 MISSING']);
  });

  test('finds the last one gone, which leaves no gap, and the one that was put in its place', async () => {
    expect(await walked()).toEqual([]);
    await remove(at(3));
    expect(await walked('2026-03-10')).toEqual(['4 MISSING']);
    await putIn(4, at(2));
    expect(await walked('2026-03-11')).toEqual(['4 ALTERED']);
  });

  test('finds one that was put in behind the last, with digests of its own', async () => {
    await putIn(5, at(3), Buffer.alloc(32, 9));
    expect(await walked()).toEqual(['5 BROKEN_LINK']);
  });

  test('does not count to whatever number somebody wrote in', async () => {
    await putIn(2_000_000_000, at(3));
    expect((await walked()).length).toBeLessThan(60);
  });

  test('is for those who keep the county’s system', async () => {
    for (const person of ['li-chunmei', 'chen-li'])
      expect((await office.ask(person, 'notices.chain')).status).toBe(403);
  });
});

/** Copies a notice to another number, standing on a digest: its predecessor's unless given. */
async function putIn(seq: number, from: string, on?: Buffer): Promise<void> {
  const [row] = await office.database.look<{ content: NoticeContent; digest: Buffer }>(
    'SELECT content, digest FROM notice WHERE id = $1',
    [from],
  );
  if (row === undefined) throw new Error('no such notice');
  const before = Buffer.from(on ?? row.digest);
  await office.database.look(
    `INSERT INTO notice (county, id, village, kind, content, seq, digest, prev_digest, posted_at, first_day, last_day)
     SELECT county, $2, $3, kind, content, $4, $5, $6, posted_at, first_day, last_day FROM notice WHERE id = $1`,
    [from, from.replace(/.{4}$/, 'ffff'), FIRST_VILLAGE, seq, chainDigest(before, row.content), before],
  );
}
