import type { StaffRole } from '@shared/access';
import { statement } from '../adapters';

/** Cases that a day may have something to say of: near their dates, past them, waiting for papers, or just refused. */
export const findNear = statement<{ id: string }>(
  'reminding.near',
  `SELECT id FROM case_row
    WHERE county = $1 AND (
      (open AND (state = 'SUPPLEMENT' OR due_on <= $2 OR cap_due_on <= $2))
      OR (state IN ('REJECTED', 'NOT_ACCEPTED', 'INCLUDED') AND updated_at >= $3::date)
    ) ORDER BY id`,
);

export const findGiven = statement<{ at: string }>(
  'reminding.given',
  'SELECT at FROM warning_given WHERE county = $1 AND case_id = $2 AND key = $3',
);

/** Writes nothing when it was given before. */
export const give = statement(
  'reminding.give',
  `INSERT INTO warning_given (county, case_id, key, village, at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT DO NOTHING`,
);

export interface StaffRow {
  person_id: string;
  role: StaffRole;
  region: string;
}

export const findStaff = statement<StaffRow>(
  'reminding.staff',
  `SELECT DISTINCT person_id, role, region FROM serving
    WHERE county = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2) ORDER BY person_id`,
);

export interface LateTask {
  id: string;
  case_id: string;
  case_no: string;
  village: string;
  head_name: string;
  state: string;
}

export const escalateTasks = statement<LateTask>(
  'reminding.escalate',
  `UPDATE task t SET escalated_at = $3 FROM case_row r
    WHERE r.county = t.county AND r.id = t.case_id
      AND t.county = $1 AND t.due_on < $2 AND t.done_at IS NULL AND t.escalated_at IS NULL
   RETURNING t.id, t.case_id, r.case_no, t.village, r.head_name, r.state`,
);
