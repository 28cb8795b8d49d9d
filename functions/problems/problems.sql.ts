import type { Department } from '@shared/casework';
import type { ProblemSource } from '@shared/problems';
import { statement } from '../adapters';

export interface ProblemRow {
  county: string;
  id: string;
  region: string;
  place: string;
  case_id: string | null;
  case_no: string | null;
  head_name: string | null;
  department: Department | null;
  source: ProblemSource;
  key_id: string;
  sealed: Buffer;
  due_on: string;
  entered_by: string;
  entered_by_name: string;
  entered_at: string;
  claimed_by: string | null;
  claimed_by_name: string | null;
  claimed_at: string | null;
  mended_by: string | null;
  mended_by_name: string | null;
  mended_for: string | null;
  mended_at: string | null;
  photo_ids: string[];
  closed_by_name: string | null;
  closed_at: string | null;
  given_back: number;
}

const PROBLEM = `SELECT q.county, q.id, q.region, concat_ws(' ', CASE g.level WHEN 'VILLAGE' THEN t.name END, g.name) AS place,
         q.case_id, r.case_no, r.head_name, q.department, q.source, q.key_id, q.sealed, q.due_on, q.entered_by,
         e.name AS entered_by_name, q.entered_at, q.claimed_by, c.name AS claimed_by_name, q.claimed_at, q.mended_by,
         m.name AS mended_by_name, q.mended_for, q.mended_at, q.photo_ids, z.name AS closed_by_name, q.closed_at, q.given_back
    FROM problem q JOIN region g ON g.code = q.region LEFT JOIN region t ON t.code = g.parent
    JOIN person e ON e.id = q.entered_by LEFT JOIN person c ON c.id = q.claimed_by LEFT JOIN person m ON m.id = q.mended_by
    LEFT JOIN person z ON z.id = q.closed_by LEFT JOIN case_row r ON r.county = q.county AND r.id = q.case_id`;

/** Who is a party to a case ($3), or whose lender is, is no staff on it. */
const NOT_OWN = `NOT EXISTS (SELECT 1 FROM case_party k
                  WHERE k.county = q.county AND k.case_id = q.case_id AND k.person_id = ANY ($3::text[]))`;

/** Of a region ($2 its digits), or of departments ($4) when those are given. */
const MINE = `q.county = $1 AND starts_with(q.region, $2) AND ($4::text[] IS NULL OR q.department = ANY ($4)) AND ${NOT_OWN}`;

export const findOpen = statement<ProblemRow>(
  'problems.open',
  `${PROBLEM} WHERE ${MINE} AND q.closed_at IS NULL AND (q.due_on, q.id) > ($5::date, $6)
   ORDER BY q.due_on, q.id LIMIT $7`,
);

export const findClosed = statement<ProblemRow>(
  'problems.closed',
  `${PROBLEM} WHERE ${MINE} AND q.closed_at IS NOT NULL AND (q.closed_at, q.id) < ($5::timestamptz, $6)
   ORDER BY q.closed_at DESC, q.id DESC LIMIT $7`,
);

export const countOpen = statement<{ open: number; late: number }>(
  'problems.count',
  `SELECT count(*)::int AS open, count(*) FILTER (WHERE q.due_on < $5::date)::int AS late
     FROM problem q WHERE ${MINE} AND q.closed_at IS NULL`,
);

export const findProblem = statement<ProblemRow>('problems.one', `${PROBLEM} WHERE ${MINE} AND q.id = $5`);

/** Whoever acts second finds what the first one did. */
export const lockProblem = statement<{ id: string }>(
  'problems.lock',
  'SELECT id FROM problem WHERE county = $1 AND id = $2 FOR UPDATE',
);

/** A case of a place by its number, but one to which the caller is a party. */
export const findCaseNo = statement<{ id: string }>(
  'problems.caseNo',
  `SELECT r.id FROM case_row r
    WHERE r.county = $1 AND starts_with(r.village, $2) AND replace(r.case_no, ' ', '') = $3
      AND NOT EXISTS (SELECT 1 FROM case_party k WHERE k.county = r.county AND k.case_id = r.id AND k.person_id = $4)`,
);

export const insertProblem = statement(
  'problems.insert',
  `INSERT INTO problem (county, id, region, case_id, department, source, key_id, sealed, due_on, entered_by, entered_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);

export const claimProblem = statement(
  'problems.claim',
  'UPDATE problem SET claimed_by = $3, claimed_at = $4 WHERE county = $1 AND id = $2 AND claimed_by IS NULL',
);

export const mendProblem = statement(
  'problems.mend',
  `UPDATE problem SET key_id = $3, sealed = $4, mended_by = $5, mended_for = $6, mended_at = $7, photo_ids = $8
    WHERE county = $1 AND id = $2 AND mended_by IS NULL`,
);

export const closeProblem = statement(
  'problems.close',
  `UPDATE problem SET key_id = $3, sealed = $4, closed_by = $5, closed_at = $6
    WHERE county = $1 AND id = $2 AND mended_by IS NOT NULL AND closed_by IS NULL`,
);

/** Not right yet: it is with who took it on again. */
export const giveBack = statement(
  'problems.giveBack',
  `UPDATE problem SET key_id = $3, sealed = $4, mended_by = NULL, mended_for = NULL, mended_at = NULL,
          given_back = given_back + 1
    WHERE county = $1 AND id = $2 AND mended_by IS NOT NULL AND closed_by IS NULL`,
);
