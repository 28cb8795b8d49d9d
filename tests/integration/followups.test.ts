import { FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { walk } from '@tests/support/f01';
import { openedLedger } from '@tests/support/ledger';
import { type Office, openOffice } from '@tests/support/office';

/**
 * A family after its inclusion: visits, the sheet of a quarter with people who come and go, what it says itself, and who
 * may do which step. Figures are typed in from the sheet, not computed by the code under test.
 */
const TOWN = FIRST_VILLAGE.slice(0, 9);
let office: Office;
let caseId = '';
beforeAll(async () => {
  office = await openOffice();
  ({ caseId } = await walk(office, 'announced'));
});
afterAll(() => office.close());

const familyOf = async (person = 'li-chunmei') =>
  (await office.must(person, 'followups.family', { caseId })).family;
const namesOf = (members: readonly { name: string; standing: string }[]) =>
  members.map(({ name, standing }) => `${name} ${standing}`);
const reasonOf = async (person: string, operation: Parameters<Office['ask']>[1], input: object) => {
  const { status, body } = await office.ask(person, operation, { input });
  return [status, (body as { error?: { reason: string } }).error?.reason];
};
const yuan = (amount: number) => amount * 100;
const row = <C extends string>(code: C, amount: number) => ({
  code,
  amountFen: yuan(amount),
  basis: 'ACTUAL' as const,
});

const CHILD_ID = composeIdNumber({ area: '990101', birthDate: '2026-05-20', sequence: 9 });

test('a family comes on the list with the facts of its visit, and a visit and a sheet are due', async () => {
  office.at('2026-03-20 09:00');
  const found = await familyOf();
  expect(found).toMatchObject({
    status: 'ACTIVE',
    householdType: 'SUDDEN',
    identifiedOn: '2026-03-16',
    knownFrom: '2026-03-03',
    heads: 4,
    visit: { month: '2026-03', wanted: 1, done: 0, dueOn: '2026-03-31' },
    quarter: { quarter: '2026Q1', dueOn: '2026-04-10', open: false, late: false },
    household: { risks: ['ILLNESS', 'SCHOOLING'], water: false },
  });
  expect(found.members.map(({ name }) => name)).toEqual(['田有福', '周桂兰', '田志强', '田晓雨']);
  // Numbers stay masked.
  expect(JSON.stringify(found)).not.toContain('19730512');
  const { rows, counts } = await office.must('li-chunmei', 'followups.list', {});
  expect(rows).toMatchObject([{ caseId, headName: '田有福', tasks: 0, told: 0, waits: null }]);
  expect(counts).toMatchObject({ ALL: 1, VISIT: 1, QUARTER: 0, LATE: 0, CONFIRM: 0 });
});

test('a visit of the month is done once; two in vain ask for a search; a new risk asks for a plan', async () => {
  const visit = { cadence: 'MONTH' as const, on: '2026-03-20', words: '都在家，药够吃' };
  await office.must('zhao-dayong', 'followups.record', { caseId, ...visit, result: 'STABLE' });
  expect((await familyOf()).visit).toMatchObject({ done: 1 });
  expect(
    await reasonOf('zhao-dayong', 'followups.record', {
      caseId,
      ...visit,
      on: '2026-03-21',
      result: 'STABLE',
    }),
  ).toEqual([422, 'FOLLOW_UP_IN_FUTURE']);
  expect(await reasonOf('zhao-dayong', 'followups.record', { caseId, ...visit, result: 'NEW_RISK' })).toEqual(
    [422, 'NEW_RISK_MISSING'],
  );
  office.at('2026-04-02 09:00');
  const missed = {
    cadence: 'EVENT',
    event: 'JOB_LOSS',
    on: '2026-04-02',
    words: '敲门没人',
    result: 'UNREACHABLE',
  } as const;
  const once = await office.must('li-chunmei', 'followups.record', { caseId, ...missed });
  expect(once.tasks).toEqual([]);
  const twice = await office.must('li-chunmei', 'followups.record', { caseId, ...missed });
  expect(twice.tasks).toMatchObject([{ kind: 'FIND_FAMILY', dueOn: '2026-04-09' }]);
  const risk = {
    ...missed,
    result: 'NEW_RISK' as const,
    newRisks: ['JOB_UNSTABLE' as const],
    words: '儿子没活干了',
  };
  const fresh = await office.must('li-chunmei', 'followups.record', { caseId, ...risk });
  expect(fresh.tasks.map(({ kind, about }) => [kind, about])).toContainEqual(['REPLAN', ['因务工就业不稳']]);
  expect((await familyOf()).household.risks).toEqual(['ILLNESS', 'SCHOOLING', 'JOB_UNSTABLE']);
  // As it was known before anybody said so, the family had two.
  const before = await office.must('li-chunmei', 'followups.facts', {
    caseId,
    on: '2026-04-02',
    knownOn: '2026-04-01',
  });
  expect(before.household.risks).toEqual(['ILLNESS', 'SCHOOLING']);
  const [task] = twice.tasks;
  await office.must('zhao-dayong', 'followups.taskDone', { taskId: task?.id ?? '', words: '在地里，见到了' });
  expect(
    await reasonOf('zhao-dayong', 'followups.taskDone', { taskId: task?.id ?? '', words: '又' }),
  ).toEqual([409, 'TASK_DONE']);
});

const SHEET = {
  sheet: {
    income: [row('A1', 9_600), row('B2', 4_000), row('C2', 1_200), row('D06', 1_275)],
    costs: [row('E2', 1_000)],
    rigid: [
      { code: 'M1' as const, paidFen: yuan(6_000), reimbursedFen: yuan(4_000), basis: 'ACTUAL' as const },
    ],
    claimsFen: 0,
  },
  work: 'LOST' as const,
  workWords: '儿子 3 月回来了',
  feeling: 'SAME' as const,
  familyWords: '药费还是多',
  words: '收入够用，药费要盯着',
};

test('a quarter is handed in with its parameters, then confirmed by two other hands', async () => {
  office.at('2026-04-05 10:00');
  const signatureId = await office.photo('li-chunmei');
  const sheet = {
    caseId,
    quarter: '2026Q1',
    on: '2026-04-05',
    ...SHEET,
    result: 'STABLE' as const,
    guarantees: [{ what: 'WATER' as const, detail: '水管冻裂', fixer: '镇水管站', dueOn: '2026-04-20' }],
    signed: 'SCREEN' as const,
    signatureId,
  };
  expect(await reasonOf('li-chunmei', 'followups.quarter', { ...sheet, signatureId: null })).toEqual([
    422,
    'SIGNATURE_MISSING',
  ]);
  expect(await reasonOf('li-chunmei', 'followups.quarter', { ...sheet, quarter: '2026Q3' })).toEqual([
    422,
    'QUARTER_NOT_BEGUN',
  ]);
  expect(await reasonOf('li-chunmei', 'followups.quarter', { ...sheet, quarter: '2025Q4' })).toEqual([
    422,
    'QUARTER_BEFORE_LIST',
  ]);
  const { sheet: handed, tasks } = await office.must('li-chunmei', 'followups.quarter', sheet);
  // 9,600 + 4,000 + 1,200 + 1,275 − 1,000 = 15,075; over four people 3,768.75. Rigid 2,000; reference 13,075.
  expect(handed.figures).toEqual({
    A: yuan(9_600),
    B: yuan(4_000),
    C: yuan(1_200),
    D: yuan(1_275),
    E: yuan(1_000),
    net: yuan(15_075),
    rigid: yuan(2_000),
    reference: yuan(13_075),
    heads: [4, 4, 4],
    netPerHead: 376_875,
    referencePerHead: 326_875,
    lineFen: yuan(8_700),
    profileCode: 'DEMO-2026',
    profileVersion: 1,
  });
  expect(tasks).toContainEqual(
    expect.objectContaining({ kind: 'GUARANTEE', about: ['吃水'], dueOn: '2026-04-20' }),
  );
  expect((await familyOf()).household.water).toBe(true);
  const of = { caseId, quarter: '2026Q1', revision: 1 };
  expect(await reasonOf('li-chunmei', 'followups.confirmQuarter', { ...of, agree: true })).toEqual([
    409,
    'NEXT_HAND',
  ]);
  expect(await reasonOf('chen-li', 'followups.confirmQuarter', { ...of, agree: true })).toEqual([
    403,
    'ROLE_MAY_NOT',
  ]);
  expect(await reasonOf('wang-jianjun', 'followups.confirmQuarter', { ...of, agree: false })).toEqual([
    422,
    'REQUIRED',
  ]);
  await office.must('wang-jianjun', 'followups.confirmQuarter', { ...of, agree: false, words: '药费单没拍' });
  expect((await familyOf()).quarter).toMatchObject({ quarter: '2026Q1' });
  const again = await office.must('li-chunmei', 'followups.quarter', { ...sheet, guarantees: [] });
  expect([again.sheet.revision, again.sheet.state]).toEqual([2, 'VILLAGE']);
  // What is not named any more was found whole.
  expect((await familyOf()).household.water).toBe(false);
  const second = { ...of, revision: 2 };
  await office.must('wang-jianjun', 'followups.confirmQuarter', { ...second, agree: true });
  expect((await office.must('chen-li', 'followups.list', { list: 'CONFIRM' })).rows).toMatchObject([
    { caseId, waits: 'TOWN' },
  ]);
  const { sheet: done } = await office.must('chen-li', 'followups.confirmQuarter', {
    ...second,
    agree: true,
  });
  expect([done.state, done.village?.by, done.town?.by]).toEqual(['DONE', '王建军', '陈立']);
  expect(await reasonOf('li-chunmei', 'followups.quarter', sheet)).toEqual([409, 'QUARTER_CONFIRMED']);
  // Income is known from the day on which the township confirmed it, with the rules that it was reckoned by.
  const knownOn = async (day: string, on = '2026-04-05') =>
    (await office.must('chen-li', 'followups.facts', { caseId, on, knownOn: day })).quarters;
  const rules = { profileCode: 'DEMO-2026', profileVersion: 1, lineFen: yuan(8_700), heads: [4, 4, 4] };
  expect(await knownOn('2026-04-05')).toMatchObject([
    {
      quarter: '2026Q1',
      figures: { ...rules, net: yuan(15_075), netPerHead: 376_875 },
      confirmedOn: '2026-04-05',
    },
  ]);
  expect([await knownOn('2026-04-04'), await knownOn('', '2025-12-31')]).toEqual([[], []]);
  const lines = await office.database.look(
    'SELECT quarter, revision, superseded, net FROM quarterly_ledger ORDER BY revision',
  );
  expect(lines).toEqual([
    { quarter: '2026Q1', revision: 1, superseded: true, net: String(yuan(15_075)) },
    { quarter: '2026Q1', revision: 2, superseded: false, net: String(yuan(15_075)) },
  ]);

  // The ledger of the quarter, read by another library: its sums are those of the table, and only of sheets that stand.
  const first = { from: '2026-01-01', to: '2026-03-31' };
  const ledger = await openedLedger(office, 'chen-li', { ledger: 'QUARTERLY', region: TOWN, ...first });
  const [sums] = await office.database.look<Record<string, string>>(
    `SELECT sum(income_a) AS a, sum(income_b) AS b, sum(cost_e) AS e, sum(net) AS net, sum(rigid) AS rigid
       FROM quarterly_ledger WHERE quarter = '2026Q1' AND NOT superseded`,
  );
  const total = (column: string) => ledger.lines.reduce((all, line) => all + 100 * Number(line[column]), 0);
  expect({
    a: String(total('A 工资性收入（元）')),
    b: String(total('B 经营性收入（元）')),
    e: String(total('E 生产支出（元）')),
    net: String(total('本季纯收入（元）')),
    rigid: String(total('刚性支出（元）')),
  }).toEqual(sums);
  expect(ledger.lines).toMatchObject([
    {
      季度: '2026年1季度',
      户主: '田有福',
      人口: '4',
      类别: '突发严重困难户',
      风险类型: '因病、因学',
      '三保障/饮水状态': '都好',
      农户签字: '手机上签了',
      研判结论: expect.stringContaining('镇里确认了'),
    },
  ]);
  expect(ledger.lines[0]?.['走访次数/日期']).toMatch(/^[1-9] 次：2026-03-20/);
  const neighbour = { ledger: 'QUARTERLY' as const, region: SECOND_VILLAGE, ...first };
  expect((await openedLedger(office, 'sun-xiuying', neighbour)).lines).toEqual([]);
});

test('the family says that a child was born; a cadre writes it down, and the child counts from that month', async () => {
  office.at('2026-06-01 10:00');
  const { id } = await office.must('tian-xiaoyu', 'followups.tell', {
    caseId,
    what: 'BORN',
    on: '2026-05-20',
    text: '哥哥家生了个儿子',
  });
  expect(await reasonOf('tian-xiaoyu', 'followups.tell', { caseId, what: 'BORN', on: '2026-05-20' })).toEqual(
    [409, 'CHANGE_TOLD_ALREADY'],
  );
  // A stranger and another family know of nothing.
  expect((await office.ask('he-ming', 'followups.ours', { input: { caseId } })).status).toBe(404);
  expect(
    (await office.ask('he-ming', 'followups.tell', { input: { caseId, what: 'ILL', on: '2026-05-20' } }))
      .status,
  ).toBe(404);
  expect((await office.must('li-chunmei', 'followups.list', { list: 'TOLD' })).rows).toMatchObject([
    { caseId, told: 1 },
  ]);
  office.at('2026-06-01 15:00');
  const born = {
    caseId,
    kind: 'BIRTH' as const,
    on: '2026-05-20',
    newMember: { name: '田小宝', relation: 'GRANDCHILD' as const, birthDate: '2026-05-20', idNo: CHILD_ID },
    evidence: ['BIRTH_CERTIFICATE' as const],
    toldId: id,
  };
  expect(await reasonOf('zhao-dayong', 'followups.change', born)).toEqual([403, 'ROLE_MAY_NOT']);
  const { change } = await office.must('li-chunmei', 'followups.change', born);
  expect(change).toMatchObject({ state: 'DONE', who: ['田小宝'], warnings: [] });
  const ours = await office.must('tian-xiaoyu', 'followups.ours', { caseId });
  expect(ours.changes).toMatchObject([
    { kind: 'BIRTH', state: 'DONE' },
    { kind: 'BORN', state: 'DONE', answer: { words: '村里看过，登记了。' } },
  ]);
  expect(namesOf(ours.members)).toContain('田小宝 MEMBER');
  const found = await familyOf();
  expect([found.heads, found.quarterHeads]).toEqual([5, [4, 5, 5]]);
  const inbox = await office.must('tian-xiaoyu', 'accounts.messages', {});
  expect(inbox.messages.map(({ title }) => title).join()).toContain('家里的变化，村里登记好了');
  // The child's number is nowhere in the open.
  const dump = await office.database.look<{ all: string }>(
    'SELECT string_agg(f::text, \'\') AS "all" FROM household_fact f',
  );
  expect(dump[0]?.all).not.toContain(CHILD_ID);
});

test('a death stops payments and warns of what came after it; a split waits for the county', async () => {
  office.at('2026-07-10 10:00');
  const { change: died } = await office.must('li-chunmei', 'followups.change', {
    caseId,
    kind: 'DEATH',
    on: '2026-07-01',
    memberKeys: ['wife'],
    evidence: ['NEIGHBOUR_CONFIRMED'],
  });
  expect(died.warnings).toEqual(['STOP_PERSONAL_PAYMENTS']);
  const tasks = (await familyOf()).tasks
    .filter(({ done }) => done === null)
    .map(({ kind, about }) => [kind, about]);
  expect(tasks).toContainEqual(['STOP_PAYMENTS', ['周桂兰']]);
  expect(tasks).toContainEqual(['PAPERS_OF_CHANGE', ['周桂兰']]);
  expect((await familyOf()).heads).toBe(4);
  const split = {
    caseId,
    kind: 'SPLIT' as const,
    on: '2026-07-05',
    memberKeys: ['son'],
    evidence: ['HUKOU_BOOK' as const],
  };
  expect(await reasonOf('li-chunmei', 'followups.change', split)).toEqual([422, 'CHANGE_EVIDENCE']);
  const { change: asked } = await office.must('li-chunmei', 'followups.change', {
    ...split,
    evidence: ['HUKOU_BOOK', 'LIVING_CHECKED'],
  });
  expect(asked.state).toBe('COUNTY');
  expect((await familyOf()).heads).toBe(4);
  expect(
    await reasonOf('chen-li', 'followups.answerChange', { changeId: asked.id, agree: true, words: '同意' }),
  ).toEqual([403, 'ROLE_MAY_NOT']);
  const { change: agreed } = await office.must('wu-haiyan', 'followups.answerChange', {
    changeId: asked.id,
    agree: true,
    words: '查过户口，真分开住',
  });
  expect(agreed.state).toBe('DONE');
  expect(
    await reasonOf('gao-zhiyuan', 'followups.answerChange', {
      changeId: asked.id,
      agree: false,
      words: '不',
    }),
  ).toEqual([409, 'ALREADY_ANSWERED']);
  const now = await familyOf();
  expect(now.heads).toBe(3);
  expect(namesOf(now.members)).toEqual([
    '田有福 MEMBER',
    '周桂兰 CLOSED',
    '田志强 CLOSED',
    '田晓雨 MEMBER',
    '田小宝 MEMBER',
  ]);
  // As of a day before, whatever is known now: both were there.
  const may = await office.must('chen-li', 'followups.facts', { caseId, on: '2026-06-30' });
  expect(namesOf(may.members).filter((one) => one.endsWith('MEMBER'))).toHaveLength(5);
});

test('a fact is written for some days beside what was said before', async () => {
  const said = { fact: 'LABOUR' as const, value: 'LOST' as const };
  const fact = { caseId, from: '2026-07-01', to: '2026-08-01', evidence: '县医院证明', said };
  expect(await reasonOf('li-chunmei', 'followups.writeFact', fact)).toEqual([422, 'FACT_OF_WHOM']);
  expect(
    await reasonOf('li-chunmei', 'followups.writeFact', { ...fact, memberKey: 'head', to: '2026-07-01' }),
  ).toEqual([422, 'FACT_DAYS']);
  await office.must('li-chunmei', 'followups.writeFact', { ...fact, memberKey: 'head' });
  const labour = async (on: string) =>
    (await office.must('li-chunmei', 'followups.facts', { caseId, on })).members.find(
      ({ key }) => key === 'head',
    )?.labour;
  expect([await labour('2026-06-30'), await labour('2026-07-31'), await labour('2026-08-01')]).toEqual([
    undefined,
    'LOST',
    undefined,
  ]);
});

test('a fact that was wrong is put right with a reason, and what was written stays', async () => {
  const historyOf = async (person = 'li-chunmei') =>
    (await office.must(person, 'followups.history', { caseId })).rows;
  const [last] = await historyOf();
  expect(last).toMatchObject({
    ...{
      memberKey: 'head',
      who: '田有福',
      key: 'LABOUR',
      value: 'LOST',
      from: '2026-07-01',
      to: '2026-08-01',
    },
    ...{ by: '李春梅', evidence: '县医院证明', corrects: null, counts: true, mayCorrect: true },
  });
  // Numbers stay masked here too; people come and go, and risks are named, on pages of their own.
  const all = await historyOf('chen-li');
  expect(JSON.stringify(all)).not.toContain('19730512');
  expect(all.some(({ mayCorrect }) => mayCorrect)).toBe(false);
  expect((await historyOf()).find(({ key }) => key === 'RISKS')?.mayCorrect).toBe(false);
  const factId = last?.id ?? '';
  const right = { from: '2026-07-03', to: '2026-08-01', said: { fact: 'LABOUR', value: 'WEAK' } } as const;
  const said = { caseId, factId, reason: '看错了诊断书', evidence: '县医院证明', right };
  expect(await reasonOf('zhao-dayong', 'followups.correctFact', said)).toEqual([403, 'ROLE_MAY_NOT']);
  expect(await reasonOf('sun-xiuying', 'followups.correctFact', said)).toEqual([404, 'NOT_FOUND']);
  expect(
    await reasonOf('li-chunmei', 'followups.correctFact', { ...said, factId: 'case.head.NONE' }),
  ).toEqual([404, 'NOT_FOUND']);
  expect(await reasonOf('li-chunmei', 'followups.correctFact', { ...said, reason: '' })).toEqual([
    422,
    'REQUIRED',
  ]);
  const same = { ...right, from: '2026-07-01', said: { fact: 'LABOUR', value: 'LOST' } };
  expect(await reasonOf('li-chunmei', 'followups.correctFact', { ...said, right: same })).toEqual([
    422,
    'FACT_SAME',
  ]);
  const other = { ...right, said: { fact: 'AWAY', value: true } };
  expect(await reasonOf('li-chunmei', 'followups.correctFact', { ...said, right: other })).toEqual([
    422,
    'FACT_OTHER',
  ]);
  office.at('2026-07-11 10:00');
  await office.must('li-chunmei', 'followups.correctFact', said);
  const labour = async (on: string, knownOn = '') =>
    (await office.must('chen-li', 'followups.facts', { caseId, on, knownOn })).members[0]?.labour;
  // The first days are as nobody had said anything; as it was known the day before, they are not.
  expect([await labour('2026-07-02'), await labour('2026-07-03')]).toEqual([undefined, 'WEAK']);
  expect([await labour('2026-07-02', '2026-07-10'), await labour('2026-07-03', '2026-07-10')]).toEqual([
    'LOST',
    'LOST',
  ]);
  const after = await historyOf();
  expect(after.slice(0, 3)).toMatchObject([
    {
      value: 'WEAK',
      from: '2026-07-03',
      to: '2026-08-01',
      corrects: factId,
      reason: '看错了诊断书',
      counts: true,
    },
    { value: null, from: '2026-07-01', to: '2026-07-03', corrects: factId, counts: true },
    { id: factId, value: 'LOST', counts: false, mayCorrect: false },
  ]);
  expect(await reasonOf('li-chunmei', 'followups.correctFact', said)).toEqual([409, 'FACT_OVER']);
  // Why it was wrong may be about somebody's health: it lies nowhere in the open.
  const [row] = await office.database.look<{ all: string }>(
    'SELECT string_agg(f::text, \'\') AS "all" FROM household_fact f',
  );
  expect(row?.all).not.toContain('诊断书');
  // What the case itself found is put right the same way.
  const house = after.find(({ key }) => key === 'WATER');
  const dry = { caseId, factId: house?.id ?? '', reason: '问错了人', evidence: '去看过', right: null };
  await office.must('he-min', 'followups.correctFact', dry);
});

test('sheets that are late and tasks that are waiting are told of, once', async () => {
  office.at('2026-07-12 08:00');
  await office.tick();
  await office.tick();
  const inbox = await office.must('li-chunmei', 'accounts.messages', {});
  const mine = inbox.messages.filter(({ opens }) => opens === 'FOLLOWS').map(({ title }) => title);
  expect(mine.filter((title) => title.includes('季度'))).toEqual(['1 户的季度台账晚了']);
  expect(mine.filter((title) => title.includes('要办'))).toHaveLength(1);
  const { counts } = await office.must('li-chunmei', 'followups.list', {});
  expect(counts).toMatchObject({ QUARTER: 1, LATE: 1 });
});

test('the helper follows the families that are assigned, and every other one is not there', async () => {
  office.at('2026-07-12 10:00');
  const { caseId: other } = await walk(office, 'announced', {
    headName: '白长河',
    idNo: composeIdNumber({ area: '990101', birthDate: '1970-02-03', sequence: 77 }),
  });
  office.at('2026-07-20 10:00');
  const HELPER = 'liu-zhigang';
  const named = { unit: '旗农牧局', position: '科员', phone: '13800000001' };
  const signatureId = await office.photo(HELPER);
  const quarter = {
    ...{ quarter: '2026Q2', on: '2026-07-12', ...SHEET, result: 'STABLE' as const, guarantees: [] },
    ...{ signed: 'SCREEN' as const, signatureId },
  };
  const visit = {
    cadence: 'EVENT',
    event: 'ILLNESS',
    on: '2026-07-12',
    words: '在家',
    result: 'STABLE',
  } as const;
  const [open] = (await familyOf()).tasks.filter(({ done }) => done === null);
  const taskId = open?.id ?? '';
  const doors = (of: string) =>
    [
      ['followups.family', { caseId: of }],
      ['followups.facts', { caseId: of, on: '2026-07-12' }],
      ['followups.record', { caseId: of, ...visit }],
      ['followups.quarter', { caseId: of, ...quarter }],
      ['followups.confirmQuarter', { caseId: of, quarter: '2026Q1', revision: 2, agree: true }],
      [
        'followups.writeFact',
        { caseId: of, from: '2026-07-01', evidence: '看到了', said: { fact: 'WATER', value: true } },
      ],
      [
        'followups.change',
        { caseId: of, kind: 'RETURN', on: '2026-07-01', memberKeys: ['son'], evidence: ['RETURN_SEEN'] },
      ],
    ] as const;
  const shut = [404, 'NOT_FOUND'];
  // The role alone opens nothing, in the very village where the helper serves.
  for (const [operation, input] of doors(caseId))
    expect(await reasonOf(HELPER, operation, input)).toEqual(shut);
  expect(await reasonOf(HELPER, 'followups.taskDone', { taskId, words: '办了' })).toEqual(shut);

  await office.must('li-chunmei', 'measures.assignHelper', {
    caseId,
    personId: 'demo-liu-zhigang',
    ...named,
  });
  const family = await familyOf(HELPER);
  expect(family.may).toEqual({ follow: true, keepQuarter: true, keepFacts: false, readCase: false });
  expect(family.quarters.map(({ mayConfirm }) => mayConfirm)).toEqual([false]);
  expect(family.tasks.map(({ id }) => id)).toContain(taskId);
  expect(namesOf(family.members)).toEqual(namesOf((await familyOf()).members));
  await office.must(HELPER, 'followups.record', { caseId, ...visit });
  const { sheet } = await office.must(HELPER, 'followups.quarter', { caseId, ...quarter });
  expect([sheet.by, sheet.state, sheet.mayConfirm]).toEqual(['刘志刚', 'VILLAGE', false]);
  await office.must(HELPER, 'followups.taskDone', { taskId, words: '补贴停了' });
  // Facts and people are the village's to keep, each level's word is that level's (domain.md 1.4, 3.5).
  for (const [operation, input] of doors(caseId).slice(5))
    expect(await reasonOf(HELPER, operation, input)).toEqual([403, 'ROLE_MAY_NOT']);
  const own = { caseId, quarter: '2026Q2', revision: 1, agree: true };
  expect(await reasonOf(HELPER, 'followups.confirmQuarter', own)).toEqual([403, 'ROLE_MAY_NOT']);
  for (const [operation, input] of doors(other))
    expect(await reasonOf(HELPER, operation, input)).toEqual(shut);
  expect(await reasonOf(HELPER, 'reviews.case', { caseId })).toEqual(shut);

  await office.must('li-chunmei', 'measures.assignHelper', {
    ...{ caseId, personId: 'demo-wang-jianjun', ...named, reason: '调走了' },
  });
  for (const [operation, input] of doors(caseId))
    expect(await reasonOf(HELPER, operation, input)).toEqual(shut);
});

test('who lent the role in which a sheet was written answers for it, and does not sign the next level', async () => {
  office.at('2026-07-21 10:00');
  await office.must('li-chunmei', 'accounts.delegate', {
    ...{ role: 'VILLAGE', region: FIRST_VILLAGE, to: 'demo-zhao-dayong' },
    ...{ fromDay: '2026-07-21', untilDay: '2026-07-21' },
  });
  const sheet = { ...{ quarter: '2026Q2', on: '2026-07-21', ...SHEET }, result: 'STABLE' as const };
  const { sheet: written } = await office.must('zhao-dayong', 'followups.quarter', {
    ...{ caseId, ...sheet, guarantees: [] },
    ...{ signed: 'PAPER' as const, signatureId: await office.photo('zhao-dayong') },
  });
  const of = { caseId, quarter: '2026Q2', revision: written.revision, agree: true };
  for (const person of ['zhao-dayong', 'li-chunmei'])
    expect(await reasonOf(person, 'followups.confirmQuarter', of)).toEqual([409, 'NEXT_HAND']);
  const may = async (person: string) =>
    (await familyOf(person)).quarters.find(({ quarter }) => quarter === '2026Q2')?.mayConfirm;
  expect([await may('li-chunmei'), await may('wang-jianjun')]).toEqual([false, true]);
});

test('a coming or going that was written down by mistake is taken back with all that it did', async () => {
  office.at('2026-07-25 10:00');
  const { changes } = await familyOf();
  const idOf = (kind: string) => changes.find((one) => one.kind === kind)?.id ?? '';
  const back = (kind: string, reason = '认错了人') => ({ changeId: idOf(kind), reason });
  const openTasks = async () =>
    (await familyOf()).tasks.filter(({ done }) => done === null).map(({ kind }) => kind);
  expect(await openTasks()).toContain('PAPERS_OF_CHANGE');
  const stop = (await familyOf()).tasks.find(({ kind }) => kind === 'STOP_PAYMENTS');
  await office.must('li-chunmei', 'followups.taskDone', { taskId: stop?.id ?? '', words: '民政停了' });
  // Who may not: another village, a grid worker, the leader of the township, the family; and what a family told is not taken back.
  expect(await reasonOf('sun-xiuying', 'followups.takeBackChange', back('DEATH'))).toEqual([
    404,
    'NOT_FOUND',
  ]);
  for (const person of ['zhao-dayong', 'chen-li'])
    expect(await reasonOf(person, 'followups.takeBackChange', back('DEATH'))).toEqual([403, 'ROLE_MAY_NOT']);
  expect(await reasonOf('li-chunmei', 'followups.takeBackChange', back('DEATH', ''))).toEqual([
    422,
    'REQUIRED',
  ]);
  expect(await reasonOf('li-chunmei', 'followups.takeBackChange', back('BORN'))).toEqual([404, 'NOT_FOUND']);
  // What the county agreed to is the county's to take back.
  expect(await reasonOf('li-chunmei', 'followups.takeBackChange', back('SPLIT'))).toEqual([
    403,
    'ROLE_MAY_NOT',
  ]);
  expect((await familyOf()).heads).toBe(3);
  expect(changes.filter(({ mayTakeBack }) => mayTakeBack).map(({ kind }) => kind)).toEqual([
    'DEATH',
    'BIRTH',
  ]);

  const { change, quarters } = await office.must('he-min', 'followups.takeBackChange', back('DEATH'));
  expect(change).toMatchObject({
    state: 'TAKEN_BACK',
    takenBack: { words: '认错了人', by: '何敏', on: '2026-07-25' },
    mayTakeBack: false,
  });
  // The second quarter was over when she was said to have died; the first one was confirmed long before.
  expect(quarters).toEqual([]);
  expect((await familyOf()).heads).toBe(4);
  const wifeOn = async (knownOn: string) =>
    (await office.must('chen-li', 'followups.facts', { caseId, on: '2026-07-20', knownOn })).members.find(
      ({ key }) => key === 'wife',
    )?.standing;
  expect([await wifeOn('2026-07-24'), await wifeOn('')]).toEqual(['CLOSED', 'MEMBER']);
  // Nobody looks for her papers any more; the money that was stopped is to go on.
  expect(await openTasks()).toEqual(expect.arrayContaining(['RESUME_PAYMENTS']));
  expect(await openTasks()).not.toContain('PAPERS_OF_CHANGE');
  expect((await familyOf()).tasks.find(({ kind }) => kind === 'PAPERS_OF_CHANGE')?.done?.words).toBe(
    '登记错了，撤回了：认错了人',
  );
  expect(await reasonOf('li-chunmei', 'followups.takeBackChange', back('DEATH'))).toEqual([
    409,
    'CHANGE_OVER',
  ]);
  const ours = await office.must('tian-xiaoyu', 'followups.ours', { caseId });
  expect(ours.changes.find(({ kind }) => kind === 'DEATH')).toMatchObject({
    state: 'TAKEN_BACK',
    takenBack: { words: '认错了人' },
  });
  expect(namesOf(ours.members)).toContain('周桂兰 MEMBER');
  const { messages } = await office.must('tian-xiaoyu', 'accounts.messages', {});
  expect(messages.map(({ title }) => title).join()).toContain('有一个变化登记错了，撤回了');

  // What came later about the same person is taken back first.
  const child = (await familyOf()).members.find(({ name }) => name === '田小宝')?.key ?? '';
  const { change: lost } = await office.must('li-chunmei', 'followups.change', {
    ...{ caseId, kind: 'MISSING', on: '2026-07-20', memberKeys: [child], evidence: ['POLICE_RECORD'] },
  });
  expect(await reasonOf('li-chunmei', 'followups.takeBackChange', back('BIRTH'))).toEqual([
    409,
    'CHANGE_RESTED_ON',
  ]);
  await office.must('li-chunmei', 'followups.takeBackChange', { changeId: lost.id, reason: '在邻居家' });
  const born = await office.must('li-chunmei', 'followups.takeBackChange', back('BIRTH', '是别家的孩子'));
  // What the family told reads as what was made of it, and why.
  const told = (await office.must('tian-xiaoyu', 'followups.ours', { caseId })).changes;
  expect(told.find(({ kind }) => kind === 'BORN')).toMatchObject({
    state: 'TAKEN_BACK',
    answer: { words: '村里看过，登记了。' },
    takenBack: { words: '是别家的孩子', by: '李春梅', on: '2026-07-25' },
  });
  expect((await familyOf()).changes.find(({ kind }) => kind === 'BORN')?.state).toBe('TAKEN_BACK');
  // The sheet that was handed in counted a child that was never born.
  expect(born.quarters).toEqual([{ quarter: '2026Q2', state: 'VILLAGE' }]);
  await office.must('wu-haiyan', 'followups.takeBackChange', back('SPLIT', '没有分开住'));
  const now = await familyOf();
  expect(namesOf(now.members)).toEqual(['田有福 MEMBER', '周桂兰 MEMBER', '田志强 MEMBER', '田晓雨 MEMBER']);
  expect([
    now.heads,
    (await office.must('chen-li', 'followups.facts', { caseId, on: '2026-06-30' })).members.length,
  ]).toEqual([4, 4]);
  // What was written before stays as it was written; why it was wrong lies nowhere in the open, and each act is in the audit.
  const [kept] = await office.database.look<{ all: string; states: string[] }>(
    'SELECT string_agg(c::text, \'\') AS "all", array_agg(state ORDER BY said_at, id) AS states FROM household_change c',
  );
  expect(kept?.states).toEqual(['DONE', 'TAKEN_BACK', 'TAKEN_BACK', 'TAKEN_BACK', 'TAKEN_BACK']);
  expect(kept?.all).not.toContain('认错了人');
  const audited = await office.database.look("SELECT detail FROM audit WHERE what = 'CORRECT' ORDER BY id");
  expect(audited.map(({ detail }) => detail)).toEqual(['DEATH', 'MISSING', 'BIRTH', 'SPLIT']);
});

test('a new risk that was written down by mistake is taken back, unless something stands on it', async () => {
  office.at('2026-07-26 10:00');
  const found = {
    caseId,
    cadence: 'EVENT',
    event: 'DISASTER',
    on: '2026-07-25',
    result: 'NEW_RISK',
  } as const;
  const back = (risk: 'ILLNESS' | 'JOB_UNSTABLE' | 'DISASTER' | 'ACCIDENT') => ({
    ...{ caseId, risk, reason: '问的是另一家' },
  });
  const fresh = { newRisks: ['DISASTER' as const, 'ACCIDENT' as const], words: '雹灾，车也撞了' };
  await office.must('li-chunmei', 'followups.record', { ...found, ...fresh });
  await office.must('he-min', 'followups.record', { ...found, newRisks: ['DISASTER'], words: '雹灾' });
  // Whoever wrote it twice is still one person who was wrong.
  await office.must('li-chunmei', 'followups.record', {
    ...found,
    newRisks: ['JOB_UNSTABLE'],
    words: '还没活干',
  });
  for (const [person, answer] of [
    ['zhao-dayong', [403, 'ROLE_MAY_NOT']],
    ['sun-xiuying', [404, 'NOT_FOUND']],
  ] as const)
    expect(await reasonOf(person, 'followups.takeBackRisk', back('ACCIDENT'))).toEqual(answer);
  // The county put the family on the list for it; two people found it.
  expect(await reasonOf('li-chunmei', 'followups.takeBackRisk', back('ILLNESS'))).toEqual([
    409,
    'RISK_NOT_ADDED',
  ]);
  expect(await reasonOf('li-chunmei', 'followups.takeBackRisk', back('DISASTER'))).toEqual([
    409,
    'RISK_FOUND_AGAIN',
  ]);
  const help = {
    code: 'HEA',
    name: '送医上门',
    owner: 'VILLAGE',
    office: '村委会',
    dueOn: '2026-12-01',
  } as const;
  await office.must('li-chunmei', 'measures.add', { caseId, ...help, risk: 'ACCIDENT' });
  expect(await reasonOf('li-chunmei', 'followups.takeBackRisk', back('ACCIDENT'))).toEqual([
    409,
    'RISK_HAS_MEASURE',
  ]);
  const plansDue = async () =>
    (await familyOf()).tasks
      .filter(({ kind, done }) => kind === 'REPLAN' && done === null)
      .map(({ about }) => about.join());
  expect(await plansDue()).toContain('因务工就业不稳');
  const { addedRisks } = await office.must('li-chunmei', 'followups.takeBackRisk', back('JOB_UNSTABLE'));
  expect(
    addedRisks.map(({ risk, by, takenBack, mayTakeBack }) => [risk, by, takenBack?.words, mayTakeBack]),
  ).toEqual([
    ['JOB_UNSTABLE', '李春梅', '问的是另一家', false],
    ['DISASTER', '李春梅', undefined, true],
    ['ACCIDENT', '李春梅', undefined, true],
  ]);
  expect(await plansDue()).not.toContain('因务工就业不稳');
  expect((await familyOf()).household.risks).toEqual(['ILLNESS', 'SCHOOLING', 'DISASTER', 'ACCIDENT']);
  const may = { caseId, on: '2026-05-01' };
  const risksOn = async (knownOn: string) =>
    (await office.must('chen-li', 'followups.facts', { ...may, knownOn })).household.risks;
  expect([await risksOn('2026-07-25'), await risksOn('')]).toEqual([
    ['ILLNESS', 'SCHOOLING', 'JOB_UNSTABLE'],
    ['ILLNESS', 'SCHOOLING'],
  ]);
  const { family } = await office.must('li-chunmei', 'measures.of', { caseId });
  expect(family.risks).not.toContain('JOB_UNSTABLE');
  expect(await reasonOf('li-chunmei', 'followups.takeBackRisk', back('JOB_UNSTABLE'))).toEqual([
    409,
    'RISK_NOT_ADDED',
  ]);
});

test('what is written down late takes nothing away that was found of a later day', async () => {
  office.at('2026-07-30 10:00');
  const { household } = await familyOf();
  const seen = { caseId, cadence: 'MONTH', result: 'NEW_RISK' } as const;
  await office.must('li-chunmei', 'followups.record', {
    ...{ ...seen, on: '2026-07-29', newRisks: ['INDUSTRY_FAIL' as const], words: '羊死了' },
    guarantees: [{ what: 'WATER' as const, detail: '又没水', fixer: '镇水管站', dueOn: '2026-08-10' }],
  });
  // A phone that was offline brings the visit of two days before.
  const late = { ...seen, on: '2026-07-27', words: '地里没收成' };
  await office.must('zhao-dayong', 'followups.record', { ...late, newRisks: ['JOB_UNSTABLE'] });
  const now = (await familyOf()).household;
  expect(now.risks).toEqual([...household.risks, 'INDUSTRY_FAIL']);
  const day = async (on: string) =>
    (await office.must('chen-li', 'followups.facts', { caseId, on, knownOn: '' })).household;
  expect((await day('2026-07-28')).risks).toEqual([...household.risks, 'JOB_UNSTABLE']);
  expect([(await day('2026-07-28')).water, now.water]).toEqual([false, true]);
});

test('a split that waited is not agreed to when it would leave nobody by now', async () => {
  office.at('2026-07-31 10:00');
  const split = {
    caseId,
    kind: 'SPLIT',
    on: '2026-07-30',
    evidence: ['HUKOU_BOOK', 'LIVING_CHECKED'],
  } as const;
  const keys = (await familyOf()).members.flatMap(({ key, standing }) =>
    standing === 'CLOSED' ? [] : [key],
  );
  const waits = async (memberKeys: string[]) =>
    (
      await office.must('li-chunmei', 'followups.change', {
        ...{ ...split, memberKeys, evidence: ['HUKOU_BOOK', 'LIVING_CHECKED'] },
      })
    ).change.id;
  const one = await waits(keys.slice(0, 2));
  const other = await waits(keys.slice(2));
  const answer = { agree: true, words: '看过户口簿' };
  await office.must('wu-haiyan', 'followups.answerChange', { changeId: one, ...answer });
  expect(await reasonOf('wu-haiyan', 'followups.answerChange', { changeId: other, ...answer })).toEqual([
    409,
    'CHANGE_NOT_ALL',
  ]);
  await office.must('wu-haiyan', 'followups.answerChange', {
    changeId: other,
    agree: false,
    words: '没人了',
  });
  await office.must('wu-haiyan', 'followups.takeBackChange', { changeId: one, reason: '没有分开' });
  expect((await familyOf()).heads).toBe(keys.length);
});

test('what the family told and another level refused reads so; is told; what only offices spoke of is not', async () => {
  office.at('2026-08-01 10:00');
  const titles = async () =>
    (await office.must('tian-xiaoyu', 'accounts.messages', {})).messages.map(({ title }) => title);
  const counted = async () => (await titles()).filter((one) => one.includes('登记好了')).length;
  const known = await counted();
  const { id: told } = await office.must('tian-xiaoyu', 'followups.tell', {
    ...{ caseId, what: 'LEFT', on: '2026-07-30', text: '儿子分出去过' },
  });
  const { change } = await office.must('li-chunmei', 'followups.change', {
    ...{ caseId, kind: 'SPLIT', on: '2026-07-30', memberKeys: ['son'], toldId: told },
    evidence: ['HUKOU_BOOK', 'LIVING_CHECKED'],
  });
  const ours = async () =>
    (await office.must('tian-xiaoyu', 'followups.ours', { caseId })).changes.find(({ id }) => id === told);
  expect(await ours()).toMatchObject({
    state: 'COUNTY',
    dueOn: change.dueOn,
    answer: { words: '村里看过，报上去了，上级同意了才算。' },
  });
  expect([await counted(), (await titles()).some((one) => one.includes('报上去了'))]).toEqual([known, true]);
  const before = await titles();
  await office.must('wu-haiyan', 'followups.answerChange', {
    ...{ changeId: change.id, agree: false, words: '还在一口锅里吃饭' },
  });
  expect(await ours()).toMatchObject({
    state: 'REFUSED',
    answer: { words: '还在一口锅里吃饭', by: '吴海燕' },
    takenBack: null,
  });
  const no = '您说的家里的变化没有登记';
  const nos = async () => (await titles()).filter((one) => one.includes(no)).length;
  expect([await nos(), (await titles()).length]).toEqual([1, before.length + 1]);
  const { id: ill } = await office.must('tian-xiaoyu', 'followups.tell', {
    ...{ caseId, what: 'OTHER', on: '2026-07-31', text: '邻居家的事' },
  });
  await office.must('li-chunmei', 'followups.answerChange', {
    ...{ changeId: ill, agree: false, words: '不是您家的' },
  });
  expect(await nos()).toBe(2);
  const { change: own } = await office.must('li-chunmei', 'followups.change', {
    ...{ caseId, kind: 'SPLIT', on: '2026-07-30', memberKeys: ['son'] },
    evidence: ['HUKOU_BOOK', 'LIVING_CHECKED'],
  });
  await office.must('wu-haiyan', 'followups.answerChange', {
    ...{ changeId: own.id, agree: false, words: '还在一起过' },
  });
  expect(await nos()).toBe(2);
});

test('a family that moved away as a whole leaves the list after the township has agreed, and its file stays', async () => {
  office.at('2026-08-03 10:00');
  const { change } = await office.must('li-chunmei', 'followups.change', {
    caseId,
    kind: 'MOVED_AWAY',
    on: '2026-08-01',
    evidence: ['HUKOU_TRANSFER'],
  });
  expect(change.state).toBe('TOWN');
  // One that still waits is withdrawn by whoever keeps the facts, and the family never hears of it.
  await office.must('li-chunmei', 'followups.takeBackChange', { changeId: change.id, reason: '只是去打工' });
  const heard = (await office.must('tian-xiaoyu', 'followups.ours', { caseId })).changes;
  expect(heard.map(({ kind }) => kind)).not.toContain('MOVED_AWAY');
  const { change: again } = await office.must('li-chunmei', 'followups.change', {
    ...{ caseId, kind: 'MOVED_AWAY', on: '2026-08-01', evidence: ['HUKOU_TRANSFER'] },
  });
  await office.must('chen-li', 'followups.answerChange', {
    changeId: again.id,
    agree: true,
    words: '户口迁走了',
  });
  expect((await familyOf()).status).toBe('TRANSFERRED_OUT');
  // The way off the register holds it as its own event, and knows the family as it is, not as it was.
  const { exit } = await office.must('li-chunmei', 'eliminations.get', { caseId });
  expect(exit.members.map(({ name }) => name)).toEqual(['田有福', '周桂兰', '田志强', '田晓雨']);
  expect((await office.must('li-chunmei', 'followups.list', {})).rows.map((one) => one.headName)).toEqual([
    '白长河',
  ]);
  const visit = { caseId, cadence: 'MONTH', on: '2026-08-03', words: '走了', result: 'STABLE' };
  expect(await reasonOf('li-chunmei', 'followups.record', visit)).toEqual([409, 'HOUSEHOLD_LEFT']);
  expect(await reasonOf('tian-xiaoyu', 'followups.tell', { caseId, what: 'ILL', on: '2026-08-01' })).toEqual([
    409,
    'HOUSEHOLD_LEFT',
  ]);
});
