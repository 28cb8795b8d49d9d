import { DEMO_COUNTY, FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { fetched, sendIn } from '@tests/support/comparison';
import { type Office, openOffice } from '@tests/support/office';
import { read, utils, write } from 'xlsx';

jest.setTimeout(120_000);

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const TARGET = `${DEMO_COUNTY}-EDUCATION`;

test('the empty table of a department holds nobody, and is read back as it was filled in', async () => {
  const { url, fileName } = await office.must('wu-haiyan', 'clues.template', {});
  expect(fileName).toBe('部门预警名单（空白）.xlsx');
  const book = read(fetched(office, url));
  const [name = ''] = book.SheetNames;
  const sheet = book.Sheets[name] ?? {};
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' });
  const head = rows.findIndex(([first]) => first === '姓名');
  expect(rows[head]).toEqual(['姓名', '身份证号码', '预警情况', '数（元、%、天）', '乡镇', '村', '说明']);
  expect(
    rows
      .slice(head + 1)
      .flat()
      .join(''),
  ).toBe('');
  const idNo = composeIdNumber({ area: '990101', birthDate: '1970-05-06', sequence: 7 });
  utils.sheet_add_aoa(sheet, [['白长河', idNo, '孩子没上学', '', '保康镇', '保西村', '']], {
    origin: { r: head + 1, c: 0 },
  });
  const filled = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  const { job } = await sendIn(office, 'wu-haiyan', TARGET, filled, 'CLUES');
  expect(job.rows).toEqual({ total: 1, done: 1, good: 1 });
  // Who sent it finds it again with what became of it; nobody else does, not even in the same county.
  const sentBy = async (person: string) => (await office.must(person, 'imports.mine', {})).jobs;
  expect(await sentBy('wu-haiyan')).toMatchObject([
    { id: job.id, kind: 'CLUES', state: 'DONE', rows: { good: 1 } },
  ]);
  expect([await sentBy('gao-zhiyuan'), await sentBy('ma-jun')]).toEqual([[], []]);
  for (const person of ['li-chunmei', 'he-min', 'zhao-dayong', 'tian-xiaoyu'])
    expect([person, (await office.ask(person, 'clues.template', { input: {} })).status]).toEqual([
      person,
      403,
    ]);
});

test('a township reports clues of each of its villages, and of no other', async () => {
  for (const [person, village] of [
    ['he-min', FIRST_VILLAGE],
    ['chen-li', SECOND_VILLAGE],
  ] as const) {
    const { clue } = await office.must(person, 'clues.report', { village, name: '那木拉', risk: 'ACCIDENT' });
    expect([clue.channel, clue.name, clue.mayAnswer]).toEqual(['CADRE', '那木拉', person === 'he-min']);
  }
  const outside = { village: '150521101200', name: '那木拉', risk: 'ACCIDENT' };
  for (const person of ['he-min', 'chen-li', 'wu-haiyan'])
    expect([person, (await office.ask(person, 'clues.report', { input: outside })).status]).toEqual([
      person,
      404,
    ]);
});
