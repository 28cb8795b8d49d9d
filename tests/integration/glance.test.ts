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

beforeAll(async () => {
  office = await openOffice();
  for (const [index, [headName, step]] of WALKS.entries())
    await walk(office, step, {
      headName,
      idNo: composeIdNumber({ area: '990101', birthDate: '1971-01-01', sequence: index + 1 }),
      ...(index === 0 && { village: SECOND_VILLAGE }),
    });
  // A township's yes that is taken back at once, and given again: one stay, not three.
  office.at('2026-03-12 09:00');
  const queue = await office.must('chen-li', 'reviews.queue', { tab: 'ALL', limit: 200 });
  const waiting = queue.rows.find(({ headName }) => headName === '施永安')?.id ?? '';
  const version = async () =>
    (await office.must('chen-li', 'reviews.case', { caseId: waiting })).case.version;
  await office.must('chen-li', 'reviews.townReview', {
    caseId: waiting,
    version: await version(),
    opinion: '同意',
  });
  await office.must('chen-li', 'reviews.undoDecision', { caseId: waiting, version: await version() });
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
  village: string;
}
interface Row {
  id: string;
  village: string;
  open: boolean;
  holder: string;
  due: string | null;
  cap: string;
}

const DAY = 86_400_000;
const chinaDay = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
};

/** The same numbers by hand, from every event of every case: no SQL of the functions, no fold of the core. */
async function byHand(days: number, village: string) {
  const today = '2026-03-20';
  const from = new Date(Date.parse(`${today}T00:00:00+08:00`) - (days - 1) * DAY);
  const all = await office.database.look<Move>(
    'SELECT case_id, seq, type, from_state, to_state, at, village FROM case_event ORDER BY case_id, seq',
  );
  const rows = (
    await office.database.look<Row>(
      'SELECT id, village, open, holder, due_on::text AS due, cap_due_on::text AS cap FROM case_row ORDER BY id',
    )
  ).filter((row) => village === '' || row.village === village);
  const lists: Record<string, string[]> = {
    CAME_IN: [],
    WENT_OUT: [],
    DECIDED: [],
    ON_TIME: [],
    OPEN: [],
    OVERDUE: [],
  };
  const add = (list: string, id: string) => {
    const ids = lists[list] ?? [];
    lists[list] = ids.includes(id) ? ids : [...ids, id];
  };
  const stays: Record<string, number[]> = {};
  const isOver = (state: string) => (CLOSED_STATES as readonly string[]).includes(state);
  for (const row of rows) {
    const events = all.filter((event) => event.case_id === row.id);
    const undone = events.filter(({ type }) => type === 'DecisionUndone').map(({ seq }) => seq);
    const moves = events.filter(
      (event) =>
        event.from_state !== event.to_state && !undone.includes(event.seq) && !undone.includes(event.seq + 1),
    );
    let decided = false;
    moves.forEach((move, index) => {
      const recent = move.at >= from;
      const before = moves[index - 1];
      if (recent && move.type === 'ReportSubmitted') add('CAME_IN', row.id);
      if (recent && isOver(move.to_state) && !isOver(move.from_state)) add('WENT_OUT', row.id);
      if (['ANNOUNCED', 'REJECTED'].includes(move.to_state) && !decided) {
        decided = true;
        if (recent) add('DECIDED', row.id);
        if (recent && chinaDay(move.at) <= row.cap) add('ON_TIME', row.id);
      }
      if (recent && before !== undefined) {
        const stay = (move.at.getTime() - before.at.getTime()) / DAY;
        stays[move.from_state] = [...(stays[move.from_state] ?? []), stay];
        add(`STEP ${move.from_state}`, row.id);
      }
    });
    if (row.open) add('OPEN', row.id);
    if (row.open && row.due !== null && row.due < today) {
      add('OVERDUE', row.id);
      add(`OVERDUE ${row.holder}`, row.id);
    }
  }
  return { lists, stays };
}

type What = 'CAME_IN' | 'WENT_OUT' | 'DECIDED' | 'ON_TIME' | 'OPEN' | 'OVERDUE' | 'STEP';

async function listed(person: string, days: number, what: What, part = '', village = ''): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await office.must(person, 'reviews.glanceCases', {
      days,
      what,
      part: part as never,
      village,
      cursor,
      limit: 3,
    });
    ids.push(...page.cases.map(({ caseId }) => caseId));
    if (page.next === null) return ids;
    cursor = page.next;
  }
}

test.each([7, 30, 90])(
  '%i days: every number is its list, and both are what the events say',
  async (days) => {
    const seen = await office.must('chen-li', 'reviews.glance', { days });
    const { lists, stays } = await byHand(days, '');
    for (const [what, cases] of Object.entries(seen.counts)) {
      expect([what, cases]).toEqual([what, lists[what]?.length]);
      expect(await listed('chen-li', days, what as What)).toEqual([...(lists[what] ?? [])].sort());
    }
    expect(seen.steps.map(({ state }) => state).sort()).toEqual(Object.keys(stays).sort());
    for (const { state, cases, medianDays } of seen.steps) {
      expect(medianDays).toBeCloseTo(median(stays[state] ?? []), 6);
      const ids = await listed('chen-li', days, 'STEP', state);
      expect([state, ids, cases]).toEqual([state, [...(lists[`STEP ${state}`] ?? [])].sort(), ids.length]);
    }
    for (const { holder, cases } of seen.overdue) {
      const ids = await listed('chen-li', days, 'OVERDUE', holder);
      expect([ids, cases]).toEqual([[...(lists[`OVERDUE ${holder}`] ?? [])].sort(), ids.length]);
    }
    expect(seen.overdue.reduce((sum, { cases }) => sum + cases, 0)).toBe(seen.counts.OVERDUE);
    for (const { code, counts } of seen.villages) {
      const own = await byHand(days, code);
      for (const [what, cases] of Object.entries(counts)) {
        expect([code, what, cases]).toEqual([code, what, own.lists[what]?.length]);
        expect(await listed('chen-li', days, what as What, '', code)).toEqual(
          [...(own.lists[what] ?? [])].sort(),
        );
      }
    }
    if (days === 30) {
      expect(seen.counts).toMatchObject({
        CAME_IN: WALKS.length,
        WENT_OUT: 2,
        DECIDED: 3,
        OPEN: WALKS.length - 2,
      });
      expect(seen.counts.OVERDUE).toBeGreaterThan(0);
    }
  },
);

test('a village reads its own alone; the neighbouring township, a grid member, a department nothing', async () => {
  const own = await office.must('sun-xiuying', 'reviews.glance', {});
  expect([own.counts.CAME_IN, own.villages.map(({ name }) => name)]).toEqual([1, ['保南村']]);
  expect(await listed('sun-xiuying', 30, 'OPEN')).toHaveLength(1);
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
    [0, 0, 0, 0, 0, 0],
    [],
    [],
    [],
  ]);
  for (const what of ['CAME_IN', 'OPEN', 'OVERDUE', 'STEP'] as const)
    expect(await listed('neighbour', 90, what)).toEqual([]);
  for (const region of ['150521100', '150521', '150521100200'])
    expect((await office.ask('neighbour', 'reviews.glance', { input: { region } })).status).toBe(404);
  for (const person of ['zhao-dayong', 'ma-jun'])
    expect((await office.ask(person, 'reviews.glance')).status).toBe(403);
  expect((await office.ask('chen-li', 'reviews.glance', { input: { days: 4000 } })).status).toBe(422);
});
