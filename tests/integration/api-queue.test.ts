import { openDatabase } from '@functions/adapters/postgres/scoped';
import { statement } from '@functions/adapters/postgres/statement';
import { countQueue, findQueue } from '@functions/reviews/queue.sql';
import { FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { QUEUE_TABS, type QueueTab } from '@shared/casework';
import { VERIFICATION, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;

const queue = (person: string, tab: QueueTab, more: { cursor?: string; limit?: number } = {}) =>
  office.must(person, 'reviews.queue', { tab, ...more });

const heads = async (person: string, tab: QueueTab) =>
  (await queue(person, tab)).rows.map((row) => row.headName);

describe('what lies on whose desk', () => {
  beforeAll(async () => {
    office = await openOffice();
    for (const [headName, step] of [
      ['田一', 'submitted'],
      ['田二', 'accepted'],
      ['田三', 'compared'],
      ['田四', 'triaged'],
      ['田五', 'appraised'],
      ['田六', 'closed'],
      ['田七', 'reviewed'],
      ['田八', 'decided'],
      ['田九', 'announced'],
    ] as const)
      await walk(office, step, { idNo: null, headName });
    await walk(office, 'submitted', { idNo: null, headName: '孙一', village: SECOND_VILLAGE });
    office.at('2026-03-13 18:00');
  });
  afterAll(() => office.close());

  test.each([
    ['li-chunmei', ['田一', '田二', '田三', '田四', '田五']],
    ['wang-jianjun', ['田一', '田二', '田三', '田四', '田五']],
    ['zhao-dayong', ['田五']],
    ['sun-xiuying', ['孙一']],
    ['he-min', ['田八']],
    ['chen-li', ['田六', '田八']],
    ['wu-haiyan', []],
    ['gao-zhiyuan', ['田七']],
  ])('%s: %j', async (person, expected) => {
    expect(await heads(person, 'MINE')).toHaveLength(expected.length);
    expect(new Set(await heads(person, 'MINE'))).toEqual(new Set(expected));
  });

  test('the county has all that is overdue, a village its own, and an included family is nowhere', async () => {
    const late = await heads('wu-haiyan', 'OVERDUE');
    expect(late).toEqual(expect.arrayContaining(['田一', '孙一']));
    expect(await heads('sun-xiuying', 'OVERDUE')).toEqual(['孙一']);
    for (const tab of QUEUE_TABS) expect(await heads('wu-haiyan', tab)).not.toContain('田九');
  });

  test('every count is the length of its list, for everybody', async () => {
    for (const person of ['li-chunmei', 'zhao-dayong', 'sun-xiuying', 'he-min', 'wu-haiyan', 'gao-zhiyuan']) {
      for (const tab of QUEUE_TABS) {
        const { rows, counts } = await queue(person, tab, { limit: 200 });
        expect([person, tab, counts[tab]]).toEqual([person, tab, rows.length]);
      }
    }
  });

  test('page by page one sees every row once, in order of due date', async () => {
    const seen: { id: string; dueOn: string | null }[] = [];
    let cursor = '';
    for (let page = 0; page < 20; page += 1) {
      const { rows, next } = await queue('wu-haiyan', 'OVERDUE', { cursor, limit: 2 });
      expect(rows.length).toBeLessThanOrEqual(2);
      seen.push(...rows);
      if (next === null) break;
      cursor = next;
    }
    const { rows } = await queue('wu-haiyan', 'OVERDUE', { limit: 200 });
    expect(seen.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    const days = seen.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
  });

  test('a cursor that nobody gave out is refused at its field', async () => {
    const { status, body } = await office.ask('wu-haiyan', 'reviews.queue', {
      input: { cursor: "x' OR 1=1" },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: { issues: [{ field: 'cursor' }] } });
  });

  test('the county clerk has a verified case on the desk while the signatures are still missing', async () => {
    const { caseId, version } = await walk(office, 'accepted', { idNo: null, headName: '田十' });
    expect(await heads('wu-haiyan', 'MINE')).toEqual([]);
    office.at('2026-03-04 10:00');
    await office.must('li-chunmei', 'reviews.recordVerification', {
      caseId,
      version,
      ...VERIFICATION,
    } as never);
    // The visit wrote down the head's name as it stands on the card.
    expect(await heads('wu-haiyan', 'MINE')).toEqual(['田有福']);
    expect(await heads('li-chunmei', 'MINE')).toContain('田有福');
  });

  test('a case that waits for its family is on nobody’s desk and in the tab for it', async () => {
    const { caseId, version } = await walk(office, 'accepted', { idNo: null, headName: '白一' });
    await office.must('li-chunmei', 'reviews.requestSupplement', {
      caseId,
      version,
      items: [{ key: 'bill', kind: 'READABLE_PAPER', what: '住院费用单', why: '照片看不清' }],
    });
    expect(await heads('li-chunmei', 'MINE')).not.toContain('白一');
    expect(await heads('li-chunmei', 'WAITING_FAMILY')).toEqual(['白一']);
    expect((await queue('li-chunmei', 'WAITING_FAMILY')).rows[0]).toMatchObject({
      holder: 'HOUSEHOLD',
      paused: true,
      villageName: '保西村',
    });
  });

  test('who serves two villages sees both in one order, and nothing between them', async () => {
    await office.database.look(
      `INSERT INTO person_grant (county, person_id, role, region, from_day)
       VALUES ('150521', 'demo-zhou-zhengping', 'VILLAGE', $1, '2026-01-01')`,
      [SECOND_VILLAGE],
    );
    office.at('2026-03-13 18:00');
    const { rows, counts } = await queue('zhou-zhengping', 'OVERDUE', { limit: 200 });
    const one = await queue('li-chunmei', 'OVERDUE', { limit: 200 });
    const other = await queue('sun-xiuying', 'OVERDUE', { limit: 200 });
    expect(rows).toHaveLength(one.rows.length + other.rows.length);
    expect(counts.OVERDUE).toBe(rows.length);
    const days = rows.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
    const second = other.rows[0]?.id ?? '';
    expect((await office.must('zhou-zhengping', 'reviews.case', { caseId: second })).case.id).toBe(second);
  });

  test('a grant that has ended opens nothing', async () => {
    await office.database.look(
      "UPDATE person_grant SET until_day = '2026-03-12' WHERE person_id = 'demo-sun-xiuying'",
    );
    const { status } = await office.ask('sun-xiuying', 'reviews.queue', { input: {} });
    expect(status).toBe(403);
  });

  test('colleagues are the cadres and the task force of that village', async () => {
    const { caseId } = await walk(office, 'submitted', { idNo: null, headName: '田末' });
    const { colleagues } = await office.must('li-chunmei', 'reviews.colleagues', { caseId });
    expect(new Set(colleagues.map(({ name }) => name))).toEqual(new Set(['李春梅', '周正平', '王建军']));
  });
});

test('as the application’s own role each list is read from its index in order, without a sort', async () => {
  office = await openOffice();
  const database = openDatabase({ url: office.database.appUrl });
  try {
    await office.database.look(
      `INSERT INTO case_row (county, id, case_no, version, state, open, village, village_group, head_name, channel,
                             holder, due_on, cap_due_on, paused, withdrawal_asked, waiting_for, desks,
                             profile_code, profile_version, clued_at, updated_at)
       SELECT '150521', '150521-' || md5(i::text), i, 1, 'TRIAGE', i % 4 = 0, v.codes[1 + i % 100], '1组', '某', 'CADRE',
              (ARRAY['VILLAGE', 'TOWN', 'HOUSEHOLD'])[1 + i % 3], DATE '2026-01-01' + i % 200, '2026-04-01', false, false, 'NOTHING',
              ARRAY['VILLAGE', 'TASKFORCE'], 'DEMO-2026', 1, now(), now()
         FROM (SELECT array_agg(code ORDER BY code) AS codes FROM region WHERE level = 'VILLAGE') v,
              generate_series(1, 8000) i`,
    );
    await office.database.look('ANALYZE');
    for (const [digits, index] of [
      [12, 'case_row_queue_village'],
      [9, 'case_row_queue_town'],
      [6, 'case_row_queue_county'],
    ] as const) {
      const region = FIRST_VILLAGE.slice(0, digits);
      const where = ['150521', region, 'demo-x', '2026-03-02', '2026-03-08', ['VILLAGE'], [], []];
      await database.transaction({ region, person: 'demo-x' }, async (db) => {
        for (const tab of QUEUE_TABS) {
          const explain = statement<{ 'QUERY PLAN': string }>(
            `test.explain.${tab}.${digits}`,
            `EXPLAIN ${findQueue[tab][digits].text}`,
          );
          const lines = await db.rows(explain, [...where, '0001-01-01', '', 51]);
          const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
          expect(plan).toContain(index);
          expect(plan).not.toMatch(/Sort|Seq Scan on case_row/);
        }
        expect(await db.first(countQueue[digits], where)).toBeDefined();
      });
    }
  } finally {
    await database.close();
    await office.close();
  }
});
