import { type Database, openDatabase, type Scope } from '@functions/adapters/postgres/scoped';
import { type Statement, statement } from '@functions/adapters/postgres/statement';
import { FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { type Journey, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** The second lock by itself: what the application's own role sees when only the scope stands between. */

const caseIds = statement<{ id: string }>('test.caseIds', 'SELECT id FROM case_row ORDER BY id');
const settings = statement<{ region: string | null; person: string | null }>(
  'test.settings',
  "SELECT nullif(current_setting('app.region', true), '') AS region, nullif(current_setting('app.person', true), '') AS person",
);

let office: Office;
let database: Database;
let first: Journey;

beforeAll(async () => {
  office = await openOffice();
  // One connection: whatever one transaction leaves behind, the next one finds.
  database = openDatabase({ url: office.database.appUrl, max: 1 });
  first = await walk(office, 'announced');
});
afterAll(async () => {
  await database.close();
  await office.close();
});

const seen = <Row>(scope: Scope, what: Statement<Row>, values: unknown[] = []) =>
  database.transaction(scope, (db) => db.rows(what, values));

const NOTHING: Scope = { region: null, person: null };

/** Tables that hold what belongs to a case, a person or a county, and so must be empty for who works for nothing. */
const LOCKED = [
  'case_row',
  'case_list',
  'case_event',
  'case_party',
  'case_person_index',
  'case_counter',
  'case_claim',
  'monitored_household',
  'elimination_event',
  'case_look',
  'person_grant',
  'staff_entry',
  'person_village',
  'delegation',
  'draft',
  'saved_filter',
  'message',
  'subscription_credit',
  'case_rating',
  'task',
  'clue',
  'check_round',
  'check_village',
  'check_day',
  'check_extension',
  'problem',
  'comparison_list',
  'comparison_item',
  'import_job',
  'import_chunk',
  'assist_request',
  'warning_given',
  'appraisal_meeting',
  'appraisal_meeting_case',
  'notice',
  'notice_case',
  'notice_request',
  'notice_told',
  'notice_reminder',
  'notice_objection',
  'notice_objection_recusal',
  'village_follow',
  'attachment',
  'certificate',
  'household_request',
  'household_fact',
  'household_change',
  'follow_up',
  'payment_not_theirs',
  'quarterly_ledger',
  'follow_task',
  'helper_assignment',
  'support_plan',
  'support_measure',
  'support_measure_event',
  'policy_answer',
  'payment',
  'household_card',
  'line_ticket',
  'line_ticket_answer',
  'import_column',
  'case_move',
  'notice_draft',
  'notice_finding',
  'notice_correction',
  'chain_walk',
  'chain_fault',
  'board_task',
  'profile_proposal',
  'profile_story',
  'outbox',
  'audit',
  'request_log',
] as const;

const countIn = (table: string) =>
  statement<{ rows: number }>(`test.count.${table}`, `SELECT count(*)::int AS rows FROM ${table}`);

test('the role of the application is no superuser and passes no lock', async () => {
  const [role] = await office.database.look(
    "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'shouwang_app'",
  );
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
});

test.each(LOCKED)('%s is locked, and shows nothing to who works for nothing', async (table) => {
  const [lock] = await office.database.look(
    'SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = $1',
    [table],
  );
  expect(lock).toEqual({ relrowsecurity: true, relforcerowsecurity: true });
  const [row] = await seen(NOTHING, countIn(table));
  expect(row?.rows).toBe(0);
});

test('every table with a county that is not for everybody is in that list', async () => {
  const tables = await office.database.look<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name IN ('county', 'person_id')
      GROUP BY table_name`,
  );
  // Found by a secret of their own or not at all: sessions, links, codes.
  const bySecret = [
    'session',
    'signin_link',
    'signing_link',
    'take_over_code',
    'staff_phone',
    'person_phone',
  ];
  const open = ['region', 'office', 'profile', 'profile_in_force', ...bySecret];
  expect(tables.map(({ name }) => name).sort()).toEqual([...LOCKED, ...open].sort());
  // A view has no lock of its own: it must read with those of whoever asks.
  const views = await office.database.look<{ options: string[] | null }>(
    "SELECT reloptions AS options FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace",
  );
  for (const { options } of views) expect(options).toContain('security_invoker=true');
});

test.each([
  ['the own village', FIRST_VILLAGE, true],
  ['the own township', FIRST_VILLAGE.slice(0, 9), true],
  ['the own county', FIRST_VILLAGE.slice(0, 6), true],
  ['the neighbour village', SECOND_VILLAGE, false],
  ['another township', '150521101', false],
  ['another county of the same city', '150522', false],
])('staff of %s: the case is seen: %#', async (_name, region, visible) => {
  const rows = await seen({ region, person: null }, caseIds);
  expect(rows.map((row) => row.id)).toEqual(visible ? [first.caseId] : []);
});

test('a family sees its own case and nobody else does', async () => {
  const of = (person: string) => seen({ region: null, person }, caseIds);
  expect(await of('demo-tian-xiaoyu')).toEqual([{ id: first.caseId }]);
  expect(await of('demo-he-ming')).toEqual([]);
  expect(await of('demo-li-chunmei')).toEqual([]);
});

test('a region does not open what is of persons, nor a person what is of the region', async () => {
  await office.must('he-ming', 'applications.saveDraft', { formVersion: 1, step: 'a', answers: {} });
  const drafts = countIn('draft');
  expect(await seen({ region: '150521', person: 'demo-li-chunmei' }, drafts)).toEqual([{ rows: 0 }]);
  expect(await seen({ region: null, person: 'demo-he-ming' }, drafts)).toEqual([{ rows: 1 }]);
  expect(await seen({ region: null, person: 'demo-tian-xiaoyu' }, countIn('audit'))).toEqual([{ rows: 0 }]);
});

describe('the scope of one transaction never reaches the next on the same connection', () => {
  const clean = async () => {
    const [now] = await seen(NOTHING, settings);
    expect(now).toEqual({ region: 'none', person: 'none' });
    expect(await seen(NOTHING, caseIds)).toEqual([]);
  };

  test('after a commit', async () => {
    await seen({ region: '150521', person: 'demo-wu-haiyan' }, caseIds);
    await clean();
  });

  test('after an error of the work', async () => {
    const work = database.transaction({ region: '150521', person: null }, async () => {
      throw new Error('midway');
    });
    await expect(work).rejects.toThrow('midway');
    await clean();
  });

  test('after a failed statement, even when the work swallows it', async () => {
    const broken = statement('test.broken', 'SELECT 1 / 0');
    const work = database.transaction({ region: '150521', person: null }, async (db) => {
      await db.rows(broken).catch(() => undefined);
    });
    // PostgreSQL turns such a COMMIT into a ROLLBACK; nobody may take it for done.
    await expect(work).rejects.toThrow('had failed');
    await clean();
  });

  test('after a wider region was entered and an error came midway', async () => {
    const work = database.transaction({ region: SECOND_VILLAGE, person: null }, (db) =>
      db.within('150521', async () => {
        expect(await db.rows(caseIds)).toHaveLength(1);
        throw new Error('midway');
      }),
    );
    await expect(work).rejects.toThrow('midway');
    await clean();
  });

  test('after a wider region was entered and never left', async () => {
    await database.transaction({ region: SECOND_VILLAGE, person: null }, (db) => db.enter('150521'));
    await clean();
  });
});

test('coming back from a wider region, the transaction works for its own again, also after an error', async () => {
  await database.transaction({ region: SECOND_VILLAGE, person: null }, async (db) => {
    await db.within('150521', () => db.rows(caseIds));
    expect(await db.rows(caseIds)).toEqual([]);
    await db.within('150521', () => Promise.reject(new Error('midway'))).catch(() => undefined);
    expect(await db.rows(caseIds)).toEqual([]);
    await db.as('demo-tian-xiaoyu', () => db.rows(caseIds));
    expect(await db.rows(caseIds)).toEqual([]);
  });
});

test('twenty callers on three connections: each sees its own and nothing else', async () => {
  const shared = openDatabase({ url: office.database.appUrl, max: 3 });
  try {
    const calls = Array.from({ length: 60 }, async (_, index) => {
      const region = [FIRST_VILLAGE, SECOND_VILLAGE, null][index % 3] ?? null;
      const rows = await shared.transaction({ region, person: null }, (db) => db.rows(caseIds));
      expect(rows).toHaveLength(region === FIRST_VILLAGE ? 1 : 0);
    });
    await Promise.all(calls);
  } finally {
    await shared.close();
  }
});

test.each([
  { region: "150521'; SET ROLE postgres; --", person: null },
  { region: '', person: null },
  { region: '%', person: null },
  { region: null, person: "x' OR '1'='1" },
  { region: null, person: '' },
])('a scope that is none is refused: %j', async (scope) => {
  await expect(seen(scope, caseIds)).rejects.toThrow('Not a scope');
});

test('nobody writes a case, an event or a grant outside of the own scope', async () => {
  const party = statement(
    'test.party',
    "INSERT INTO case_party (county, case_id, person_id, stands_as, village) VALUES ('150521', $1, 'demo-he-ming', 'HOUSEHOLD', $2)",
  );
  const village = { region: SECOND_VILLAGE, person: 'demo-sun-xiuying' };
  await expect(seen(village, party, [first.caseId, FIRST_VILLAGE])).rejects.toMatchObject({ code: '42501' });
  const grant = statement(
    'test.grant',
    "INSERT INTO person_grant (county, person_id, role, region, from_day) VALUES ('150521', 'demo-sun-xiuying', 'COUNTY_LEADER', '150521', '2026-01-01')",
  );
  await expect(seen(village, grant)).rejects.toMatchObject({ code: '42501' });
  const update = statement('test.update', "UPDATE case_row SET state = 'INCLUDED' WHERE id = $1");
  const written = await database.transaction(village, (db) => db.write(update, [first.caseId]));
  expect(written).toBe(0);
});

const FOREVER: [string, string][] = [
  'case_event',
  'audit',
  'notice',
  'notice_case',
  'case_party',
  'support_measure_event',
  'follow_up',
  'payment',
  'payment_not_theirs',
  'line_ticket_answer',
].flatMap((table) => [
  [table, `UPDATE ${table} SET county = county`],
  [table, `DELETE FROM ${table}`],
  [table, `TRUNCATE ${table}`],
]);

test.each(FOREVER)('%s is never changed by the application: %s', async (table, sql) => {
  const before = await office.database.look(`SELECT count(*) FROM ${table}`);
  const scope = { region: '150521', person: 'system' };
  await expect(seen(scope, statement(`test.${sql}`, sql))).rejects.toMatchObject({ code: '42501' });
  expect(await office.database.look(`SELECT count(*) FROM ${table}`)).toEqual(before);
});

test('of a notice only its end may be written', async () => {
  const scope = { region: '150521', person: 'system' };
  for (const column of ['content', 'digest', 'prev_digest', 'first_day', 'last_day', 'posted_at', 'seq']) {
    const sql = statement(`test.notice.${column}`, `UPDATE notice SET ${column} = ${column}`);
    await expect(seen(scope, sql)).rejects.toMatchObject({ code: '42501' });
  }
  await seen(scope, statement('test.notice.ended', 'UPDATE notice SET ended_at = ended_at'));
  for (const column of ['notice_id', 'case_id', 'village']) {
    const sql = statement(`test.notice_case.${column}`, `UPDATE notice_case SET ${column} = ${column}`);
    await expect(seen(scope, sql)).rejects.toMatchObject({ code: '42501' });
  }
  const elsewhere = { region: SECOND_VILLAGE, person: 'demo-sun-xiuying' };
  const prolong = statement('test.notice_case.day', 'UPDATE notice_case SET last_day = last_day + 9');
  expect(await database.transaction(elsewhere, (db) => db.write(prolong))).toBe(0);
});
