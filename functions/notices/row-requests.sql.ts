import type { RowRequest, StaffRowRequest } from '@shared/contract/notices';
import { statement } from '../adapters';

export interface RequestRow {
  county: string;
  id: string;
  notice_id: string;
  village: string;
  rows: number[];
  case_id: string | null;
  kind: RowRequest['kind'];
  via: StaffRowRequest['via'];
  person_id: string | null;
  key_id: string;
  sealed: Buffer;
  asked_at: string;
  freeze_due_on: string;
  decide_due_on: string;
  frozen_at: string | null;
  outcome: NonNullable<RowRequest['answer']>['outcome'] | null;
  decided_at: string | null;
  decided_name: string | null;
  answer_key_id: string | null;
  answer: Buffer | null;
  entered_name: string;
  content: unknown;
  village_name: string;
}

const SELECT = `SELECT q.county, q.id, q.notice_id, q.village, q.rows, q.case_id, q.kind, q.via, q.person_id, q.key_id, q.sealed,
       q.asked_at, q.freeze_due_on, q.decide_due_on, q.frozen_at, q.outcome, q.decided_at, q.answer_key_id, q.answer,
       d.name AS decided_name, e.name AS entered_name
  FROM notice_request q
  JOIN person e ON e.id = q.entered_by
  LEFT JOIN person d ON d.id = q.decided_by`;

/** With the notice, for staff. */
const WITH_NOTICE = `SELECT f.*, n.content, v.name AS village_name
  FROM (${SELECT}) f
  JOIN notice n ON n.county = f.county AND n.id = f.notice_id
  JOIN region v ON v.code = f.village`;

/** Writes nothing while the row waits for an answer already. */
export const insertRequest = statement(
  'rowRequests.insert',
  `INSERT INTO notice_request (county, id, notice_id, village, rows, case_id, kind, person_id, via, entered_by, key_id, sealed,
                               asked_at, freeze_due_on, decide_due_on)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING`,
);

/** The caller's own, on one notice; and those of the own family that staff wrote down. */
export const findOwn = statement<Omit<RequestRow, 'content' | 'village_name'>>(
  'rowRequests.own',
  `SELECT * FROM (${SELECT}) f WHERE county = $1 AND notice_id = $2 AND (person_id = $3 OR case_id = ANY ($4::text[]))
    ORDER BY asked_at DESC, id DESC LIMIT 50`,
);

/** One of them, held until this call ends. */
export const lockRequest = statement<{ id: string }>(
  'rowRequests.lock',
  'SELECT id FROM notice_request WHERE county = $1 AND id = $2 FOR UPDATE',
);

export const findRequest = statement<RequestRow>(
  'rowRequests.find',
  `${WITH_NOTICE} WHERE f.county = $1 AND f.id = $2`,
);

export const findOpen = statement<RequestRow>(
  'rowRequests.open',
  `${WITH_NOTICE} WHERE f.county = $1 AND starts_with(f.village, $2) AND f.outcome IS NULL
   ORDER BY CASE WHEN f.frozen_at IS NULL THEN f.freeze_due_on ELSE f.decide_due_on END, f.id LIMIT 200`,
);

export const findDecided = statement<RequestRow>(
  'rowRequests.decided',
  `${WITH_NOTICE} WHERE f.county = $1 AND starts_with(f.village, $2) AND f.outcome IS NOT NULL
   ORDER BY f.decided_at DESC, f.id LIMIT 30`,
);

export const freezeRequest = statement(
  'rowRequests.freeze',
  `UPDATE notice_request SET frozen_at = $3, frozen_by = $4
    WHERE county = $1 AND id = $2 AND frozen_at IS NULL AND outcome IS NULL`,
);

export const decideRequest = statement(
  'rowRequests.decide',
  `UPDATE notice_request SET outcome = $3, decided_at = $4, decided_by = $5, answer_key_id = $6, answer = $7
    WHERE county = $1 AND id = $2 AND outcome IS NULL AND frozen_at IS NOT NULL`,
);

/** The paper on the board shows something else than what hangs now: it is changed, and photographed again. */
export const askToRehang = statement(
  'rowRequests.rehang',
  `INSERT INTO board_task (county, notice_id, village, what, due_on, created_at)
   VALUES ($1, $2, $3, 'REHANG', $4::date + 1, $5)
   ON CONFLICT (county, notice_id, what) DO UPDATE
     SET due_on = excluded.due_on, created_at = excluded.created_at, told_at = NULL, escalated_at = NULL, photo_id = NULL,
         done_at = NULL, done_by = NULL, missed_at = NULL`,
);

/** Frozen rows of a notice that nothing has been decided about. */
export const findFrozen = statement<{ rows: number[] }>(
  'rowRequests.frozen',
  `SELECT rows FROM notice_request
    WHERE county = $1 AND notice_id = $2 AND frozen_at IS NOT NULL AND outcome IS NULL`,
);

export const findFamilies = statement<{ case_id: string }>(
  'rowRequests.families',
  `SELECT case_id FROM case_party WHERE county = $1 AND person_id = $2 AND stands_as = 'HOUSEHOLD'`,
);
