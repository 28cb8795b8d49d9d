import { DEMO_COUNTY, FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await walk(office, 'announced');
  office.at('2026-04-20 09:00');
});
afterAll(() => office.close());

const TOWN = FIRST_VILLAGE.slice(0, 9);
const ROUND = { regions: [TOWN], name: '春季集中排查', firstDay: '2026-04-20', lastDay: '2026-04-29' };
const open = (person: string, change = {}) =>
  office.ask(person, 'checks.open', { input: { ...ROUND, target: 'ALL', ...change } });
const reasonOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { error?: { reason: string } }).error?.reason,
];

test('a round is opened for one’s own place, reaches each village of it and nobody else', async () => {
  for (const [person, change] of [
    ['li-chunmei', { regions: [FIRST_VILLAGE] }],
    ['chen-li', { regions: [DEMO_COUNTY] }],
    ['ma-jun', {}],
    ['su-jing', {}],
    ['tian-xiaoyu', {}],
  ] as const)
    expect([403, 404]).toContain((await open(person, change)).status);
  expect((await open('chen-li', { lastDay: '2026-04-01' })).status).toBe(422);
  const { roundId, villages } = await office.must('chen-li', 'checks.open', { ...ROUND, target: 'ALL' });
  const [there] = await office.database.look<{ n: number }>(
    `SELECT count(*)::int AS n FROM region WHERE level = 'VILLAGE' AND valid_to IS NULL AND starts_with(code, '${TOWN}')`,
  );
  expect(villages).toBe(there?.n);
  const town = await office.must('chen-li', 'checks.get', { roundId });
  expect(town.villages).toHaveLength(villages);
  const own = await office.must('zhao-dayong', 'checks.get', { roundId });
  expect(own.villages.map(({ village }) => village)).toEqual([FIRST_VILLAGE]);
  expect(own.round).toMatchObject({ villages: 1, due: null, done: 0, late: 0 });
  const other = { roundId, village: SECOND_VILLAGE };
  expect((await office.ask('li-chunmei', 'checks.village', { input: other })).status).toBe(404);
  expect((await office.ask('li-chunmei', 'checks.setDue', { input: { ...other, due: 3 } })).status).toBe(404);
  expect((await office.must('wu-haiyan', 'checks.list', {})).rounds).toHaveLength(1);
  expect((await office.must('ma-jun', 'checks.list', {})).rounds).toEqual([]);
});

test('of families on the list a round knows how many are due; where there is none it is not opened', async () => {
  const listed = { ...ROUND, regions: [FIRST_VILLAGE], target: 'REGISTER' as const };
  const { roundId, villages } = await office.must('chen-li', 'checks.open', listed);
  expect(villages).toBe(1);
  const { village } = await office.must('li-chunmei', 'checks.village', { roundId, village: FIRST_VILLAGE });
  expect(village).toMatchObject({ due: 1, done: 0, state: 'GOING' });
  expect(reasonOf(await open('chen-li', { regions: [SECOND_VILLAGE], target: 'REGISTER' }))).toEqual([
    409,
    'CHECK_NOBODY',
  ]);
});

test('two people write what they did, cannot pass what is due, and two different ones sign; then nothing changes', async () => {
  const village = FIRST_VILLAGE;
  const { roundId } = await office.must('chen-li', 'checks.open', { ...ROUND, target: 'ALL' });
  const at = { roundId, village };
  const note = (person: string, day: string, households: number, requestId?: string) =>
    office.ask(person, 'checks.note', {
      input: { ...at, day, households },
      ...(requestId && { requestId }),
    });
  expect(reasonOf(await note('li-chunmei', '2026-04-20', 5))).toEqual([409, 'CHECK_DUE_MISSING']);
  await office.must('li-chunmei', 'checks.setDue', { ...at, due: 30 });
  expect(reasonOf(await note('li-chunmei', '2026-04-21', 5))).toEqual([409, 'CHECK_NOT_THAT_DAY']);
  expect(reasonOf(await note('li-chunmei', '2026-04-19', 5))).toEqual([409, 'CHECK_NOT_THAT_DAY']);
  expect((await note('chen-li', '2026-04-20', 5)).status).toBe(403);
  // Both at once would be more than are due: one of them is told.
  const both = await Promise.all([
    note('li-chunmei', '2026-04-20', 18),
    note('zhao-dayong', '2026-04-20', 18),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const first = both[0]?.status === 200 ? 'zhao-dayong' : 'li-chunmei';
  const id = 'b3b9c1de-0000-4000-8000-000000000001';
  expect((await note(first, '2026-04-20', 12, id)).status).toBe(200);
  expect((await note(first, '2026-04-20', 12, id)).status).toBe(200);
  expect(reasonOf(await office.ask('chen-li', 'checks.setDue', { input: { ...at, due: 29 } }))).toEqual([
    409,
    'CHECK_OVER_DUE',
  ]);
  const clue = { village, name: '包玉山', risk: 'ILLNESS' as const, roundId };
  const { clue: found } = await office.must('zhao-dayong', 'clues.report', clue);
  const elsewhere = { ...clue, village: SECOND_VILLAGE };
  const unknown = { ...elsewhere, roundId: `${DEMO_COUNTY}-${'0'.repeat(32)}` };
  expect((await office.ask('sun-xiuying', 'clues.report', { input: unknown })).status).toBe(404);
  const opened = await office.must('li-chunmei', 'clues.answer', {
    clueId: found.id,
    answer: { how: 'OPENED', headName: '包玉山', risks: ['ILLNESS'] },
  });
  const [row] = await office.database.look('SELECT channel FROM case_row WHERE id = $1', [opened.caseId]);
  expect(row).toEqual({ channel: 'CENTRAL_CHECK' });

  office.at('2026-05-02 09:00');
  const seen = await office.must('chen-li', 'checks.get', { roundId });
  expect(seen.villages[0]).toMatchObject({ late: true });
  expect(seen.round.late).toBe(seen.villages.length);
  expect(seen.villages.find((one) => one.village === village)).toMatchObject({ due: 30, done: 30, clues: 1 });
  expect(reasonOf(await office.ask('li-chunmei', 'checks.sign', { input: at }))).toEqual([
    409,
    'CHECK_NOT_REPORTED',
  ]);
  const words = '三十户都走到了，找到一家有病人的。';
  await office.must('li-chunmei', 'checks.report', { ...at, words });
  expect(reasonOf(await office.ask('li-chunmei', 'checks.sign', { input: at }))).toEqual([
    409,
    'CHECK_SAME_HAND',
  ]);
  expect(reasonOf(await note('zhao-dayong', '2026-04-22', 0))).toEqual([409, 'CHECK_CLOSED']);
  const { village: closed } = await office.must('wang-jianjun', 'checks.sign', at);
  expect(closed).toMatchObject({
    ...{ state: 'CLOSED', late: false, report: { words, by: '李春梅' }, second: { by: '王建军' } },
    may: { setDue: false, note: false, report: false, sign: false },
  });
  const written = await office.database.look<{ detail: string }>(
    "SELECT detail FROM audit WHERE case_id = $1 AND detail LIKE 'CHECK%' ORDER BY at, detail",
    [roundId],
  );
  expect(written.map(({ detail }) => detail.split(' ')[0])).toEqual(
    expect.arrayContaining(['CHECK_OPENED', 'CHECK_DUE', 'CHECK_NOTED', 'CHECK_REPORTED', 'CHECK_SIGNED']),
  );
  const [sealed] = await office.database.look<{ bytes: Buffer }>(
    'SELECT sealed AS bytes FROM check_village WHERE round_id = $1 AND village = $2',
    [roundId, village],
  );
  expect(sealed?.bytes.includes(Buffer.from(words))).toBe(false);
});

test('the timers tell each village that a round begins, and of a late one the village, its township and who opened it, once', async () => {
  const round = { ...ROUND, regions: [FIRST_VILLAGE], firstDay: '2026-05-02', lastDay: '2026-05-03' };
  await office.tick();
  await office.database.look("DELETE FROM message WHERE title LIKE '%排查%'");
  await office.must('gao-zhiyuan', 'checks.open', { ...round, name: '再查一次', target: 'ALL' });
  const told = async () =>
    (
      await office.database.look<{ person_id: string; title: string }>(
        "SELECT person_id, title FROM message WHERE title LIKE '%排查%' ORDER BY title, person_id",
      )
    ).map(({ person_id, title }) => `${person_id.replace('demo-', '')} ${title}`);
  await office.tick();
  await office.tick();
  const village = ['li-chunmei', 'wang-jianjun', 'zhao-dayong', 'zhou-zhengping'];
  expect((await told()).sort()).toEqual(village.map((person) => `${person} 开始排查了：再查一次`).sort());
  office.at('2026-05-04 09:00');
  await office.tick();
  await office.tick();
  const late = [
    ...village.map((person) => `${person} 排查晚了：再查一次`),
    'he-min 有 1 个村排查晚了',
    'gao-zhiyuan 有 1 个村排查晚了',
  ];
  expect((await told()).filter((one) => one.includes('晚')).sort()).toEqual(late.sort());
});

test('a round for several places is put off with a reason, and withdrawn while nobody has been anywhere', async () => {
  office.at('2026-06-01 09:00');
  const days = { firstDay: '2026-06-01', lastDay: '2026-06-10' };
  const two = {
    ...ROUND,
    ...days,
    name: '夏季集中排查',
    regions: [SECOND_VILLAGE, FIRST_VILLAGE],
    target: 'ALL' as const,
  };
  // Places of different offices are none of one's own; one inside another is the same place once.
  expect((await open('chen-li', { ...two, regions: [FIRST_VILLAGE, DEMO_COUNTY] })).status).toBe(404);
  expect((await open('chen-li', { ...two, regions: [] })).status).toBe(422);
  expect(
    (
      await office.must('wu-haiyan', 'checks.open', {
        ...two,
        name: '全镇排查',
        regions: [TOWN, FIRST_VILLAGE],
      })
    ).villages,
  ).toBeGreaterThan(2);
  const { roundId, villages } = await office.must('chen-li', 'checks.open', two);
  expect(villages).toBe(2);
  const get = async (person: string) => await office.must(person, 'checks.get', { roundId });
  const { round } = await get('chen-li');
  expect([round.places.length, round.may]).toEqual([2, { extend: true, withdraw: true }]);
  const ask = (person: string, operation: 'checks.extend' | 'checks.withdraw', input: object) =>
    office.ask(person, operation, { input: { roundId, reason: '大雪封路', ...input } });
  // The village reads why, and does neither; who serves elsewhere knows of nothing.
  expect((await get('li-chunmei')).round.may).toEqual({ extend: false, withdraw: false });
  expect((await ask('li-chunmei', 'checks.withdraw', {})).status).toBe(403);
  expect((await ask('tian-xiaoyu', 'checks.withdraw', {})).status).toBe(403);
  expect((await ask('ma-jun', 'checks.extend', { lastDay: '2026-06-20' })).status).toBe(404);
  const longer = (lastDay: string) => ask('chen-li', 'checks.extend', { lastDay });
  expect(reasonOf(await longer('2026-06-10'))).toEqual([409, 'CHECK_NOT_LONGER']);
  expect(reasonOf(await longer('2026-12-31'))).toEqual([409, 'CHECK_TOO_LONG']);
  expect((await ask('chen-li', 'checks.extend', { lastDay: '2026-06-20', reason: '' })).status).toBe(422);
  // Late, then not late any more; both days and the reason stay.
  office.at('2026-06-12 09:00');
  expect((await get('chen-li')).round.late).toBe(2);
  expect((await longer('2026-06-20')).status).toBe(200);
  expect((await longer('2026-06-25')).status).toBe(200);
  const put = (await get('li-chunmei')).round;
  expect([put.lastDay, put.late]).toEqual(['2026-06-25', 0]);
  expect(put.extensions).toMatchObject([
    { was: '2026-06-20', lastDay: '2026-06-25', by: '陈立', on: '2026-06-12', words: '大雪封路' },
    { was: '2026-06-10', lastDay: '2026-06-20' },
  ]);

  // 180 days with the first of them: then there is no later day to choose.
  expect((await longer('2026-11-27')).status).toBe(200);
  expect((await get('chen-li')).round.may).toEqual({ extend: false, withdraw: true });
  expect(reasonOf(await longer('2026-11-28'))).toEqual([409, 'CHECK_TOO_LONG']);

  const at = { roundId, village: FIRST_VILLAGE };
  await office.must('li-chunmei', 'checks.setDue', { ...at, due: 30 });
  const note = (households: number) =>
    office.ask('li-chunmei', 'checks.note', { input: { ...at, day: '2026-06-12', households } });
  expect((await note(2)).status).toBe(200);
  expect(reasonOf(await ask('chen-li', 'checks.withdraw', {}))).toEqual([409, 'CHECK_BEGUN']);
  expect((await note(0)).status).toBe(200);
  // Somebody goes somewhere while it is withdrawn: one of both is told.
  const [gone, noted] = await Promise.all([
    ask('chen-li', 'checks.withdraw', { reason: '选错了镇' }),
    note(3),
  ]);
  expect([gone, noted].map(({ status }) => status).sort()).toEqual([200, 409]);
  if (gone.status === 409) {
    await note(0);
    expect((await ask('chen-li', 'checks.withdraw', { reason: '选错了镇' })).status).toBe(200);
  }
  expect(reasonOf(await note(3))).toEqual([409, 'CHECK_WITHDRAWN']);
  expect(reasonOf(await ask('chen-li', 'checks.withdraw', {}))).toEqual([409, 'CHECK_WITHDRAWN']);
  expect(reasonOf(await longer('2026-06-29'))).toEqual([409, 'CHECK_WITHDRAWN']);
  const clue = { village: FIRST_VILLAGE, name: '白小军', risk: 'ILLNESS' as const, roundId };
  expect((await office.ask('zhao-dayong', 'clues.report', { input: clue })).status).toBe(404);
  office.at('2026-07-01 09:00');
  const after = await get('li-chunmei');
  expect(after.round).toMatchObject({
    ...{ isWithdrawn: true, late: 0, withdrawn: { by: '陈立', words: '选错了镇' } },
    may: { extend: false, withdraw: false },
  });
  const { village } = await office.must('li-chunmei', 'checks.village', at);
  expect(village).toMatchObject({ late: false, may: { setDue: false, note: false, report: false } });
  await office.tick();
  const told = await office.database.look("SELECT 1 FROM message WHERE title LIKE '%晚%夏季集中排查%'");
  expect(told).toEqual([]);
  // A round of the county that reaches the township is the county's to put off.
  const all = { ...two, regions: [TOWN], name: '全县排查' };
  const { roundId: theirs } = await office.must('wu-haiyan', 'checks.open', {
    ...all,
    firstDay: '2026-07-01',
    lastDay: '2026-07-05',
  });
  const input = { roundId: theirs, reason: '太赶', lastDay: '2026-07-09' };
  expect((await office.ask('chen-li', 'checks.extend', { input })).status).toBe(403);
  expect((await office.ask('gao-zhiyuan', 'checks.extend', { input })).status).toBe(200);
  const [open_] = await office.database.look<{ all: string }>(
    "SELECT string_agg(r::text, '') || (SELECT string_agg(e::text, '') FROM check_extension e) AS \"all\" FROM check_round r",
  );
  expect(open_?.all).not.toContain('选错了镇');
  expect(open_?.all).not.toContain('大雪封路');
});

test('a village that reported without having been anywhere has begun: no button to withdraw, and the server refuses', async () => {
  office.at('2026-08-01 09:00');
  const days = { firstDay: '2026-08-01', lastDay: '2026-08-10' };
  const regions = [FIRST_VILLAGE];
  const { roundId } = await office.must('chen-li', 'checks.open', {
    ...ROUND,
    ...days,
    regions,
    target: 'ALL',
  });
  const may = async () => (await office.must('chen-li', 'checks.get', { roundId })).round.may;
  const at = { roundId, village: FIRST_VILLAGE };
  await office.must('li-chunmei', 'checks.setDue', { ...at, due: 30 });
  expect(await may()).toEqual({ extend: true, withdraw: true });
  await office.must('li-chunmei', 'checks.report', { ...at, words: '路断了，一户也没走到。' });
  expect(await may()).toEqual({ extend: true, withdraw: false });
  const input = { roundId, reason: '选错了镇' };
  expect(reasonOf(await office.ask('chen-li', 'checks.withdraw', { input }))).toEqual([409, 'CHECK_BEGUN']);
  await office.must('wang-jianjun', 'checks.sign', at);
  expect(await may()).toEqual({ extend: false, withdraw: false });
  const later = { ...input, lastDay: '2026-08-20' };
  expect(reasonOf(await office.ask('chen-li', 'checks.extend', { input: later }))).toEqual([
    409,
    'CHECK_ALL_CLOSED',
  ]);
});
