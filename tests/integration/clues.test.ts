import { DEMO_COUNTY, FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { fetched, sendIn } from '@tests/support/comparison';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';
import iconv from 'iconv-lite';
import { read, utils } from 'xlsx';

jest.setTimeout(240_000);

/** `ROWS=100000` for the long run; every kind of row is there at any size. */
const ROWS = Number(process.env.ROWS ?? 5_000);
const TARGET = `${DEMO_COUNTY}-EDUCATION`;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const HEAD = '姓名,身份证号码,预警情况,数（元、%、天）,乡镇,村,说明';

/** An invented person; `series` counts through days and sequences, so that there are as many as are wanted. */
function idOf(series: number, area = '990101'): string {
  const birth = new Date(Date.UTC(1950, 0, 1 + Math.floor(series / 1000))).toISOString().slice(0, 10);
  return composeIdNumber({ area, birthDate: birth, sequence: series % 1000 });
}

/** The same number with another check digit. */
const wrong = (id: string) => id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');

async function reportOf(jobId: string, person: string): Promise<string[][]> {
  const { url } = await office.must(person, 'imports.report', { jobId });
  const sheet = Object.values(read(fetched(office, url)).Sheets)[0] ?? {};
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' }).slice(1);
}

const send = (text: string, person = 'wu-haiyan', encoding = 'gb18030') =>
  sendIn(office, person, TARGET, new Uint8Array(iconv.encode(text, encoding)), 'CLUES');

const cluesOf = (person: string, more: object = {}) =>
  office.must(person, 'clues.list', { limit: 200, ...more });

test('a department hands in people, each row with its outcome; nothing is opened by itself', async () => {
  const open = await walk(office, 'accepted', { headName: '田有福', idNo: idOf(1) });
  const rows = [
    `田有福,${idOf(1)},孩子没上学,,,,`,
    `白长河,${idOf(2)},孩子没上学,,保康镇,保西村,两个月没到校`,
    `白长河,${idOf(2)},孩子没上学,,保康镇,保西村,两个月没到校`,
    `白长河,${idOf(2)},自付看病花费大,"12,000",保康镇,保西村,`,
    `包铁柱,${idOf(3)},自付看病花费大,9999.99,保康镇,保西村,`,
    `包铁柱,${idOf(4)},断水,,保康镇,保西村,`,
    `包铁柱,${idOf(5).slice(0, 17)}0,饮水有问题,40,保康镇,保南,`,
    `包铁柱,${idOf(6)},饮水有问题,40 天,保康镇,保南,`,
    `包铁柱,${idOf(7)},饮水有问题,30,保康镇,保南,`,
    `那木拉,${idOf(8)},住房不安全,,,,`,
    `那木拉,${idOf(9, DEMO_COUNTY)},住房不安全,,,,`,
    `那木拉,${idOf(10, DEMO_COUNTY)},住房不安全,,,没有的村,`,
    `一个人,${idOf(11)},住房不安全,,,保西村,`,
    `两个人,${idOf(11)},住房不安全,,,保西村,`,
    `,${idOf(12)},住房不安全,,,保西村,`,
    `没号的,,住房不安全,,,保西村,`,
    `长号的,${idOf(13)},要去看的重点户,,,${FIRST_VILLAGE},`,
  ];
  const { job } = await send(`教育局名单\r\n${[HEAD, ...rows].join('\r\n')}`);
  const said = (await reportOf(job.id, 'wu-haiyan')).map(([, , , , good, why]) => [good, why]);
  expect(said).toEqual([
    ['没有办', '这家正在办，不用再交。'],
    ['办了', '交给保西村了，3月5日前答复。'],
    ['没有办', '和第 4 行是同一个人同一件事，只交一次。'],
    ['办了', '交给保西村了，3月5日前答复。'],
    ['没有办', '没有到县里定的数，不交给村里。'],
    ['没有办', '“预警情况”要用名单里给的词。别的写在说明里。'],
    ['没有办', '身份证号码不对。照名单上的填。'],
    ['办了', '交给保南村了，3月5日前答复。'],
    ['没有办', '没有到县里定的数，不交给村里。'],
    ['没有办', '身份证和住处都不是本县的。请转给那个县。'],
    ['没有办', '系统里没有这家，也没有写住哪个村。补上村名再传。'],
    ['没有办', '本县没有这个村。看一眼镇名和村名。'],
    ['没有办', '同一个身份证号码写了两个姓名，都没有交。改对了再传。'],
    ['没有办', '同一个身份证号码写了两个姓名，都没有交。改对了再传。'],
    ['没有办', '没有写姓名。补上再传。'],
    ['没有办', '没有写身份证号码。补上再传。'],
    ['办了', '交给保西村了，3月5日前答复。'],
  ]);
  expect(job.rows).toEqual({ total: 17, done: 17, good: 4 });
  expect((await office.must('li-chunmei', 'reviews.case', { caseId: open.caseId })).case.headName).toBe(
    '田有福',
  );
  const before = await cluesOf('li-chunmei');
  const again = await send([HEAD, ...rows].join('\n'), 'wu-haiyan', 'utf8');
  expect(again.job.rows.good).toBe(0);
  expect(await cluesOf('li-chunmei')).toEqual(before);
  const sealed = await office.database.look<{ text: string }>('SELECT clue::text AS text FROM clue');
  for (const { text } of sealed) expect(text).not.toMatch(/白长河|包铁柱|到校/);
});

test('a village sees its own, the neighbour nothing, by either lock; a department none back', async () => {
  const mine = await cluesOf('li-chunmei');
  expect(
    mine.clues.map(({ name, warning, value, channel, mayAnswer }) => [
      name,
      warning,
      value,
      channel,
      mayAnswer,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['白长河', 'T-SCHOOL', null, 'DEPT_ALERT', true],
      ['白长河', 'T-MEDICAL10K', 12_000_00, 'DEPT_ALERT', true],
      ['长号的', 'T-VISIT8', null, 'DEPT_ALERT', true],
    ]),
  );
  expect(mine.counts).toEqual({ ALL: 3, DEPT_ALERT: 3, CADRE: 0, LATE: 0 });
  expect((await cluesOf('sun-xiuying')).clues.map(({ name }) => name)).toEqual(['包铁柱']);
  expect((await cluesOf('he-min')).counts.ALL).toBe(4);
  expect((await cluesOf('ma-jun')).clues).toEqual([]);
  const clueId = mine.clues[0]?.id ?? '';
  expect((await office.ask('sun-xiuying', 'clues.get', { input: { clueId } })).status).toBe(404);
  expect(
    (
      await office.ask('ma-jun', 'imports.start', {
        input: { kind: 'CLUES', targetId: TARGET, fileName: 'x.csv', size: 10 },
      })
    ).status,
  ).toBe(403);
  expect(
    (
      await office.ask('li-chunmei', 'imports.start', {
        input: { kind: 'CLUES', targetId: TARGET, fileName: 'x.csv', size: 10 },
      })
    ).status,
  ).toBe(403);
  const seen = (region: string | null) =>
    office.adapters.database.transaction({ region, person: null }, (db) =>
      db.rows({ name: 'test.clues', text: 'SELECT count(*)::int AS n FROM clue' }),
    );
  expect(await Promise.all([FIRST_VILLAGE, SECOND_VILLAGE, '150521101', '150522', null].map(seen))).toEqual(
    [3, 1, 0, 0, 0].map((n) => [{ n }]),
  );
});

test('the village answers: a case from the clue on, help that is there, or no risk, because; once, and by name', async () => {
  await office.tick();
  const told = await office.must('li-chunmei', 'accounts.messages', {});
  expect(told.messages.map(({ title, opens }) => [title, opens])).toContainEqual([
    '有 3 条新线索，请去看看',
    'CLUES',
  ]);
  office.at('2026-03-04 10:00');
  const { clues } = await cluesOf('li-chunmei');
  const of = (warning: string) => clues.find((clue) => clue.warning === warning)?.id ?? '';
  const answered = await office.must('li-chunmei', 'clues.answer', {
    clueId: of('T-SCHOOL'),
    answer: { how: 'OPENED', headName: '白长河', group: '1组', risks: ['SCHOOLING'], words: '孩子在家' },
  });
  const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId: answered.caseId ?? '' });
  expect([c.state, c.channel, c.headName]).toEqual(['SUBMITTED', 'DEPT_ALERT', '白长河']);
  // The cap runs from the clue, and whoever took it up may handle the case.
  expect(c.actions.find(({ action }) => action === 'accept')?.enabled).toBe(true);
  const [row] = await office.database.look<{ clued: string; parties: number }>(
    `SELECT clued_at::date::text AS clued, (SELECT count(*)::int FROM case_party p WHERE p.case_id = r.id) AS parties
       FROM case_row r WHERE id = $1`,
    [answered.caseId],
  );
  expect(row).toEqual({ clued: '2026-03-02', parties: 0 });
  expect(answered.clue.answered).toMatchObject({ how: 'OPENED', by: '李春梅', caseId: answered.caseId });
  const twice = await office.ask('wang-jianjun', 'clues.answer', {
    input: { clueId: of('T-SCHOOL'), answer: { how: 'NO_RISK', words: '看过' } },
  });
  expect([twice.status, twice.body]).toMatchObject([409, { error: { reason: 'CLUE_ANSWERED' } }]);
  const open = await office.ask('li-chunmei', 'clues.answer', {
    input: {
      clueId: of('T-MEDICAL10K'),
      answer: { how: 'OPENED', headName: '白长河', risks: ['ILLNESS'] },
    },
  });
  expect([open.status, open.body]).toMatchObject([409, { error: { reason: 'CLUE_CASE_OPEN' } }]);
  const without = await office.ask('li-chunmei', 'clues.answer', {
    input: { clueId: of('T-MEDICAL10K'), answer: { how: 'NO_RISK', words: ' ' } },
  });
  expect(without.status).toBe(422);
  office.at('2026-03-04 10:05');
  await office.must('wang-jianjun', 'clues.answer', {
    clueId: of('T-MEDICAL10K'),
    answer: { how: 'HELPED', measure: 'HEA', words: '大病报销办好了' },
  });
  const { clues: done } = await cluesOf('li-chunmei', { state: 'ANSWERED' });
  expect(done.map(({ answered: a }) => [a?.how, a?.by, a?.measure])).toEqual([
    ['HELPED', '王建军', 'HEA'],
    ['OPENED', '李春梅', null],
  ]);
  for (const person of ['zhao-dayong', 'gao-zhiyuan'])
    expect(
      (
        await office.ask(person, 'clues.answer', {
          input: { clueId: of('T-VISIT8'), answer: { how: 'NO_RISK', words: '看过' } },
        })
      ).status,
    ).toBe(403);
});

test('a cadre reports somebody the office knows, or a name; both wait in the same list', async () => {
  office.at('2026-03-04 11:00');
  const { clue } = await office.must('zhao-dayong', 'clues.report', {
    village: FIRST_VILLAGE,
    name: '满都拉',
    risk: 'ACCIDENT',
  });
  expect(clue).toMatchObject({ channel: 'CADRE', warning: null, reportedBy: '赵大勇', dueOn: '2026-03-07' });
  expect((await cluesOf('li-chunmei')).counts).toEqual({ ALL: 2, DEPT_ALERT: 1, CADRE: 1, LATE: 0 });
  expect((await cluesOf('li-chunmei', { channel: 'CADRE' })).clues.map(({ name }) => name)).toEqual([
    '满都拉',
  ]);
  expect(
    (
      await office.ask('zhao-dayong', 'clues.report', {
        input: { village: SECOND_VILLAGE, name: '满都拉', risk: 'ACCIDENT' },
      })
    ).status,
  ).toBe(404);
  const both = { village: FIRST_VILLAGE, name: '满都拉', caseId: clue.id, risk: 'ACCIDENT' };
  expect((await office.ask('zhao-dayong', 'clues.report', { input: both })).status).toBe(422);
  const { caseId } = await office.must('li-chunmei', 'clues.answer', {
    clueId: clue.id,
    answer: { how: 'OPENED', headName: '满都拉', risks: ['ACCIDENT'] },
  });
  expect((await office.must('li-chunmei', 'reviews.case', { caseId: caseId ?? '' })).case.channel).toBe(
    'CADRE',
  );
  const { families } = await office.must('zhao-dayong', 'clues.families', { village: FIRST_VILLAGE });
  expect(families.map(({ headName }) => headName)).not.toContain('满都拉');
});

test('a clue past its day is told to the village and its township, once, and never closed', async () => {
  office.at('2026-03-06 08:30');
  await office.tick();
  await office.tick();
  for (const person of ['li-chunmei', 'he-min']) {
    const { messages } = await office.must(person, 'accounts.messages', {});
    expect(messages.filter(({ title }) => title.includes('晚了，还没有答复'))).toHaveLength(1);
  }
  expect((await cluesOf('he-min')).counts.LATE).toBe(2);
  await office.must('he-min', 'clues.answer', {
    clueId: (await cluesOf('he-min')).clues.find(({ warning }) => warning === 'T-VISIT8')?.id ?? '',
    answer: { how: 'NO_RISK', words: '电话问过，住在儿子家' },
  });
});

test(`${ROWS} rows: each is accounted for, and the same file again changes nothing`, async () => {
  const kinds = [0, 0, 0, 0, 0, 0];
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const kind = at % 10;
    if (kind === 3) {
      kinds[1] = (kinds[1] ?? 0) + 1;
      const first = at - 3;
      return `嘎鲁${first},${idOf(20_000 + first)},孩子没上学,,保康镇,保西村,再写一次`;
    }
    if (kind === 5) {
      kinds[2] = (kinds[2] ?? 0) + 1;
      return `错号${at},${wrong(idOf(20_000 + at))},孩子没上学,,保康镇,保西村,`;
    }
    if (kind === 7) {
      kinds[3] = (kinds[3] ?? 0) + 1;
      return `外县${at},${idOf(20_000 + at, '230602')},孩子没上学,,别的镇,别的村,`;
    }
    // Two names under one number, each warned of something else, as far apart as the file is long.
    if (at % 100 === 8) {
      kinds[4] = (kinds[4] ?? 0) + 1;
      const twin = ROWS - 100 - at + 16;
      return at < twin
        ? `甲${at},${idOf(20_000 + at)},孩子没上学,,保康镇,保西村,`
        : `乙${at},${idOf(20_000 + twin)},住房不安全,,保康镇,保西村,`;
    }
    kinds[0] = (kinds[0] ?? 0) + 1;
    return `嘎鲁${at},${idOf(20_000 + at)},孩子没上学,,保康镇,${at % 2 ? '保西村' : '保南'},`;
  });
  const file = [HEAD, ...lines].join('\n');
  const { job } = await send(file);
  expect([job.state, job.rows]).toEqual(['DONE', { total: ROWS, done: ROWS, good: kinds[0] }]);
  const report = await reportOf(job.id, 'wu-haiyan');
  expect(report).toHaveLength(ROWS);
  expect(report.map(([line]) => Number(line))).toEqual(lines.map((_, at) => at + 2));
  const count = (words: string) => report.filter((line) => String(line[5]).includes(words)).length;
  const said = ['交给', '同一个人同一件事', '号码不对', '都不是本县', '写了两个姓名'];
  expect(said.map(count)).toEqual(kinds.slice(0, 5));
  // By an oracle of its own: a number is contradicted when the whole file has more than one name for it.
  const names = new Map<string, Set<string>>();
  for (const line of lines) {
    const [name = '', id = ''] = line.split(',');
    names.set(id, (names.get(id) ?? new Set()).add(name));
  }
  const two = lines.map((line) => (names.get(line.split(',')[1] ?? '')?.size ?? 0) > 1);
  expect(two.filter(Boolean).length).toBe(kinds[4]);
  expect(report.map((line) => String(line[5]).includes('写了两个姓名'))).toEqual(two);
  const all = () =>
    office.database.look<{ n: number; sum: string }>(
      "SELECT count(*)::int AS n, md5(string_agg(clue::text, '' ORDER BY id)) AS sum FROM clue",
    );
  const before = await all();
  const again = await send(file);
  expect(again.job.rows).toEqual({ total: ROWS, done: ROWS, good: 0 });
  expect(await all()).toEqual(before);
});
