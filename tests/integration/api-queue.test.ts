import { openDatabase } from '@functions/adapters/postgres/scoped';
import { statement } from '@functions/adapters/postgres/statement';
import { countQueues, findQueue, readInOrder } from '@functions/reviews/queue.sql';
import { FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { LIST_COUNT_MAX, QUEUE_TABS, type QueueTab } from '@shared/casework';
import { VERIFICATION, walk } from '@tests/support/f01';
import { manyCases } from '@tests/support/many-cases';
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

  test('what a family wrote down as its trouble narrows the queue', async () => {
    const risks = async (risk: 'SCHOOLING' | 'WATER') =>
      (await office.must('li-chunmei', 'reviews.queue', { tab: 'ALL', risk })).count;
    expect(await risks('SCHOOLING')).toBe((await queue('li-chunmei', 'ALL')).count);
    expect(await risks('WATER')).toBe(0);
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

interface Stored {
  id: string;
  village: string;
  due_on: string;
  holder: string;
  holder_id: string | null;
  desks: string[];
  returned: boolean;
  state: string;
  channel: string;
  risks: string[];
}

/** What each queue means, said once more and otherwise: row by row, for somebody with one role in one region. */
const MEANS: Record<QueueTab, (row: Stored, who: { id: string; role: string; office: string[] }) => boolean> =
  {
    MINE: (row, who) => (row.desks.includes(who.role) && row.holder_id === null) || row.holder_id === who.id,
    HELD: (row, who) => row.holder_id === who.id,
    UNCLAIMED: (row, who) => row.desks.includes(who.role) && row.holder_id === null,
    RETURNED: (row, who) => row.returned && MEANS.MINE(row, who),
    OVERDUE: (row) => row.due_on < '2026-03-12',
    DUE_THIS_WEEK: (row) => row.due_on <= '2026-03-15',
    WAITING_FAMILY: (row) => row.holder === 'HOUSEHOLD',
    UNIT: (row, who) => row.desks.some((role) => who.office.includes(role)),
    ALL: () => true,
  };

describe('every queue, however narrowed, against rows counted one by one', () => {
  const TOWN = ['TOWN_CLERK', 'TOWN_LEADER'];
  const COUNTY = ['COUNTY_CLERK', 'COUNTY_LEADER'];
  const PEOPLE = {
    'li-chunmei': { role: 'VILLAGE', region: FIRST_VILLAGE, office: ['VILLAGE', 'TASKFORCE'] },
    'chen-li': { role: 'TOWN_LEADER', region: FIRST_VILLAGE.slice(0, 9), office: TOWN },
    'wu-haiyan': { role: 'COUNTY_CLERK', region: '150521', office: COUNTY },
  } as const;
  const NARROWED = [
    {},
    { step: 'VERIFYING' },
    { step: 'TOWN_REVIEW', risk: 'ILLNESS' },
    { risk: 'WATER', channel: 'LINKED' },
    { channel: 'CADRE' },
    { place: FIRST_VILLAGE },
    { place: FIRST_VILLAGE.slice(0, 9), risk: 'ILLNESS' },
    { place: '150521999' },
    { place: '150522100' },
  ] as const;
  let rows: Stored[];

  beforeAll(async () => {
    office = await openOffice();
    await office.database.look(manyCases(1500));
    // Every third of the first villages is in somebody's hands.
    await office.database.look(
      `UPDATE case_row SET holder_id = CASE WHEN 'VILLAGE' = ANY (desks) THEN 'demo-li-chunmei'
              WHEN 'TOWN_LEADER' = ANY (desks) THEN 'demo-chen-li' ELSE 'demo-wu-haiyan' END
        WHERE holder <> 'HOUSEHOLD' AND ascii(right(id, 1)) % 3 = 0`,
    );
    // Some come to an end, and some are the caller's own family's.
    await office.database.look(
      "UPDATE case_row SET open = false, state = 'REJECTED' WHERE (due_on - DATE '2026-01-01') % 9 = 0",
    );
    await office.database.look(
      `INSERT INTO case_party (county, case_id, person_id, stands_as, village)
       SELECT county, id, 'demo-wu-haiyan', 'HOUSEHOLD', village FROM case_row ORDER BY id LIMIT 40`,
    );
    office.at('2026-03-12 09:00');
    rows = await office.database.look<Stored>(
      `SELECT id, village, due_on::text, holder, holder_id, desks, returned, state, channel, risks FROM case_row r
        WHERE open AND NOT EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = r.id) ORDER BY due_on, id`,
    );
  }, 60_000);
  afterAll(() => office.close());

  test.each(Object.entries(PEOPLE))('%s', async (person, { role, region, office: roles }) => {
    const who = { id: `demo-${person}`, role, office: [...roles] };
    for (const tab of QUEUE_TABS) {
      for (const filter of NARROWED) {
        const { step = '', risk = '', channel = '', place = '' } = filter as Record<string, string>;
        const expected = rows
          .filter(
            (row) =>
              row.village.startsWith(region) &&
              row.village.startsWith(place) &&
              MEANS[tab](row, who) &&
              (step === '' || row.state === step) &&
              (risk === '' || row.risks.includes(risk)) &&
              (channel === '' || row.channel === channel),
          )
          .map(({ id }) => id);
        const seen: string[] = [];
        let cursor = '';
        for (;;) {
          const page = await office.must(person, 'reviews.queue', { tab, ...filter, cursor, limit: 200 });
          seen.push(...page.rows.map(({ id }) => id));
          expect([person, tab, filter, page.count]).toEqual([
            person,
            tab,
            filter,
            Math.min(expected.length, LIST_COUNT_MAX + 1),
          ]);
          if (Object.keys(filter).length === 0) expect(page.counts[tab]).toBe(Math.min(expected.length, 100));
          if (tab === 'ALL' && step !== '' && Object.keys(filter).length === 1)
            expect(page.steps[step as 'VERIFYING']).toBe(Math.min(expected.length, 100));
          if (page.next === null) break;
          cursor = page.next;
        }
        expect([person, tab, filter, seen]).toEqual([person, tab, filter, expected]);
      }
    }
  });

  test('a place that is not the own is empty, and so is one that does not exist', async () => {
    const other = await office.must('li-chunmei', 'reviews.queue', { tab: 'ALL', place: SECOND_VILLAGE });
    const nowhere = await office.must('li-chunmei', 'reviews.queue', { tab: 'ALL', place: '150521999999' });
    expect(other).toEqual(nowhere);
    expect(other.rows).toEqual([]);
  });
});

test('as the application’s own role every list and count is read from one index in order, however narrow', async () => {
  office = await openOffice();
  const database = openDatabase({ url: office.database.appUrl });
  try {
    await office.database.look(manyCases(8000));
    await office.database.look('ANALYZE');
    for (const [digits, index] of [
      [12, 'case_list_village'],
      [9, 'case_list_town'],
      [6, 'case_list_county'],
    ] as const) {
      const region = FIRST_VILLAGE.slice(0, digits);
      await database.transaction({ region, person: 'demo-x' }, async (db) => {
        await db.rows(readInOrder);
        for (const list of [
          'ALL',
          'TODO:VILLAGE',
          'ALL/R:WATER',
          'TODO:demo-x/S:TRIAGE/C:SELF_MINIAPP/R:WATER',
        ]) {
          const source = [['k'], [region], [list], ['2026-03-02']];
          for (const [name, text] of [
            ['list', findQueue.text],
            ['count', countQueues.text],
          ] as const) {
            const explain = statement<{ 'QUERY PLAN': string }>(`test.explain.${name}`, `EXPLAIN ${text}`);
            const lines = await db.rows(explain, [...source, [], '0001-01-01', '', 51]);
            const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
            expect(plan).toContain(index);
            expect(plan).toMatch(/Index Cond: \(\((county|town|village) = /);
            expect(plan).not.toMatch(/Seq Scan on (case_list|case_row)|Bitmap|Sort Key: l\./);
          }
        }
      });
    }
  } finally {
    await database.close();
    await office.close();
  }
});
