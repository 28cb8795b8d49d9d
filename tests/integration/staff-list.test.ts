import { readTable } from '@functions/adapters/sheets';
import { STAFF_COLUMNS } from '@functions/staff/columns';
import { fetched, sendIn } from '@tests/support/comparison';
import { type Office, openOffice } from '@tests/support/office';
import { type ListRow, staffTable } from '@tests/support/staff-list';

/** The administrator's list of who serves where: what becomes of each row, and whom it leaves out. */
let office: Office;
const COUNTY = '150521';
const ADMIN = 'guo-minhua';

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const importList = async (rows: readonly ListRow[]) =>
  sendIn(office, ADMIN, `${COUNTY}-STAFF`, await staffTable(rows), 'STAFF');
const members = async (view: 'ALL' | 'WAITING' | 'GONE' = 'ALL', text = '') =>
  office.must(ADMIN, 'staff.list', { county: COUNTY, view, text, limit: 200 });

async function reportOf(jobId: string) {
  const { url } = await office.must(ADMIN, 'imports.report', { jobId });
  const { parts } = await readTable(
    fetched(office, url),
    [
      { key: 'number', title: '行号' },
      { key: 'good', title: '办了没有' },
      { key: 'message', title: '说明' },
    ] as const,
    { maxRows: 100 },
  );
  const told: string[] = [];
  for await (const rows of parts) for (const { cells } of rows) told.push(`${cells.good} ${cells.message}`);
  return told;
}

const AN: ListRow = { name: '安娜', phone: '13900000001', role: '镇分管领导', town: '保康镇' };
const BO: ListRow = {
  name: '白云',
  phone: '139 0000 0002',
  role: '村委会',
  town: '保康镇',
  village: '保西村',
};
const LIST: ListRow[] = [AN, BO];

test('every row of a list is accounted for; sent again it changes nothing', async () => {
  const rows: ListRow[] = [
    ...LIST,
    AN,
    { name: '短号', phone: '1390000', role: '镇里经办', town: '保康镇' },
    { name: '无职', phone: '13900000004', role: '书记助理', town: '保康镇' },
    { name: '无镇', phone: '13900000005', role: '镇里经办' },
    { name: '外县', phone: '13900000006', role: '村委会', village: '150522100200' },
    { name: '无村', phone: '13900000007', role: '村委会', town: '保康镇', village: '没有的村' },
    { name: '小处', phone: '13900000008', role: '县里经办', town: '保康镇' },
    { name: '甲名', phone: '13900000009', role: '网格员', town: '保康镇', village: '保西村' },
    { name: '乙名', phone: '13900000009', role: '镇里经办', town: '保康镇' },
    { name: '医保', phone: '13900000010', role: '行业部门', department: '医保' },
    { name: '没写', phone: '13900000011', role: '行业部门' },
    { name: '兼管', phone: '13900000012', role: '系统管理员' },
    { name: '兼管', phone: '13900000012', role: '县里经办' },
  ];
  const first = await importList(rows);
  expect(first.job).toMatchObject({ state: 'DONE', rows: { total: 15, done: 15, good: 4 } });
  expect(await reportOf(first.job.id)).toEqual([
    '办了 加上了，在保康镇。等本人用手机号开通。',
    '办了 加上了，在保西村。等本人用手机号开通。',
    '没有办 和第 2 行一样，只加一次。',
    '没有办 手机号不对，要 11 位数字。照本人的填。',
    '没有办 没有这种职责。照表里能选的填。',
    '没有办 没有写哪个镇。补上再传。',
    '没有办 这个地方不在本县，加不了。',
    '没有办 本县没有这个地方。看一眼镇名和村名。',
    '没有办 这种职责管的地方更大。去掉村名或镇名。',
    '没有办 同一个手机号写了两个姓名，都没有加。改对了再传。',
    '没有办 同一个手机号写了两个姓名，都没有加。改对了再传。',
    '办了 加上了，在县里。等本人用手机号开通。',
    '没有办 行业部门的人要写是哪个部门。照表里能选的填。',
    '办了 加上了，在县里。等本人用手机号开通。',
    '没有办 管系统的人不办案，同一个手机号只能有一种。',
  ]);
  const look = 'SELECT * FROM staff_entry ORDER BY id';
  const before = await office.database.look<Record<string, unknown>>(look);
  const again = await importList(rows);
  expect((await reportOf(again.job.id)).filter((told) => told.startsWith('办了'))).toEqual(
    Array(4).fill('办了 已经在名单上，没有变。'),
  );
  const after = await office.database.look<Record<string, unknown>>(look);
  const without = (entries: Record<string, unknown>[]) => entries.map((one) => ({ ...one, listed_in: '' }));
  expect(without(after)).toEqual(without(before));
  // The number is nowhere readable.
  expect(JSON.stringify(before)).not.toContain('13900000001');
  const { rows: staff, counts } = await members('WAITING');
  expect(counts).toMatchObject({ WAITING: 4, GONE: 0 });
  expect(staff.find(({ name }) => name === '安娜')).toMatchObject({
    phone: '139****0001',
    posts: [{ role: 'TOWN_LEADER', region: '150521100', regionName: '保康镇' }],
  });
  expect((await members('ALL', '保西村')).rows.map(({ name }) => name)).toContain('白云');
  expect((await members('ALL', '保西村')).rows.map(({ name }) => name)).not.toContain('安娜');
});

test('a list is the administrator’s of that county alone', async () => {
  for (const person of ['gao-zhiyuan', 'he-min', 'tian-xiaoyu'])
    expect((await office.ask(person, 'staff.list', { input: { county: COUNTY } })).status).toBe(403);
  expect((await office.ask(ADMIN, 'staff.list', { input: { county: '150522' } })).status).toBe(403);
  const said = { kind: 'STAFF', targetId: `${COUNTY}-STAFF`, fileName: 'a.xlsx', size: 1 };
  expect((await office.ask('gao-zhiyuan', 'imports.start', { input: said })).status).toBe(403);
});

test('whoever is not on the newest list of the own office is proposed, never ended', async () => {
  // A list of another township says nothing about this one.
  const far: ListRow = { ...BO, phone: '13900000032', town: '', village: '150521101200' };
  expect((await importList([far])).job.rows.good).toBe(1);
  expect((await members('GONE')).rows).toEqual([]);
  await importList([BO, { ...AN, name: '艾玛', phone: '13900000031' }]);
  expect((await members('GONE')).rows).toMatchObject([
    { name: '安娜', state: 'WAITING', posts: [{ gone: true }] },
  ]);
  // A row that is wrong still says that its number has not left.
  await importList([BO, { ...AN, role: '没有这种' }]);
  expect((await members('GONE')).rows.map(({ name }) => name)).toEqual(['艾玛']);
  await importList(LIST);
});

test('an administrator gives nothing to himself by a list', async () => {
  const digest = office.adapters.keys.blindIndex('PHONE', '13900000077');
  await office.database.look("INSERT INTO person_phone VALUES ($1, 'demo-guo-minhua', now())", [digest]);
  const row = { name: '郭敏华', phone: '13900000077', role: '系统管理员' };
  const { job } = await importList([row, { ...row, role: '县级审定人' }]);
  expect(job.rows).toMatchObject({ total: 2, good: 0 });
  expect(await reportOf(job.id)).toEqual(Array(2).fill('没有办 自己的职责不能自己加。请另一位管理员来传。'));
});

test('the template comes back empty, and filled in it is read', async () => {
  const { url, fileName } = await office.must(ADMIN, 'staff.template', { county: COUNTY });
  expect(fileName).toBe('人员名单.xlsx');
  const { head, parts } = await readTable(fetched(office, url), STAFF_COLUMNS, { maxRows: 1000 });
  expect(Object.values(head)).toEqual(STAFF_COLUMNS.map(({ title }) => title));
  for await (const rows of parts) expect(rows).toEqual([]);
});

test('a page of the list goes on where the last one ended, and finds nobody by half a name', async () => {
  const all = (await members()).rows.map(({ staffId }) => staffId);
  const paged: string[] = [];
  let cursor = '';
  do {
    const page = await office.must(ADMIN, 'staff.list', { county: COUNTY, cursor, limit: 4 });
    paged.push(...page.rows.map(({ staffId }) => staffId));
    cursor = page.next ?? '';
  } while (cursor !== '');
  expect(paged).toEqual(all);
  expect(new Set(all).size).toBe(all.length);
  expect((await members('ALL', '安')).rows).toEqual([]);
  expect((await members('ALL', '13900000001')).rows).toMatchObject([{ name: '安娜' }]);
});
