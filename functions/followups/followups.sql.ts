import type { HouseholdType } from '@shared/casework';
import type {
  ChangeState,
  ChangeWarning,
  FollowTaskKind,
  FollowUpResult,
  QuarterState,
} from '@shared/followups';
import type { RegisterStatus } from '@shared/register';
import { statement } from '../adapters';

export interface ChangeRow {
  county: string;
  id: string;
  case_id: string;
  village: string;
  kind: string;
  happened_on: string;
  state: ChangeState;
  by_family: boolean;
  said_by: string;
  said_name: string;
  said_at: string;
  due_on: string;
  key_id: string;
  sealed: Buffer;
  answered_name: string | null;
  answered_at: string | null;
  answer_key: string | null;
  answer: Buffer | null;
  back_name: string | null;
  back_at: string | null;
  back_key: string | null;
  back: Buffer | null;
  warnings?: ChangeWarning[];
}

const CHANGE = `SELECT c.county, c.id, c.case_id, c.village, c.kind, c.happened_on, c.state, c.by_family, c.said_by,
       s.name AS said_name, c.said_at, c.due_on, c.key_id, c.sealed, a.name AS answered_name, c.answered_at, c.answer_key,
       c.answer, b.name AS back_name, c.back_at, c.back_key, c.back
  FROM household_change c JOIN person s ON s.id = c.said_by LEFT JOIN person a ON a.id = c.answered_by
  LEFT JOIN person b ON b.id = c.back_by`;

export const findChanges = statement<ChangeRow>(
  'followups.changes',
  `${CHANGE} WHERE c.county = $1 AND c.case_id = $2 ORDER BY c.said_at DESC, c.id DESC LIMIT 100`,
);

export const findChange = statement<ChangeRow>(
  'followups.change',
  `${CHANGE} WHERE c.county = $1 AND c.id = $2`,
);

export const insertChange = statement(
  'followups.insertChange',
  `INSERT INTO household_change (county, id, case_id, village, kind, happened_on, state, by_family, said_by, said_at,
                                 due_on, key_id, sealed)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

/** Only what still waits at that level is answered: whoever comes second changes nothing. */
export const settleChange = statement(
  'followups.settleChange',
  `UPDATE household_change SET state = $4, answered_by = $5, answered_at = $6, answer_key = $7, answer = $8
    WHERE county = $1 AND id = $2 AND state = $3`,
);

/** All of a family that somebody of the staff wrote down, in the order in which they came to count or wait. */
export const findRegistered = statement<Pick<ChangeRow, 'id' | 'state' | 'key_id' | 'sealed'>>(
  'followups.registered',
  `SELECT id, state, key_id, sealed FROM household_change
    WHERE county = $1 AND case_id = $2 AND NOT by_family ORDER BY coalesce(answered_at, said_at), said_at, id`,
);

/** Only what is still as it was read is taken back: whoever comes second changes nothing. */
export const takeBackChange = statement(
  'followups.takeBackChange',
  `UPDATE household_change SET state = 'TAKEN_BACK', back_by = $4, back_at = $5, back_key = $6, back = $7
    WHERE county = $1 AND id = $2 AND state = $3`,
);

export interface QuarterRow {
  quarter: string;
  revision: number;
  state: QuarterState;
  on_day: string;
  income_a: string;
  income_b: string;
  income_c: string;
  income_d: string;
  cost_e: string;
  net: string;
  rigid: string;
  reference: string;
  heads: number[];
  net_per_head: string | null;
  reference_per_head: string | null;
  profile_code: string;
  profile_version: number;
  line_fen: string;
  work: 'NONE' | 'FOUND' | 'CHANGED' | 'LOST';
  feeling: 'BETTER' | 'SAME' | 'WORSE';
  result: FollowUpResult;
  signed: 'SCREEN' | 'PAPER' | 'FINGERPRINT' | 'NOBODY';
  signature_id: string | null;
  recorded_by: string;
  recorded_for: string | null;
  recorded_name: string;
  recorded_at: string;
  village_by: string | null;
  village_for: string | null;
  village_name: string | null;
  village_at: string | null;
  town_name: string | null;
  town_at: string | null;
  key_id: string;
  sealed: Buffer;
}

const QUARTER = `SELECT q.quarter, q.revision, q.state, q.on_day, q.income_a, q.income_b, q.income_c, q.income_d, q.cost_e,
       q.net, q.rigid, q.reference, q.heads, q.net_per_head, q.reference_per_head, q.profile_code, q.profile_version,
       q.line_fen, q.work, q.feeling, q.result, q.signed, q.signature_id, q.recorded_by, q.recorded_for, r.name AS recorded_name,
       q.recorded_at, q.village_by, q.village_for, v.name AS village_name, q.village_at, t.name AS town_name, q.town_at, q.key_id, q.sealed
  FROM quarterly_ledger q JOIN person r ON r.id = q.recorded_by
  LEFT JOIN person v ON v.id = q.village_by LEFT JOIN person t ON t.id = q.town_by`;

export const findQuarters = statement<QuarterRow>(
  'followups.quarters',
  `${QUARTER} WHERE q.county = $1 AND q.case_id = $2 AND NOT q.superseded ORDER BY q.quarter DESC`,
);

export const supersede = statement(
  'followups.supersede',
  'UPDATE quarterly_ledger SET superseded = true WHERE county = $1 AND case_id = $2 AND quarter = $3 AND NOT superseded',
);

export const insertQuarter = statement(
  'followups.insertQuarter',
  `INSERT INTO quarterly_ledger (county, case_id, quarter, revision, village, state, on_day, income_a, income_b, income_c,
     income_d, cost_e, net, rigid, reference, heads, net_per_head, reference_per_head, profile_code, profile_version,
     line_fen, housing, water, school, insurance, work, feeling, result, signed, signature_id, recorded_by, recorded_at,
     key_id, sealed, recorded_for)
   VALUES ($1, $2, $3, $4, $5, 'VILLAGE', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
     $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34)`,
);

export const confirmByVillage = statement(
  'followups.confirmByVillage',
  `UPDATE quarterly_ledger SET state = 'TOWN', village_by = $5, village_at = $6, village_for = $7
    WHERE county = $1 AND case_id = $2 AND quarter = $3 AND revision = $4 AND state = 'VILLAGE' AND NOT superseded`,
);

export const confirmByTown = statement(
  'followups.confirmByTown',
  `UPDATE quarterly_ledger SET state = 'DONE', town_by = $5, town_at = $6
    WHERE county = $1 AND case_id = $2 AND quarter = $3 AND revision = $4 AND state = 'TOWN' AND NOT superseded`,
);

export const sendBack = statement(
  'followups.sendBack',
  `UPDATE quarterly_ledger SET state = 'RETURNED'
    WHERE county = $1 AND case_id = $2 AND quarter = $3 AND revision = $4 AND state IN ('VILLAGE', 'TOWN') AND NOT superseded`,
);

export interface TaskRow {
  id: string;
  case_id: string;
  kind: FollowTaskKind;
  about: string;
  due_on: string;
  done_at: string | null;
  done_name: string | null;
  answer_key: string | null;
  answer: Buffer | null;
}

const TASK = `SELECT t.id, t.case_id, t.kind, t.about, t.due_on, t.done_at, p.name AS done_name, t.answer_key, t.answer
  FROM follow_task t LEFT JOIN person p ON p.id = t.done_by`;

export const findTasks = statement<TaskRow>(
  'followups.tasks',
  `${TASK} WHERE t.county = $1 AND t.case_id = $2 ORDER BY t.done_at DESC NULLS FIRST, t.due_on, t.id LIMIT 60`,
);

export const findTask = statement<TaskRow>('followups.task', `${TASK} WHERE t.county = $1 AND t.id = $2`);

/** Tasks that a record asked for, alone or with others. */
export const findTasksOf = statement<
  Pick<TaskRow, 'id' | 'kind' | 'about' | 'done_at'> & { records: string[] }
>(
  'followups.tasksOf',
  'SELECT id, kind, about, done_at, records FROM follow_task WHERE county = $1 AND case_id = $2 AND records @> ARRAY[$3] ORDER BY id',
);

export const keepTaskFor = statement(
  'followups.keepTaskFor',
  'UPDATE follow_task SET records = $3 WHERE county = $1 AND id = $2 AND done_at IS NULL',
);

export const finishTask = statement(
  'followups.finishTask',
  `UPDATE follow_task SET done_at = $3, done_by = $4, answer_key = $5, answer = $6
    WHERE county = $1 AND id = $2 AND done_at IS NULL`,
);

/** Money that came for a person after a day: what may have been paid twice, or to nobody. */
export const countPaidSince = statement<{ times: number }>(
  'followups.paidSince',
  'SELECT count(*)::int AS times FROM payment_received WHERE county = $1 AND digest = ANY($2::bytea[]) AND paid_on > $3',
);

export interface ListRow {
  case_id: string;
  case_no: string;
  head_name: string;
  village_group: string;
  village: string;
  village_name: string;
  status: RegisterStatus;
  household_type: HouseholdType | null;
  identified_on: string;
  visits: string[];
  quarters: string[];
  tasks: number;
  task_due: string | null;
  told: number;
  waits: 'VILLAGE' | 'TOWN' | 'COUNTY' | null;
}

/**
 * Families on the list, and those that are still looked after for a while, with what each has and owes. $4 first day of the
 * month, $5 last day of the last quarter that is over, $6 of the last whose sheet is late, $7 today, $8 visits wanted a
 * month, $9 levels of the caller.
 */
const FOLLOWED = `WITH family AS (
  SELECT m.case_id, r.case_no, r.head_name, r.village_group, m.village, m.status, m.household_type, m.identified_on,
         ARRAY(SELECT f.on_day::text FROM follow_up f
                WHERE f.county = m.county AND f.case_id = m.case_id AND f.on_day >= $4 AND f.result <> 'UNREACHABLE'
                  AND f.cadence <> 'EVENT') AS visits,
         ARRAY(SELECT q.quarter FROM quarterly_ledger q
                WHERE q.county = m.county AND q.case_id = m.case_id AND NOT q.superseded AND q.state <> 'RETURNED') AS quarters,
         (SELECT count(*)::int FROM follow_task t
           WHERE t.county = m.county AND t.case_id = m.case_id AND t.done_at IS NULL) AS tasks,
         (SELECT min(t.due_on) FROM follow_task t
           WHERE t.county = m.county AND t.case_id = m.case_id AND t.done_at IS NULL) AS task_due,
         (SELECT count(*)::int FROM household_change c
           WHERE c.county = m.county AND c.case_id = m.case_id AND c.state = 'TOLD') AS told,
         coalesce(
           (SELECT min(c.state) FROM household_change c
             WHERE c.county = m.county AND c.case_id = m.case_id AND c.state IN ('TOWN', 'COUNTY')),
           (SELECT max(q.state) FROM quarterly_ledger q
             WHERE q.county = m.county AND q.case_id = m.case_id AND NOT q.superseded AND q.state IN ('VILLAGE', 'TOWN'))
         ) AS waits
    FROM monitored_household m JOIN case_row r ON r.county = m.county AND r.id = m.case_id
   WHERE m.county = $1 AND starts_with(m.village, $2) AND (m.monitored OR m.observe_until >= $7)
     AND NOT EXISTS (SELECT 1 FROM case_party p
                      WHERE p.county = m.county AND p.case_id = m.case_id AND p.person_id = $3)
), due AS (
  SELECT f.*, cardinality(f.visits) < $8 AS visit_due,
         owed($5, f.identified_on) > (SELECT count(*) FROM unnest(f.quarters) q WHERE q <= quarter_name($5)) AS quarter_due,
         owed($6, f.identified_on) > (SELECT count(*) FROM unnest(f.quarters) q WHERE q <= quarter_name($6))
           OR coalesce(f.task_due < $7, false) AS late,
         f.waits = ANY($9::text[]) AS mine
    FROM family f
)`
  // How many quarters end between a day and the inclusion, both included; the name of a quarter.
  .replace(
    /owed\((\$\d), f\.identified_on\)/g,
    (_, day: string) =>
      `(extract(year FROM ${day}::date) * 4 + extract(quarter FROM ${day}::date)
      - extract(year FROM f.identified_on) * 4 - extract(quarter FROM f.identified_on) + 1)`,
  )
  .replace(/quarter_name\((\$\d)\)/g, (_, day: string) => `to_char(${day}::date, 'YYYY"Q"Q')`);

export const findFollowed = statement<ListRow>(
  'followups.list',
  `${FOLLOWED} SELECT d.case_id, d.case_no, d.head_name, d.village_group, d.village, v.name AS village_name, d.status,
         d.household_type, d.identified_on, d.visits, d.quarters, d.tasks, d.task_due, d.told, d.waits
    FROM due d JOIN region v ON v.code = d.village
   WHERE (d.village, d.case_id) > ($11, $12)
     AND CASE $10 WHEN 'ALL' THEN true WHEN 'VISIT' THEN d.visit_due WHEN 'QUARTER' THEN d.quarter_due
              WHEN 'LATE' THEN d.late WHEN 'TASKS' THEN d.tasks > 0 WHEN 'TOLD' THEN d.told > 0
              ELSE coalesce(d.mine, false) END
   ORDER BY d.village, d.case_id LIMIT $13`,
);

export const countFollowed = statement<
  Record<'all' | 'visit' | 'quarter' | 'late' | 'tasks' | 'told' | 'confirm', number>
>(
  'followups.count',
  `${FOLLOWED} SELECT count(*)::int AS "all", count(*) FILTER (WHERE visit_due)::int AS visit,
         count(*) FILTER (WHERE quarter_due)::int AS quarter, count(*) FILTER (WHERE late)::int AS late,
         count(*) FILTER (WHERE tasks > 0)::int AS tasks, count(*) FILTER (WHERE told > 0)::int AS told,
         count(*) FILTER (WHERE mine)::int AS confirm FROM due`,
);
