import { FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { MAX_FILTERS, QUEUE_TABS } from '@shared/casework';
import { composeIdNumber } from '@shared/people';
import { HEAD_ID, type Journey, PHONE, VERIFICATION, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

const HE_HEAD_ID = composeIdNumber({ area: '990101', birthDate: '1960-01-05', sequence: 77 });
const WIFE_ID = VERIFICATION.members[1].idNo;

let office: Office;
let mine: Journey;
let closed: Journey;
let other: Journey;

beforeAll(async () => {
  office = await openOffice();
  closed = await walk(office, 'announced', { idNo: null, phone: null, headName: '孙办完' });
  mine = await walk(office, 'verified');
  other = await walk(office, 'submitted', {
    idNo: HE_HEAD_ID,
    phone: '19900005678',
    headName: '孙一',
    village: SECOND_VILLAGE,
  });
});
afterAll(() => office.close());

const search = (person: string, text: string) => office.must(person, 'reviews.search', { text });
const found = async (person: string, text: string) => (await search(person, text)).rows.map(({ id }) => id);

interface Entry {
  person_id: string;
  county: string;
  detail: string;
}
const entries = () =>
  office.database.look<Entry>(
    "SELECT person_id, county, detail FROM audit WHERE what = 'SEARCH' ORDER BY id",
  );

describe('search', () => {
  test('by number, grouped or not; by the whole name; by a whole ID number or phone, the wife’s too', async () => {
    const { caseNo } = (await search('li-chunmei', '田有福')).rows[0] ?? { caseNo: '' };
    expect(await found('li-chunmei', caseNo)).toEqual([mine.caseId]);
    expect(await found('li-chunmei', `${caseNo.slice(0, 4)} ${caseNo.slice(4)}`)).toEqual([mine.caseId]);
    expect(await found('li-chunmei', ' 田有福 ')).toEqual([mine.caseId]);
    expect(await found('li-chunmei', HEAD_ID)).toEqual([mine.caseId]);
    // Open ones first.
    expect(await found('li-chunmei', WIFE_ID.toLowerCase())).toEqual([mine.caseId, closed.caseId]);
    expect(await found('li-chunmei', '+86 199 0000 1234')).toEqual([mine.caseId]);
  });

  test('what is over is found as well', async () => {
    const { rows } = await search('li-chunmei', '孙办完');
    expect(rows).toMatchObject([{ id: closed.caseId, state: 'INCLUDED' }]);
  });

  test.each(['田', '田有', '有福', '田%', '田有_', '1990000', HEAD_ID.slice(0, 17), '2603', '990101'])(
    'a part finds nobody: %s',
    async (text) => {
      const { status, body } = await office.ask('li-chunmei', 'reviews.search', { input: { text } });
      const rows = status === 200 ? (body as { rows: unknown[] }).rows : [];
      expect([200, 422]).toContain(status);
      expect(rows).toEqual([]);
      if (status === 422)
        expect(body).toMatchObject({ error: { issues: [{ field: 'text', reason: 'SEARCH_NOT_WHOLE' }] } });
    },
  );

  test('each one is written down: who, what kind, a keyed hash, how many; the text is nowhere', async () => {
    const before = (await entries()).length;
    await found('chen-li', HEAD_ID);
    await found('chen-li', PHONE);
    await found('chen-li', '没有这人');
    const written = (await entries()).slice(before);
    expect(
      written.map(({ person_id, county, detail }) => [
        person_id,
        county,
        detail.replace(/[0-9a-f]{64}/, '#'),
      ]),
    ).toEqual([
      ['demo-chen-li', '150521', 'ID # 1'],
      ['demo-chen-li', '150521', 'PHONE # 1'],
      ['demo-chen-li', '150521', 'NAME # 0'],
    ]);
    const everything = JSON.stringify([
      await office.database.look('SELECT * FROM audit'),
      await office.database.look("SELECT * FROM request_log WHERE operation = 'reviews.search'"),
      office.logged,
    ]);
    for (const plain of [HEAD_ID, PHONE, '没有这人']) expect(everything).not.toContain(plain);
  });

  test('a search is no look at the family’s case: the family’s own list does not grow by it', async () => {
    const times = async () =>
      JSON.stringify(await office.must('tian-xiaoyu', 'households.looks', { caseId: mine.caseId }));
    const before = await times();
    await found('chen-li', HEAD_ID);
    expect(await times()).toBe(before);
  });

  test('it has a ceiling', async () => {
    const busy = await openOffice({ rateFactor: 1 });
    let status = 0;
    for (let n = 0; n < 41; n += 1)
      status = (await busy.ask('li-chunmei', 'reviews.search', { input: { text: '田有福' } })).status;
    expect(status).toBe(429);
    await busy.close();
  });

  test('whoever reported for a family does not find it as staff', async () => {
    await office.database.look(
      "INSERT INTO case_party (county, case_id, person_id, stands_as, village) VALUES ('150521', $1, 'demo-wang-jianjun', 'PROXY', $2)",
      [mine.caseId, FIRST_VILLAGE],
    );
    expect(await found('wang-jianjun', '田有福')).toEqual([]);
  });
});

describe('a neighbour', () => {
  test('finds nothing of this village by any text, and hears the same as for nobody', async () => {
    const { caseNo } = (await search('chen-li', '田有福')).rows[0] ?? { caseNo: '' };
    for (const text of [caseNo, '田有福', HEAD_ID, PHONE])
      expect(await found('sun-xiuying', text)).toEqual([]);
    expect(await search('sun-xiuying', '田有福')).toEqual({ ...(await search('sun-xiuying', '没有这人')) });
    expect(await found('li-chunmei', HE_HEAD_ID)).toEqual([]);
    expect(await found('sun-xiuying', HE_HEAD_ID)).toEqual([other.caseId]);
    expect(new Set(await found('wu-haiyan', '孙一'))).toEqual(new Set([other.caseId]));
  });

  test('of another township: nothing in any queue, count, filter or search', async () => {
    await office.database.look(
      `INSERT INTO person_grant (county, person_id, role, region, from_day)
       VALUES ('150521', 'demo-shen-wen', 'TOWN_CLERK', '150521101', '2026-01-01')`,
    );
    const { caseNo } = (await search('chen-li', '田有福')).rows[0] ?? { caseNo: '' };
    for (const text of [caseNo, '田有福', HEAD_ID, PHONE]) expect(await found('shen-wen', text)).toEqual([]);
    for (const tab of QUEUE_TABS) {
      for (const place of ['', FIRST_VILLAGE, FIRST_VILLAGE.slice(0, 9)]) {
        const page = await office.must('shen-wen', 'reviews.queue', { tab, place });
        expect([page.rows, page.count, page.next]).toEqual([[], 0, null]);
        expect(new Set([...Object.values(page.counts), ...Object.values(page.steps)])).toEqual(new Set([0]));
      }
    }
    const filter = { tab: 'ALL', place: FIRST_VILLAGE } as const;
    const { filters } = await office.must('shen-wen', 'reviews.saveFilter', { name: '隔壁', filter });
    expect(filters).toMatchObject([{ count: 0 }]);
    // A case of theirs is as unknown as one that does not exist.
    const seen = await office.ask('shen-wen', 'reviews.case', { input: { caseId: mine.caseId } });
    const nowhere = { caseId: `150521-${'0'.repeat(32)}` };
    const none = await office.ask('shen-wen', 'reviews.case', { input: nowhere });
    const plain = (body: unknown) => JSON.stringify(body).replace(/"traceId":"[^"]*"/, '');
    expect([seen.status, plain(seen.body)]).toEqual([none.status, plain(none.body)]);
  });

  test('sees nothing of it in a list, a count or a kept filter that names its place', async () => {
    for (const place of ['', FIRST_VILLAGE, FIRST_VILLAGE.slice(0, 9)]) {
      const { filters } = await office.must('sun-xiuying', 'reviews.saveFilter', {
        name: `那边${place.slice(-4)}`,
        filter: { tab: 'ALL', place },
      });
      const page = await office.must('sun-xiuying', 'reviews.queue', { tab: 'ALL', place });
      const own = place === FIRST_VILLAGE ? [] : [other.caseId];
      expect(page.rows.map(({ id }) => id)).toEqual(own);
      expect(page.count).toBe(own.length);
      expect(page.counts.ALL).toBe(1);
      expect(filters.at(-1)?.count).toBe(own.length);
      expect(JSON.stringify([page, filters])).not.toContain('田有福');
    }
  });
});

describe('kept filters', () => {
  test('are their owner’s, counted like their list, forgotten at a word', async () => {
    const filter = { tab: 'ALL', risk: 'SCHOOLING' } as const;
    const { filters } = await office.must('li-chunmei', 'reviews.saveFilter', { name: ' 有学生的 ', filter });
    const { count } = await office.must('li-chunmei', 'reviews.queue', filter);
    expect(filters).toEqual([
      {
        id: expect.any(String),
        name: '有学生的',
        filter: { ...filter, step: '', place: '', channel: '' },
        count,
      },
    ]);
    expect(await office.must('zhou-zhengping', 'reviews.savedFilters', {})).toEqual({ filters: [] });
    const filterId = filters[0]?.id ?? '';
    await office.must('zhou-zhengping', 'reviews.dropFilter', { filterId });
    expect((await office.must('li-chunmei', 'reviews.savedFilters', {})).filters).toHaveLength(1);
    expect(JSON.stringify(await office.database.look('SELECT * FROM saved_filter'))).not.toContain(
      '有学生的',
    );
    await office.must('li-chunmei', 'reviews.dropFilter', { filterId });
    expect(await office.must('li-chunmei', 'reviews.dropFilter', { filterId })).toEqual({ filters: [] });
  });

  test('have names of their own and an end', async () => {
    const keep = (name: string) =>
      office.ask('chen-li', 'reviews.saveFilter', { input: { name, filter: { tab: 'ALL' } } });
    for (let n = 0; n < MAX_FILTERS; n += 1) expect((await keep(`第${n}个`)).status).toBe(200);
    expect((await keep('第3个')).body).toMatchObject({ error: { reason: 'FILTER_NAME_TAKEN' } });
    expect((await keep('多一个')).body).toMatchObject({ error: { reason: 'FILTERS_FULL' } });
    expect((await keep('')).status).toBe(422);
    expect((await keep('字'.repeat(13))).status).toBe(422);
  });
});
