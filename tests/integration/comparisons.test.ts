import { composeRequestCode } from '@shared/people';
import { type Compared, fetched, sendIn, waitingFamily } from '@tests/support/comparison';
import { type Office, openOffice } from '@tests/support/office';
import iconv from 'iconv-lite';
import { read, utils, write } from 'xlsx';

jest.setTimeout(240_000);

let office: Office;
let families: Compared[];
beforeAll(async () => {
  office = await openOffice();
  families = [];
  for (const [index, name] of ['田有福', '贺老实', '白长河'].entries())
    families.push(await waitingFamily(office, name, index + 1));
  office.at('2026-03-05 09:00');
});
afterAll(() => office.close());

const HEAD = ['查对码', '姓名', '身份证号码', '查对结果', '查到什么', '值多少钱（元）', '说明'];
type Line = (string | number)[];

/** What another program reads in a file of ours: the lines from the head on. */
function linesOf(bytes: Uint8Array): string[][] {
  const sheet = Object.values(read(bytes).Sheets)[0] ?? {};
  const lines = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' });
  return lines.slice(lines.findIndex((line) => line[0] === '查对码') + 1);
}

function byOthers(lines: Line[], change?: (sheet: Record<string, unknown>) => void): Uint8Array {
  const sheet = utils.aoa_to_sheet(lines);
  change?.(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '答复');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }));
}

async function reportOf(jobId: string, person = 'wu-haiyan'): Promise<string[][]> {
  const { url } = await office.must(person, 'imports.report', { jobId });
  const sheet = Object.values(read(fetched(office, url)).Sheets)[0] ?? {};
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' }).slice(1);
}

const caseOf = async (index: number) =>
  (await office.must('wu-haiyan', 'reviews.case', { caseId: families[index]?.caseId ?? '' })).case;

let listId: string;
let lines: string[][];

test('a clerk makes one list a department of many cases, with no more of a person than is needed', async () => {
  const { cases } = await office.must('wu-haiyan', 'comparisons.waiting', {});
  expect(
    cases.map(({ headName, adults, unsigned, requested }) => [headName, adults, unsigned, requested]).sort(),
  ).toEqual(['田有福', '白长河', '贺老实'].map((name) => [name, 4, [], false]));
  const { lists, skipped } = await office.must('wu-haiyan', 'comparisons.create', {
    caseIds: families.map(({ caseId }) => caseId),
    departments: ['POLICE', 'TAX'],
  });
  expect(skipped).toEqual([]);
  expect(
    lists.map(({ department, people, cases: many, state }) => [department, people, many, state]),
  ).toEqual([
    ['POLICE', 12, 3, 'READY'],
    ['TAX', 12, 3, 'READY'],
  ]);
  listId = lists[0]?.id ?? '';
  const { url, people } = await office.must('wu-haiyan', 'comparisons.download', { listId });
  expect(people).toBe(12);
  const bytes = fetched(office, url);
  lines = linesOf(bytes);
  expect(lines.map((line) => line[2]).sort()).toEqual(families.flatMap(({ ids }) => ids).sort());
  const all = JSON.stringify(Object.values(read(bytes).Sheets)[0]);
  for (const secret of ['保西村', '2组', '19900000', ...families.map(({ caseId }) => caseId)])
    expect(all).not.toContain(secret);
  expect(all).toContain('吴海燕');
  const written = await office.database.look<{ case_id: string }>(
    "SELECT case_id FROM audit WHERE what = 'EXPORT' AND detail LIKE $1",
    [`%${listId}%`],
  );
  expect(written.map((row) => row.case_id).sort()).toEqual(families.map(({ caseId }) => caseId).sort());
  const again = await office.must('wu-haiyan', 'comparisons.create', {
    caseIds: families.map(({ caseId }) => caseId),
    departments: ['POLICE'],
  });
  expect([again.lists, again.skipped.length]).toEqual([[], 3]);
});

test('nobody but the county and that department sees it, by either lock', async () => {
  for (const person of ['he-min', 'chen-li', 'li-chunmei', 'zhao-dayong'])
    for (const operation of ['comparisons.lists', 'comparisons.waiting'] as const)
      expect((await office.ask(person, operation)).status).toBe(403);
  expect((await office.must('ma-jun', 'comparisons.lists', {})).lists.map((list) => list.department)).toEqual(
    ['POLICE'],
  );
  const { lists } = await office.must('wu-haiyan', 'comparisons.lists', {});
  const tax = lists.find(({ department }) => department === 'TAX')?.id ?? '';
  expect((await office.ask('ma-jun', 'comparisons.download', { input: { listId: tax } })).status).toBe(404);
  expect(
    (await office.ask('ma-jun', 'reviews.case', { input: { caseId: families[0]?.caseId } })).status,
  ).toBe(404);
  const seen = (region: string | null, person: string | null) =>
    office.adapters.database.transaction({ region, person }, (db) =>
      db.rows({
        name: 'test.comparison',
        text: 'SELECT count(*) AS n FROM comparison_item UNION ALL SELECT count(*) FROM comparison_list',
      }),
    );
  expect(await seen('150521', null)).toEqual([{ n: 24 }, { n: 2 }]);
  for (const [region, person] of [
    ['150522', null],
    ['150521100', null],
    ['150521100200', null],
    [null, 'demo-ma-jun'],
  ] as const)
    expect(await seen(region, person)).toEqual([{ n: 0 }, { n: 0 }]);
});

test('answers come in by code and person, each row with its own outcome; the rest is untouched', async () => {
  const [one = [], two = [], three = [], four = [], ...others] = lines;
  const said = (line: string[], ...rest: Line): Line => [...line.slice(0, 3), ...rest];
  const sheet: Line[] = [
    ['公安答复'],
    HEAD,
    said(one, '查到了', '有小车', '21000', '2016 年面包车'),
    said(two, '没有查到'),
    said(two, '没有查到'),
    [],
    said(three, '没有查到'),
    said(three, '查到了', '有小车'),
    [four[0] ?? '', '别人', four[2] ?? '', '没有查到'],
    [composeRequestCode(123_456_789), '某某', '', '没有查到'],
    [(others[0]?.[0] ?? '').replace(/.$/, (last) => String((Number(last) + 1) % 10)), '某某', '', '没有查到'],
    // A spreadsheet makes a number of it, unless its last sign is X.
    [others[1]?.[0] ?? '', '', Number(others[1]?.[2]?.replace('X', '0')), '没有查到'],
    said(others[2] ?? [], '大概没有'),
    said(others[3] ?? [], '没有查到', '有小车'),
  ];
  const { job, seen } = await sendIn(office, 'ma-jun', listId, byOthers(sheet));
  expect(seen.map(({ state }) => state)).toEqual(['WAITING', 'APPLYING', 'APPLYING', 'DONE']);
  expect(job.rows).toEqual({ total: 11, done: 11, good: 2 });
  const report = await reportOf(job.id, 'ma-jun');
  expect(report.map(([row, , , good, why]) => [row, good, why?.slice(0, 12)])).toEqual([
    ['3', '办了', '登记好了。'],
    ['4', '办了', '登记好了。'],
    ['5', '没有办', '和第 4 行是同一条，只'],
    ['7', '没有办', '同一个查对码有几行，写的'],
    ['8', '没有办', '同一个查对码有几行，写的'],
    ['9', '没有办', '查对码和人对不上。看看是'],
    ['10', '没有办', '这份名单上没有请查这个人'],
    ['11', '没有办', '查对码不对，可能有一位写'],
    ['12', '没有办', '身份证号码被软件改短了。'],
    ['13', '没有办', '查对结果只能填：没有查到'],
    ['14', '没有办', '写了查到什么，结果却不是'],
  ]);
  const answers = (await Promise.all([0, 1, 2].map(caseOf))).flatMap((c) => c.dataCheck?.answers ?? []);
  expect(
    answers.map(({ department, result, flags, amountFen }) => [department, result, flags, amountFen]),
  ).toEqual(
    expect.arrayContaining([
      ['POLICE', 'FLAGGED', ['CAR'], 2_100_000],
      ['POLICE', 'CLEAR', [], null],
    ]),
  );
  expect(answers).toHaveLength(2);
  const twice = await sendIn(office, 'ma-jun', listId, byOthers([HEAD, said(two, '查到了', '有小车')]));
  expect((await reportOf(twice.job.id, 'ma-jun'))[0]?.[4]).toBe('这一条以前登记过了，这次没有改。');
  const foreign = await office.ask('wu-haiyan', 'imports.get', { input: { jobId: job.id } });
  expect(foreign.status).toBe(404);
});

test('the clerk sends the rest in as GB18030, the comparison is over and the flag waits for a word', async () => {
  const { lists } = await office.must('wu-haiyan', 'comparisons.lists', {});
  for (const { id, department } of lists) {
    const { url } = await office.must('wu-haiyan', 'comparisons.download', { listId: id, format: 'csv' });
    const csv = Buffer.from(fetched(office, url))
      .toString('utf8')
      .replace(/^\ufeff/, '');
    const filled = csv.replace(/,,,,(\r\n|$)/g, ',没有查到,,,$1');
    const { job } = await sendIn(office, 'wu-haiyan', id, iconv.encode(filled, 'gb18030'));
    expect([department, job.state, job.rows.good]).toEqual([department, 'DONE', job.rows.total]);
  }
  const cases = await Promise.all([0, 1, 2].map(caseOf));
  expect(cases.map(({ state }) => state)).toEqual(['TRIAGE', 'TRIAGE', 'TRIAGE']);
  const flagged = cases.find(({ flags }) => flags.length > 0);
  expect(flagged?.flags).toMatchObject([{ code: 'CAR', status: 'OPEN', amountFen: 2_100_000 }]);
  expect(flagged?.comparison).toMatchObject({ departments: 2, people: 4, flags: 1, explained: 0 });
  const town = await office.must('chen-li', 'reviews.case', { caseId: flagged?.id ?? '' });
  expect([town.case.flags, town.case.dataCheck?.answers, town.case.flagWarnings]).toEqual([
    [],
    [],
    ['UNEXPLAINED'],
  ]);
  const photo = await office.photo('li-chunmei');
  await office.must('li-chunmei', 'reviews.explainFlag', {
    caseId: flagged?.id ?? '',
    version: flagged?.version ?? 0,
    flag: flagged?.flags[0]?.key ?? '',
    text: '拉菜去卖',
    saidBy: 'FAMILY',
    exemption: 'LIVELIHOOD_TOOL',
    photoIds: [photo],
  });
  const look = async (person: string) =>
    (await office.ask(person, 'attachments.link', { input: { attachmentId: photo } })).status;
  expect(
    await Promise.all(['gao-zhiyuan', 'wang-jianjun', 'chen-li', 'zhao-dayong', 'tian-xiaoyu'].map(look)),
  ).toEqual([200, 200, 404, 404, 404]);
});

test.each<[string, () => Uint8Array, RegExp]>([
  [
    'wrong columns',
    () =>
      byOthers([
        ['姓名', '电话'],
        ['某某', '1'],
      ]),
    /没有找到：查对码、查对结果/,
  ],
  [
    'merged cells',
    () =>
      byOthers([HEAD, ['1', '甲'], ['2', '乙']], (sheet) => {
        sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
      }),
    /第 2 行有合并的格子/,
  ],
  ['a picture', () => Buffer.from([0xff, 0xd8, 0xff, 0x00]), /打不开/],
])('%s: refused as a whole with a sentence, and nothing is written', async (_, file, words) => {
  const before = await office.database.look('SELECT count(*) AS n FROM case_event');
  const { job } = await sendIn(office, 'wu-haiyan', listId, file());
  expect(job).toMatchObject({ state: 'REFUSED', message: expect.stringMatching(words) });
  expect(job.rows).toEqual({ total: 0, done: 0, good: 0 });
  expect(await office.database.look('SELECT count(*) AS n FROM case_event')).toEqual(before);
});

test('100,000 rows: progress in slices, resumed by the timer when the sender goes, a report of every row', async () => {
  const many = 100_000;
  const rows = Array.from(
    { length: many },
    (_, index) => `${composeRequestCode(200_000_000 + index)},某某,,没有查到,,,`,
  );
  const bytes = Buffer.from(`\ufeff${HEAD.join(',')}\r\n${rows.join('\r\n')}`);
  const { job, upload } = await office.must('wu-haiyan', 'imports.start', {
    kind: 'COMPARISON_ANSWERS',
    targetId: listId,
    fileName: '全县.csv',
    size: bytes.length,
  });
  office.store.objects.set(upload.fields.key ?? '', {
    content: bytes,
    contentType: 'application/octet-stream',
  });
  const progress = [];
  for (let turn = 0; turn < 3; turn += 1)
    progress.push((await office.must('wu-haiyan', 'imports.advance', { jobId: job.id })).job.rows.done);
  expect(progress).toEqual([0, 5_000, 10_000]);
  expect((await office.ask('wu-haiyan', 'imports.report', { input: { jobId: job.id } })).status).toBe(409);
  await office.tick();
  const after = await office.must('wu-haiyan', 'imports.get', { jobId: job.id });
  expect(after.job).toMatchObject({ state: 'DONE', rows: { total: many, done: many, good: 0 } });
  expect(await reportOf(job.id)).toHaveLength(many);
});
