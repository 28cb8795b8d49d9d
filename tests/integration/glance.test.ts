import { SECOND_VILLAGE } from '@functions/runtime/demo';
import { CLOSED_STATES } from '@shared/casework';
import { composeIdNumber } from '@shared/people';
import { type Step, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

jest.setTimeout(240_000);

let office: Office;
const WALKS: [string, Step][] = [
  ['田有福', 'submitted'],
  ['贺老实', 'accepted'],
  ['白长河', 'verified'],
  ['柳春生', 'compared'],
  ['韩老四', 'appraised'],
  ['欧阳青松', 'posted'],
  ['施永安', 'closed'],
  ['白德胜', 'reviewed'],
  ['杨桂兰', 'decided'],
  ['罗庆云', 'announced'],
  ['满都拉', 'announced'],
];

/** And one whose papers were asked for. */
const ALL = WALKS.length + 1;

beforeAll(async () => {
  office = await openOffice();
  for (const [index, [headName, step]] of WALKS.entries())
    await walk(office, step, {
      headName,
      idNo: composeIdNumber({ area: '990101', birthDate: '1971-01-01', sequence: index + 1 }),
      ...(index === 0 && { village: SECOND_VILLAGE }),
    });
  // Papers asked for in the middle of a step: it stands still for four days and then goes on.
  const { caseId, version } = await walk(office, 'compared', { headName: '白一', idNo: null });
  office.at('2026-03-06 10:00');
  await office.must('li-chunmei', 'reviews.requestSupplement', {
    caseId,
    version,
    items: [{ key: 'bill', kind: 'MISSING_PAPER', what: '单子', why: '没有拍' }],
  });
  office.at('2026-03-10 10:00');
  const brought = { key: 'bill', attachmentIds: [await office.photo('tian-xiaoyu')] };
  await office.must('tian-xiaoyu', 'applications.supplement', { caseId, answers: [brought] });
  office.at('2026-03-12 08:00');
  const { version: now } = (await office.must('wang-jianjun', 'reviews.case', { caseId })).case;
  await office.must('wang-jianjun', 'reviews.triage', {
    ...{ caseId, version: now, proposal: 'INCLUDE', householdType: 'SUDDEN', risks: ['ILLNESS'] },
    opinion: '看病花得多',
  });
  await office.must('li-chunmei', 'desk.claim', { caseId });
  // A township's yes that is taken back at once, and given again: one stay, not three.
  office.at('2026-03-12 09:00');
  const queue = await office.must('chen-li', 'reviews.queue', { tab: 'ALL', limit: 200 });
  const waiting = queue.rows.find(({ headName }) => headName === '施永安')?.id ?? '';
  const versionNow = async () =>
    (await office.must('chen-li', 'reviews.case', { caseId: waiting })).case.version;
  await office.must('chen-li', 'reviews.townReview', {
    caseId: waiting,
    version: await versionNow(),
    opinion: '同意',
  });
  await office.must('chen-li', 'reviews.undoDecision', { caseId: waiting, version: await versionNow() });
  office.at('2026-03-20 09:00');
});
afterAll(() => office.close());

interface Move {
  case_id: string;
  seq: number;
  type: string;
  from_state: string;
  to_state: string;
  at: Date;
}
interface Row {
  id: string;
  village: string;
  open: boolean;
  holder: string;
  holder_id: string | null;
  due: string | null;
  cap: string;
  posted_until: string | null;
}

const TODAY = '2026-03-20';
/** Days of the calendar as numbers: nothing of the code under test. */
const dayNo = (day: string) =>
  Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / 86_400_000;
const chinaDay = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

type What = 'CAME_IN' | 'WENT_OUT' | 'DECIDED' | 'ON_TIME' | 'OPEN' | 'OVERDUE' | 'DUE_SOON' | 'STEP';
const OVER: readonly string[] = CLOSED_STATES;

/** The same by hand, from every event of every case: no SQL of the functions, no fold of the core, days counted on the calendar. */
async function byHand(from: string, to: string, village: string) {
  const all = await office.database.look<Move>(
    'SELECT case_id, seq, type, from_state, to_state, at FROM case_event ORDER BY case_id, seq',
  );
  const rows = (
    await office.database.look<Row>(
      `SELECT id, village, open, holder, holder_id, due_on::text AS due, cap_due_on::text AS cap,
              publicity_last_day::text AS posted_until FROM case_row ORDER BY id`,
    )
  ).filter((row) => village === '' || row.village === village);
  const lists: Record<string, string[]> = Object.fromEntries(
    ['CAME_IN', 'WENT_OUT', 'DECIDED', 'ON_TIME', 'OPEN', 'OVERDUE', 'DUE_SOON'].map((what) => [what, []]),
  );
  const add = (list: string, id: string) => {
    lists[list] = [...(lists[list] ?? []), id];
  };
  const stays: Record<string, number[]> = {};
  for (const row of rows) {
    const events = all.filter((event) => event.case_id === row.id);
    const kept = events.filter(
      ({ type }, index) => type !== 'DecisionUndone' && events[index + 1]?.type !== 'DecisionUndone',
    );
    const moves = kept
      .filter((event) => event.from_state !== event.to_state)
      .map((event) => {
        const seen = chinaDay(event.at);
        const last = row.posted_until;
        return {
          ...event,
          day: event.type === 'PublicityEnded' && last !== null && last < seen ? last : seen,
        };
      });
    const inPeriod = ({ day }: { day: string }) => day >= from && day <= to;
    for (const move of moves.filter(inPeriod)) {
      if (move.type === 'ReportSubmitted') add('CAME_IN', row.id);
    }
    if (
      moves.some((move) => inPeriod(move) && OVER.includes(move.to_state) && !OVER.includes(move.from_state))
    )
      add('WENT_OUT', row.id);
    const decision = moves.find(({ to_state }) => ['ANNOUNCED', 'REJECTED'].includes(to_state));
    if (decision !== undefined && inPeriod(decision)) {
      add('DECIDED', row.id);
      if (decision.day <= row.cap) add('ON_TIME', row.id);
    }
    // One pass over the days: a step that stands still for papers or an objection keeps what it has and goes on.
    const waiting: Record<string, number> = {};
    moves.forEach((move, index) => {
      const before = moves[index - 1];
      if (before === undefined) return;
      const days = (waiting[move.from_state] ?? 0) + dayNo(move.day) - dayNo(before.day);
      delete waiting[move.from_state];
      if (
        move.to_state === 'SUPPLEMENT' ||
        (move.to_state === 'OBJECTION' && move.from_state === 'PUBLICITY')
      ) {
        waiting[move.from_state] = days;
      } else if (inPeriod(move)) {
        stays[move.from_state] = [...(stays[move.from_state] ?? []), days];
        add(`STEP ${move.from_state}`, row.id);
      }
    });
    if (!row.open) continue;
    add('OPEN', row.id);
    if (row.due !== null && row.due < TODAY) {
      add('OVERDUE', row.id);
      add(`OVERDUE ${row.holder} ${row.holder_id ?? '-'}`, row.id);
    } else if (row.due === TODAY || row.due === '2026-03-21') add('DUE_SOON', row.id);
  }
  return { lists, stays };
}

/** The value with as many before it as after it. */
function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  while (sorted.length > 2) {
    sorted.shift();
    sorted.pop();
  }
  return sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
}

interface Period {
  span: 'D7' | 'D30' | 'D90' | 'MONTH' | 'QUARTER' | 'OWN';
  from?: string;
  to?: string;
}

async function listed(
  who: string,
  period: Period,
  what: What,
  more: { part?: string; person?: string; village?: string } = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await office.must(who, 'reviews.glanceCases', {
      ...period,
      what,
      ...(more as object),
      cursor,
      limit: 3,
    });
    ids.push(...page.cases.map(({ caseId }) => caseId));
    if (page.next === null) return ids.sort();
    cursor = page.next;
  }
}

const PERIODS: [Period, from: string, to: string][] = [
  [{ span: 'D7' }, '2026-03-14', TODAY],
  [{ span: 'D30' }, '2026-02-19', TODAY],
  [{ span: 'D90' }, '2025-12-21', TODAY],
  [{ span: 'MONTH' }, '2026-03-01', TODAY],
  [{ span: 'QUARTER' }, '2026-01-01', TODAY],
  [{ span: 'OWN', from: '2026-03-03', to: '2026-03-11' }, '2026-03-03', '2026-03-11'],
  [{ span: 'OWN', from: '2026-03-12', to: '2026-12-31' }, '2026-03-12', TODAY],
];

test.each(PERIODS)(
  '%o: every number is its list, and both are what the events say',
  async (period, from, to) => {
    const seen = await office.must('chen-li', 'reviews.glance', period);
    expect([seen.from, seen.to, seen.today]).toEqual([from, to, TODAY]);
    const { lists, stays } = await byHand(from, to, '');
    for (const [what, cases] of Object.entries(seen.counts)) {
      expect([what, cases]).toEqual([what, lists[what]?.length]);
      expect(await listed('chen-li', period, what as What)).toEqual([...(lists[what] ?? [])].sort());
    }
    expect(seen.steps.map(({ state }) => state).sort()).toEqual(Object.keys(stays).sort());
    for (const { state, times, medianDays } of seen.steps) {
      expect([state, medianDays]).toEqual([state, middle(stays[state] ?? [])]);
      const ids = await listed('chen-li', period, 'STEP', { part: state });
      expect([state, ids, times]).toEqual([state, [...(lists[`STEP ${state}`] ?? [])].sort(), ids.length]);
    }
    for (const { holder, person, cases } of seen.overdue) {
      const ids = await listed('chen-li', period, 'OVERDUE', { part: holder, person });
      expect([ids, cases]).toEqual([[...(lists[`OVERDUE ${holder} ${person}`] ?? [])].sort(), ids.length]);
    }
    expect(seen.overdue.reduce((sum, { cases }) => sum + cases, 0)).toBe(seen.counts.OVERDUE);
    for (const { code, counts } of seen.villages) {
      const own = await byHand(from, to, code);
      for (const [what, cases] of Object.entries(counts)) {
        expect([code, what, cases]).toEqual([code, what, own.lists[what]?.length]);
        expect(await listed('chen-li', period, what as What, { village: code })).toEqual(
          [...(own.lists[what] ?? [])].sort(),
        );
      }
    }
  },
);

test('the month of the story holds what its people did, late cases stand by name, a step with papers is one', async () => {
  const seen = await office.must('chen-li', 'reviews.glance', { span: 'MONTH' });
  expect(seen.counts).toMatchObject({ CAME_IN: ALL, WENT_OUT: 2, DECIDED: 3, OPEN: ALL - 2 });
  const late = seen.overdue.map(({ holder, name, cases }) => [holder, name, cases]);
  expect(late).toContainEqual(['VILLAGE', '李春梅', 1]);
  expect(late.some(([, name]) => name === '')).toBe(true);
  expect(seen.steps.find(({ state }) => state === 'SUPPLEMENT')).toMatchObject({ times: 1, medianDays: 4 });
  const own = await office.must('chen-li', 'reviews.glanceCases', {
    what: 'STEP',
    part: 'TRIAGE',
    limit: 200,
  });
  expect(own.cases.find(({ headName }) => headName === '白一')).toMatchObject({ days: 3, on: '2026-03-12' });
  // Posted on 6 March for five days; what the timer saw on the 12th ended on the 11th.
  expect(seen.steps.find(({ state }) => state === 'PUBLICITY')?.medianDays).toBe(5);
});

test('who leads no unit reads no numbers; the neighbouring township sees nothing of this one', async () => {
  for (const person of [
    'li-chunmei',
    'wang-jianjun',
    'sun-xiuying',
    'zhao-dayong',
    'ma-jun',
    'wu-haiyan',
    'he-min',
  ])
    for (const operation of ['reviews.glance', 'reviews.glanceCases'] as const)
      expect([person, (await office.ask(person, operation, { input: { what: 'OPEN' } })).status]).toEqual([
        person,
        403,
      ]);
  const county = await office.must('gao-zhiyuan', 'reviews.glance', {});
  expect([county.region, county.counts.CAME_IN]).toEqual(['150521', ALL]);
  await office.database.look(
    `INSERT INTO person (id, name, created_at) VALUES ('demo-neighbour', '外镇人', now());`,
  );
  await office.database.look(
    `INSERT INTO person_grant (county, person_id, role, region, from_day)
     VALUES ('150521', 'demo-neighbour', 'TOWN_LEADER', '150521101', '2000-01-01')`,
  );
  const token = office.adapters.keys.demoToken('demo-neighbour');
  await office.database.look(
    "INSERT INTO signin_link (token_hash, person_id, expires_at, reusable) VALUES ($1, 'demo-neighbour', '9999-12-31', true)",
    [office.adapters.keys.tokenHash(token)],
  );
  const other = await office.must('neighbour', 'reviews.glance', {});
  expect([Object.values(other.counts), other.steps, other.overdue, other.villages]).toEqual([
    [0, 0, 0, 0, 0, 0, 0],
    [],
    [],
    [],
  ]);
  for (const what of ['CAME_IN', 'OPEN', 'OVERDUE', 'STEP'] as const)
    expect(await listed('neighbour', { span: 'D90' }, what)).toEqual([]);
  for (const region of ['150521100', '150521', '150521100200'])
    expect((await office.ask('neighbour', 'reviews.glance', { input: { region } })).status).toBe(404);
  for (const [from, to, reason, field] of [
    ['', '2026-03-11', 'DAYS_MISSING', 'from'],
    ['2026-03-11', '2026-03-10', 'DAYS_REVERSED', 'to'],
    ['2026-03-30', '2026-04-10', 'DAYS_REVERSED', 'from'],
    ['2025-03-01', '2026-03-10', 'DAYS_TOO_MANY', 'from'],
  ]) {
    const answer = await office.ask('chen-li', 'reviews.glance', { input: { span: 'OWN', from, to } });
    expect([answer.status, answer.body]).toMatchObject([422, { error: { issues: [{ field, reason }] } }]);
  }
  for (const cursor of ['x', '150521-1.', "1' OR 1=1", '2026-03-01.150521-x'])
    expect(
      (await office.ask('chen-li', 'reviews.glanceCases', { input: { what: 'STEP', cursor } })).status,
    ).toBe(422);
});
