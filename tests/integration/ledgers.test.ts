import { DEMO_COUNTY, FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { LEDGERS, READY_LEDGERS, type ReadyLedger } from '@shared/ledgers';
import { composeIdNumber } from '@shared/people';
import { sendIn } from '@tests/support/comparison';
import { HEAD_ID, walk } from '@tests/support/f01';
import { openedLedger } from '@tests/support/ledger';
import { type Office, openOffice } from '@tests/support/office';
import iconv from 'iconv-lite';

jest.setTimeout(240_000);

const TOWN = FIRST_VILLAGE.slice(0, 9);
const YEAR = { from: '2026-01-01', to: '2026-12-31', use: 'ARCHIVE' as const };
/** What a spreadsheet would work out, if it were not text. */
const FORMULA = '=HYPERLINK("http://example.test","看这里")';
const NEXT_HEAD = '欧阳青松';
const nextId = composeIdNumber({ area: '990101', birthDate: '1970-01-01', sequence: 7 });

let office: Office;
let refused: string;

beforeAll(async () => {
  office = await openOffice();
  const announced = await walk(office, 'announced');
  await walk(office, 'submitted', { headName: NEXT_HEAD, village: SECOND_VILLAGE, idNo: nextId });
  const posted = await walk(office, 'posted', { headName: '贺老实', idNo: null });
  await office.must('li-chunmei', 'reviews.fileObjection', {
    caseId: posted.caseId,
    version: (await office.must('li-chunmei', 'reviews.case', { caseId: posted.caseId })).case.version,
    statement: FORMULA,
    objector: { name: '许三多', phone: '19900007777' },
    channel: 'VISIT',
  } as never);
  const compared = await walk(office, 'compared', { headName: '白长河', idNo: null });
  refused = compared.caseId;
  office.at('2026-03-06 09:00');
  const { case: triaged } = await office.must('wang-jianjun', 'reviews.triage', {
    ...{ caseId: refused, version: compared.version, proposal: 'NOT_INCLUDE', reasonCode: 'R01' },
    opinion: '收入都在线上',
  });
  await office.must('chen-li', 'reviews.confirmRejection', {
    ...{ caseId: refused, version: triaged.version, opinion: '同意' },
  });
  office.at('2026-04-20 09:20');
  const { version } = (await office.must('li-chunmei', 'reviews.case', { caseId: announced.caseId })).case;
  await office.must('li-chunmei', 'reviews.recordMeasure', {
    ...{ caseId: announced.caseId, version, measureCode: 'COM', name: '临时救助', department: '民政局' },
    ...{ on: '2026-04-01', amountFen: 1_800_50 },
  });
  const { caseId } = announced;
  await office.must('li-chunmei', 'measures.assignHelper', {
    ...{ caseId, personId: 'demo-liu-zhigang', unit: '旗农牧局', phone: '13800000001' },
  });
  const sheep = { code: 'IND' as const, name: '种羊', owner: 'AGRICULTURE' as const, office: '旗农牧局' };
  const landing = { on: '2026-04-10', amountFen: 3_000_25, note: '两只' };
  const came = await office.must('li-chunmei', 'measures.add', {
    ...{ caseId, ...sheep, person: '哈斯', dueOn: '2026-05-01', landing },
  });
  const measureId = came.measure.id;
  await office.must('tian-xiaoyu', 'measures.confirm', { caseId, measureId, received: true });
  await office.must('li-chunmei', 'measures.step', {
    ...{ caseId, measureId, step: { do: 'judge', words: '羊养住了' } },
  });
  const ride = {
    code: 'JOB' as const,
    name: '交通补助',
    owner: 'HUMAN_RESOURCES' as const,
    office: '人社局',
  };
  await office.must('li-chunmei', 'measures.add', {
    caseId,
    ...ride,
    dueOn: '2026-05-30',
    amountFen: 600_00,
  });
  const rows = [
    `田有福,${HEAD_ID},农村低保,"1,275.10",2026-03-12,保西村`,
    `田有福,${HEAD_ID},临时救助金,5800.55,2026-03-20,保西村`,
    `田有福,${HEAD_ID},产业奖补,500.25,2026-03-22,保西村`,
    `田有福,${HEAD_ID},交通补助,600,2026-03-23,保西村`,
    `田有福,${HEAD_ID},养羊协会的奖,20.01,2026-03-21,保西村`,
    `田有福,${HEAD_ID},农村低保,1275.10,2025-12-12,保西村`,
    `${NEXT_HEAD},${nextId},农村低保,999.99,2026-03-12,保南村`,
  ];
  const file = ['姓名,身份证号码,补贴项目,金额（元）,发放日期,村', ...rows].join('\r\n');
  const { job } = await sendIn(
    office,
    'wu-haiyan',
    `${DEMO_COUNTY}-CARD`,
    new Uint8Array(iconv.encode(file, 'gb18030')),
    'PAYMENTS',
  );
  expect(job.rows.good).toBe(rows.length);
  const { payments } = await office.must('tian-xiaoyu', 'payments.ours', {
    caseId: announced.caseId,
    year: 2026,
  });
  await office.must('tian-xiaoyu', 'tickets.file', {
    ...{ caseId: announced.caseId, kind: 'PAYMENT', lineId: payments[0]?.id ?? '', what: 'NOT_RECEIVED' },
    text: '没到卡上',
  });
  await office.must('li-chunmei', 'clues.report', {
    village: FIRST_VILLAGE,
    name: '白长河来',
    risk: 'ACCIDENT',
  });
});
afterAll(() => office.close());

const opened = (person: string, ledger: ReadyLedger, region: string, change = {}) =>
  openedLedger(office, person, { ledger, region, ...YEAR, ...change });

const sum = (lines: Record<string, unknown>[], column: string) =>
  Math.round(lines.reduce((all, line) => all + Number(line[column]), 0) * 100);

test('every ledger opens in another library with the columns of the list, and says whose copy it is', async () => {
  const { ledgers, units } = await office.must('wu-haiyan', 'ledgers.list', {});
  expect(units).toEqual([{ region: DEMO_COUNTY, name: '科尔沁左翼中旗' }]);
  expect(ledgers.map(({ code }) => code).sort()).toEqual([...READY_LEDGERS].sort());
  for (const { code, name, columns } of ledgers) {
    const { title, mark, head, fileName } = await opened('wu-haiyan', code as ReadyLedger, DEMO_COUNTY);
    expect(head).toEqual(['序号', ...columns]);
    expect(title).toBe(`科尔沁左翼中旗${name}（2026年1月1日至2026年12月31日）`);
    expect(mark).toContain('吴海燕 2026年4月20日取出，用于装订存档');
    expect(fileName).toBe(`科尔沁左翼中旗${name}-2026-01-01至2026-12-31.xlsx`);
  }
});

test('its sums are those that the database gives by itself, to the fen', async () => {
  const intake = await opened('wu-haiyan', 'INTAKE', DEMO_COUNTY);
  const [cases] = await office.database.look<{ all: number; included: number }>(
    "SELECT count(*)::int AS all, count(*) FILTER (WHERE state = 'INCLUDED')::int AS included FROM case_row",
  );
  expect(intake.lines).toHaveLength(cases?.all ?? -1);
  expect(intake.lines.filter(({ 状态: state }) => state === '已纳入')).toHaveLength(cases?.included ?? -1);
  expect(intake.lines.find(({ 户主: head }) => head === '田有福')).toMatchObject({
    渠道: '自主申报（小程序）',
    时间: '2026-03-02',
    时限: '2026-03-17',
    结果: '纳入，突发严重困难户',
  });

  const low = await opened('wu-haiyan', 'LOW_INCOME', DEMO_COUNTY);
  const paid = await office.database.look<{ policy: string | null; fen: string }>(
    "SELECT policy, sum(amount_fen) AS fen FROM payment WHERE paid_on >= '2026-01-01' GROUP BY policy",
  );
  const fen = (...policies: (string | null)[]) =>
    paid.reduce((all, row) => all + (policies.includes(row.policy) ? Number(row.fen) : 0), 0);
  expect(sum(low.lines, '临时救助（元）')).toBe(fen('NET-04'));
  expect(sum(low.lines, '其他补贴（元）')).toBe(fen('NET-01', 'IND-01', 'JOB-01', null));
  expect(fen('NET-01', null)).toBe(1275_10 + 20_01 + 999_99);
  expect(low.lines.map((line) => [line.户主, line.类别, line.人数]).sort()).toEqual([
    [NEXT_HEAD, '低保', '4'],
    ['田有福', '低保', '4'],
  ]);
  // Numbers for who adds up, texts for everything else.
  const types = Object.entries(low.sheet).flatMap(([at, cell]) =>
    /^[A-Z]+4$/.test(at) ? [`${cell.t}`] : [],
  );
  expect(types.filter((type) => type === 'n')).toHaveLength(4);

  const [kept] = await office.database.look<{ n: number }>(
    "SELECT count(*)::int AS n FROM case_event WHERE type = 'CaseRejected'",
  );
  const special = await opened('wu-haiyan', 'NOT_INCLUDED', DEMO_COUNTY);
  expect(special.lines).toHaveLength(kept?.n ?? -1);
  expect(special.lines[0]).toMatchObject({
    户主: '白长河',
    '看病自付合计，含目录外（元）': 34_400,
    报销清单: expect.stringContaining('花 80,600 报 51,600 自付 29,000'),
    理由: '收入和扣支出后的收入都在线上，没有风险；同意',
    复访日期: '2026-06-04',
  });
  expect(special.lines[0]?.触发项).toContain('自付看病 29,000 元');

  // Three visits found the same sheet; what was paid is added once a family.
  const industry = await opened('wu-haiyan', 'INDUSTRY', DEMO_COUNTY);
  const visits = new Set(industry.lines.map(({ 户编号: no }) => no)).size;
  expect(sum(industry.lines, '产出（元）')).toBe(visits * (12_420_00 + 16_000_00));
  expect(sum(industry.lines, '纯收入（元）')).toBe(visits * (12_420_00 + 16_000_00 - 4_860_00 - 9_200_00));
  expect(sum(industry.lines, '奖补（元）')).toBe(fen('IND-01'));
  const jobs = await opened('wu-haiyan', 'JOBS', DEMO_COUNTY);
  expect(sum(jobs.lines, '全年收入（元）')).toBe(visits * (28_800_00 + 5_400_00));
  expect(sum(jobs.lines, '交通补助（元）')).toBe(fen('JOB-01'));
  const away = { 务工地: '外省 沈阳的工地', 行业: '建筑', '全年收入（元）': 28_800 };
  expect(jobs.lines.filter(({ 行业: trade }) => trade !== '')).toMatchObject(Array(visits).fill(away));
  expect(jobs.lines.filter(({ 务工地: place }) => place === '')).toHaveLength(visits);
  // A later sheet of a quarter takes the visit's place once the township has confirmed it, and not before.
  const [home] = await office.database.look<{ id: string }>(
    "SELECT id FROM case_row WHERE head_name = '田有福'",
  );
  const sheet = { caseId: home?.id ?? '', quarter: '2026Q1', revision: 1 };
  const wages = { code: 'A1' as const, basis: 'ACTUAL' as const };
  const worked = { note: '田志强', workArea: 'COUNTY' as const, workPlace: '保康', qty: 2, unit: '个月' };
  await office.must('li-chunmei', 'followups.quarter', {
    ...{
      caseId: sheet.caseId,
      quarter: '2026Q1',
      on: '2026-04-20',
      words: '平稳',
      work: 'CHANGED',
      feeling: 'SAME',
    },
    sheet: {
      income: [
        { ...wages, ...worked, amountFen: 6_000_07 },
        { ...wages, code: 'A2', amountFen: 1_500_00 },
        { code: 'B2', basis: 'ACTUAL', amountFen: 900_00 },
      ],
      ...{ costs: [], rigid: [], claimsFen: 0 },
    },
    ...{ result: 'STABLE', signed: 'SCREEN', signatureId: await office.photo('li-chunmei') },
  });
  const jobsNow = async (more = {}) => (await opened('wu-haiyan', 'JOBS', DEMO_COUNTY, more)).lines;
  expect(await jobsNow()).toEqual(jobs.lines);
  await office.must('wang-jianjun', 'followups.confirmQuarter', { ...sheet, agree: true });
  expect(await jobsNow()).toEqual(jobs.lines);
  await office.must('chen-li', 'followups.confirmQuarter', { ...sheet, agree: true });
  const newer = await jobsNow();
  expect(sum(newer, '全年收入（元）')).toBe((visits - 1) * (28_800_00 + 5_400_00));
  const [confirmed] = await office.database.look<{ fen: string }>(
    `SELECT sum(income_a) AS fen FROM quarterly_ledger q WHERE state = 'DONE' AND NOT superseded AND NOT EXISTS (
       SELECT 1 FROM quarterly_ledger n WHERE n.case_id = q.case_id AND n.state = 'DONE' AND n.quarter > q.quarter)`,
  );
  expect([sum(newer, '季度收入（元）'), confirmed?.fen]).toEqual([7_500_07, '750007']);
  expect(
    newer.filter(({ 户主: head, 起止: span }) => head === '田有福' && span === '2026-01-01到2026-03-31'),
  ).toMatchObject([
    { 人: '田志强', 务工地: '本县别的乡镇 保康', 做了多久: '2个月', '季度收入（元）': 6_000.07 },
    { '帮扶车间/公益岗': '公益岗', '季度收入（元）': 1_500 },
  ]);
  expect(sum(newer, '交通补助（元）')).toBe(fen('JOB-01'));
  // As of a day before it was filled in, the visit still is the newest; what a living is made of stays the year's.
  expect(await jobsNow({ to: '2026-04-19' })).toHaveLength(jobs.lines.length);
  expect((await opened('wu-haiyan', 'INDUSTRY', DEMO_COUNTY)).lines).toEqual(industry.lines);
  expect(industry.lines.filter(({ 产业帮扶措施: help }) => help !== '')).toMatchObject([
    { 户主: '田有福', 产业帮扶措施: '产业帮扶：种羊', 可持续性: '羊养住了' },
  ]);
  // What was only planned has reached nobody.
  expect(jobs.lines.filter(({ 就业帮扶措施: help }) => help !== '')).toEqual([]);
  const help = await opened('wu-haiyan', 'MEASURES', DEMO_COUNTY);
  const [recorded] = await office.database.look<{ n: number; fen: string }>(
    'SELECT count(*)::int AS n, sum(amount_fen) AS fen FROM support_measure',
  );
  expect([help.lines.length, sum(help.lines, '资金（元）')]).toEqual([recorded?.n, Number(recorded?.fen)]);
  expect(recorded).toEqual({ n: 3, fen: String(1_800_50 + 3_000_25 + 600_00) });
  expect(help.lines).toMatchObject([
    { 户主: '田有福', 措施代码: 'COM', '资金（元）': 1_800.5, 责任人: '刘志刚', 农户确认: '' },
    {
      ...{
        措施代码: 'IND',
        责任部门: '旗农牧局',
        责任人: '哈斯',
        计划完成: '2026-05-01',
        实际完成: '2026-04-10',
      },
      ...{ 农户确认: '2026-04-20手机上点了', 成效: '羊养住了' },
    },
    { 措施代码: 'JOB', 计划完成: '2026-05-30', 实际完成: '还没完成', 备注: '还没确认到户' },
  ]);

  const [clues] = await office.database.look<{ n: number }>('SELECT count(*)::int AS n FROM clue');
  const checks = await opened('wu-haiyan', 'CHECKS', DEMO_COUNTY);
  expect(checks.lines.reduce((all, line) => all + Number(line.发现线索), 0)).toBe(clues?.n);
  expect(checks.lines.find(({ 村: village }) => village === '保西村')).toMatchObject({
    会议记录: expect.stringContaining('2026-03-06'),
    应查户数: '没有登记',
    '排查人签字(2)': '李春梅',
  });
  const round = { regions: [DEMO_COUNTY], name: '春季集中排查', target: 'ALL' as const };
  const { roundId } = await office.must('wu-haiyan', 'checks.open', {
    ...{ ...round, firstDay: '2026-04-10', lastDay: '2026-04-30' },
  });
  const due = { [FIRST_VILLAGE]: 312, [SECOND_VILLAGE]: 187 };
  for (const [village, households] of Object.entries(due))
    await office.must('chen-li', 'checks.setDue', { roundId, village, due: households });
  const day = { roundId, village: FIRST_VILLAGE, day: '2026-04-19' };
  await office.must('zhao-dayong', 'checks.note', { ...day, households: 41 });
  await office.must('li-chunmei', 'checks.note', { ...day, households: 90 });
  await office.must('li-chunmei', 'checks.note', { ...day, households: 80 });
  await office.must('li-chunmei', 'checks.note', { ...day, day: '2026-04-12', households: 9 });
  await office.must('sun-xiuying', 'checks.note', { ...day, village: SECOND_VILLAGE, households: 7 });
  const words = '走了 130 户，外出的打了电话';
  await office.must('li-chunmei', 'checks.report', { roundId, village: FIRST_VILLAGE, words });
  await office.must('wang-jianjun', 'checks.sign', { roundId, village: FIRST_VILLAGE });
  const after = await opened('wu-haiyan', 'CHECKS', DEMO_COUNTY);
  const [counted] = await office.database.look<{ due: number; done: number }>(
    `SELECT (SELECT sum(due)::int FROM check_village) AS due, (SELECT sum(households)::int FROM check_day) AS done`,
  );
  const households = (column: string) =>
    after.lines.reduce((all, line) => all + (Number(line[column]) || 0), 0);
  expect([households('应查户数'), households('已查')]).toEqual([counted?.due, counted?.done]);
  expect(counted).toEqual({ due: 312 + 187, done: 41 + 80 + 9 + 7 });
  expect(after.lines.find(({ 村: village }) => village === '保西村')).toMatchObject({
    ...{ 应查户数: '312', 已查: '130', 报告: `春季集中排查：${words}` },
    '排查人签字(2)': expect.stringMatching(/^(李春梅、王建军|王建军、李春梅)$/),
  });
  // Of a quarter that the round has no day in nothing is counted; of a period the days that lie in it.
  const before = await opened('wu-haiyan', 'CHECKS', DEMO_COUNTY, { to: '2026-04-09' });
  expect(before.lines.find(({ 村: village }) => village === '保西村')).toMatchObject({
    应查户数: '没有登记',
  });
  const part = await opened('wu-haiyan', 'CHECKS', DEMO_COUNTY, { to: '2026-04-15' });
  expect(part.lines.find(({ 村: village }) => village === '保西村')).toMatchObject({ 已查: '9' });

  const problems = await opened('wu-haiyan', 'PROBLEMS', DEMO_COUNTY);
  expect(problems.lines.map((line) => [line.来源, line.问题, line.销号])).toEqual([
    ['公示意见（当面说的）', FORMULA, '还没销号'],
    ['农户说补贴不对', '没收到：没到卡上', '还没销号'],
  ]);

  const at = { source: 'THIRD_PARTY' as const, dueOn: '2026-04-30' };
  const enter = (person: string, region: string, words: string, more = {}) =>
    office.must(person, 'problems.enter', { ...at, region, words, ...more });
  const [known] = await office.database.look<{ case_no: string }>(
    "SELECT case_no FROM case_row WHERE head_name = '田有福'",
  );
  const caseNo = known?.case_no ?? '';
  const { problem } = await enter('chen-li', FIRST_VILLAGE, '明白卡没有更新', { caseNo });
  await enter('chen-li', TOWN, '镇里的台账和村里对不上');
  await enter('wu-haiyan', DEMO_COUNTY, '部门名单传得晚', { source: 'AUDIT' });
  const problemId = problem.id;
  await office.must('wang-jianjun', 'problems.claim', { problemId });
  const photoIds = [await office.photo('wang-jianjun'), await office.photo('wang-jianjun')];
  await office.must('wang-jianjun', 'problems.mend', { problemId, words: '重新打印、送到家里', photoIds });
  await office.must('chen-li', 'problems.close', { problemId, right: true });
  const all = await opened('wu-haiyan', 'PROBLEMS', DEMO_COUNTY);
  const [found] = await office.database.look<{ n: number; closed: number }>(
    'SELECT count(*)::int AS n, count(closed_at)::int AS closed FROM problem',
  );
  const entered = all.lines.filter((line) => ['第三方评估', '审计'].includes(String(line.来源)));
  expect([entered.length, entered.filter((line) => line.销号 !== '还没销号').length]).toEqual([
    found?.n,
    found?.closed,
  ]);
  const by = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  expect(entered.map(({ 问题: words, ...line }) => ({ 问题: words, ...line })).sort(by)).toMatchObject([
    {
      ...{
        乡镇: '保康镇',
        村: '保西村',
        涉及的户: `${caseNo} 田有福`,
        问题: '明白卡没有更新（2026-04-30前改好）',
      },
      ...{
        认领: '王建军',
        整改: '2026-04-20；重新打印、送到家里',
        佐证: '照片 2 张',
        销号: '2026-04-20 陈立',
      },
    },
    { 来源: '审计', 乡镇: '', 村: '' },
    { 乡镇: '保康镇', 村: '', 涉及的户: '', 认领: '', 整改: '', 佐证: '', 销号: '还没销号' },
  ]);
  // What is of the whole township is not the village's to take out.
  const village = await opened('li-chunmei', 'PROBLEMS', FIRST_VILLAGE);
  expect(village.lines.filter((line) => line.来源 === '第三方评估')).toHaveLength(1);
});

test('a text stays a text: nothing in a ledger is worked out, and who objected is nowhere', async () => {
  const { sheet } = await opened('chen-li', 'PROBLEMS', TOWN);
  const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!'));
  const cell = cells.find(([, { v }]) => v === FORMULA)?.[1];
  expect(cell).toMatchObject({ t: 's', z: '@' });
  expect(cells.filter(([, { f }]) => f !== undefined)).toEqual([]);
  expect(JSON.stringify(cells)).not.toMatch(/许三多|19900007777/);
  for (const ledger of READY_LEDGERS) {
    const all = JSON.stringify((await opened('wu-haiyan', ledger, DEMO_COUNTY)).sheet);
    expect(all).not.toMatch(/\d{17}[\dX]|1990000/);
  }
});

test('nobody takes out a line of the neighbours, whatever role and place', async () => {
  const villages = {
    'li-chunmei': FIRST_VILLAGE,
    'wang-jianjun': FIRST_VILLAGE,
    'sun-xiuying': SECOND_VILLAGE,
  };
  for (const [person, village] of Object.entries(villages)) {
    const { units } = await office.must(person, 'ledgers.list', {});
    expect(units.map(({ region }) => region)).toEqual([village]);
    const others =
      village === FIRST_VILLAGE ? [NEXT_HEAD, '保南村'] : ['田有福', '贺老实', '白长河', '保西村'];
    for (const ledger of READY_LEDGERS) {
      const text = JSON.stringify((await opened(person, ledger, village)).lines);
      for (const other of others) expect(text).not.toContain(other);
      const place = village === FIRST_VILLAGE ? SECOND_VILLAGE : FIRST_VILLAGE;
      for (const region of [place, TOWN, DEMO_COUNTY, '150521101', '150522'])
        expect(
          (await office.ask(person, 'ledgers.take', { input: { ledger, region, ...YEAR } })).status,
        ).toBe(404);
    }
  }
  // Own money of the neighbours is not added either: it lies with the county, and is found by the families' own hashes.
  expect(sum((await opened('li-chunmei', 'LOW_INCOME', FIRST_VILLAGE)).lines, '其他补贴（元）')).toBe(
    1275_10 + 500_25 + 600_00 + 20_01,
  );
  for (const person of ['zhao-dayong', 'ma-jun', 'guo-minhua', 'su-jing', 'tian-xiaoyu']) {
    const input = { ledger: 'INTAKE', region: FIRST_VILLAGE, ...YEAR };
    expect([403, 404]).toContain((await office.ask(person, 'ledgers.take', { input })).status);
    expect((await office.ask(person, 'ledgers.list', {})).status).toBe(403);
  }
});

test('it is written down: who, which, for what and how many lines, once for the file and once for each family in it', async () => {
  await office.database.look("DELETE FROM audit WHERE what = 'EXPORT'");
  await opened('chen-li', 'INTAKE', TOWN, { from: '2026-03-01', to: '2026-03-31', use: 'CHECK' });
  const written = await office.database.look<{ person_id: string; case_id: string; detail: string }>(
    "SELECT person_id, case_id, detail FROM audit WHERE what = 'EXPORT' ORDER BY length(case_id), case_id",
  );
  const cases = await office.database.look<{ id: string }>('SELECT id FROM case_row ORDER BY id');
  expect(written.map(({ case_id }) => case_id)).toEqual([TOWN, ...cases.map(({ id }) => id)]);
  const detail = `ledger INTAKE ${TOWN} 2026-03-01..2026-03-31 rows=${cases.length}`;
  for (const one of written) expect(one).toMatchObject({ person_id: 'demo-chen-li', detail });
});

test('a period that is none is refused with a sentence; one without records is an empty table with its head', async () => {
  for (const [change, reason] of [
    [{ from: '2026-03-02', to: '2026-03-01' }, 'DAYS_REVERSED'],
    [{ from: '2024-01-01', to: '2026-03-01' }, 'DAYS_TOO_MANY'],
  ] as const) {
    const answer = await office.ask('chen-li', 'ledgers.take', {
      input: { ledger: 'INTAKE', region: TOWN, ...YEAR, ...change },
    });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain(reason);
  }
  const { head, lines } = await opened('chen-li', 'INTAKE', TOWN, { from: '2020-01-01', to: '2020-03-31' });
  expect(lines).toEqual([]);
  expect(head.slice(1)).toEqual(LEDGERS.INTAKE.columns.map(({ title }) => title));
});
