import type { Department } from '@shared/casework';
import { statement } from '../adapters';

/** Open cases that lie on the county clerk's desk for their comparison, the most urgent first. */
export const findWaiting = statement<{ id: string; village_name: string; due_on: string | null }>(
  'comparisons.waiting',
  `SELECT r.id, g.name AS village_name, r.due_on FROM case_row r JOIN region g ON g.code = r.village
    WHERE r.county = $1 AND r.open AND r.state IN ('VERIFYING', 'DATA_CHECK') AND 'COUNTY_CLERK' = ANY (r.desks)
    ORDER BY r.due_key, r.id LIMIT 300`,
);

export interface ListRecord {
  id: string;
  list_no: string;
  department: Department;
  state: 'WAITING_APPROVAL' | 'READY' | 'DECLINED';
  people: number;
  cases: number;
  answered: number;
  created_by: string;
  creator: string;
  created_at: string;
  approver: string | null;
}

const LIST = `SELECT l.id, l.list_no, l.department, l.state, l.people, l.cases, l.created_by, c.name AS creator,
         l.created_at, a.name AS approver,
         (SELECT count(*) FROM comparison_item i
           WHERE i.county = l.county AND i.list_id = l.id AND i.answered_at IS NOT NULL) AS answered
    FROM comparison_list l JOIN person c ON c.id = l.created_by LEFT JOIN person a ON a.id = l.approved_by`;

export const findLists = statement<ListRecord>(
  'comparisons.lists',
  `${LIST} WHERE l.county = $1 AND ($2::text[] IS NULL OR (l.department = ANY ($2) AND l.state = 'READY'))
   ORDER BY l.created_at DESC, l.id DESC LIMIT 200`,
);

export const findList = statement<ListRecord>(
  'comparisons.list',
  `${LIST} WHERE l.county = $1 AND l.id = $2`,
);

export const insertList = statement(
  'comparisons.insertList',
  `INSERT INTO comparison_list (county, id, list_no, department, state, people, cases, created_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const countLists = statement<{ count: number }>(
  'comparisons.countLists',
  'SELECT count(*) FROM comparison_list WHERE county = $1 AND list_no LIKE $2',
);

/** One list is numbered at a time. */
export const lockLists = statement(
  'comparisons.lockLists',
  "SELECT pg_advisory_xact_lock(hashtextextended('comparison_list/' || $1, 0))",
);

export const decideList = statement(
  'comparisons.decideList',
  `UPDATE comparison_list SET state = $3, approved_by = $4, approved_at = $5
    WHERE county = $1 AND id = $2 AND state = 'WAITING_APPROVAL' AND created_by <> $4`,
);

export const insertItems = statement(
  'comparisons.insertItems',
  `INSERT INTO comparison_item (county, list_id, code, case_id, member_key, digest)
   SELECT $1, $2, i.* FROM unnest($3::text[], $4::text[], $5::text[], $6::bytea[]) AS i(code, case_id, member_key, digest)`,
);

export interface ItemRecord {
  code: string;
  case_id: string;
  member_key: string;
  digest: Buffer;
  answered_at: string | null;
}

export const findItems = statement<ItemRecord>(
  'comparisons.items',
  `SELECT code, case_id, member_key, digest, answered_at FROM comparison_item
    WHERE county = $1 AND list_id = $2 ORDER BY case_id, member_key`,
);

/** People of these cases whom the department is being asked about on a list that still runs. */
export const findAskedNow = statement<{ case_id: string; member_key: string }>(
  'comparisons.askedNow',
  `SELECT i.case_id, i.member_key FROM comparison_item i
     JOIN comparison_list l ON l.county = i.county AND l.id = i.list_id
    WHERE i.county = $1 AND l.department = $2 AND l.state <> 'DECLINED' AND i.answered_at IS NULL
      AND i.case_id = ANY ($3::text[])`,
);

export const markAnswered = statement(
  'comparisons.markAnswered',
  'UPDATE comparison_item SET answered_at = $3 WHERE county = $1 AND code = ANY ($2::text[]) AND answered_at IS NULL',
);
