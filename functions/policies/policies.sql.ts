import type { Fact } from '@shared/policies';
import { statement } from '../adapters';
import type { SaidOtherwise } from '../runtime/policies-in-force';

export interface OverrideRow extends SaidOtherwise {
  id: string;
  proposed_by: string;
  proposer: string;
  publisher: string | null;
  published_at: string | null;
  dropped_at: string | null;
}

const OVERRIDE = `SELECT o.id, o.region, o.code, o.valid_from, o.valid_to, o.off, o.change, o.proposed_by, o.published_at,
       o.dropped_at, p.name AS proposer, q.name AS publisher
  FROM policy_override o JOIN person p ON p.id = o.proposed_by LEFT JOIN person q ON q.id = o.published_by`;

export const findOfCounty = statement<OverrideRow>(
  'policies.ofCounty',
  `${OVERRIDE} WHERE o.region = $1 ORDER BY o.proposed_at DESC, o.id DESC LIMIT 500`,
);

export const findOverride = statement<OverrideRow>('policies.override', `${OVERRIDE} WHERE o.id = $1`);

/** Words of a county take turns: two that contradict each other, put in force at one moment, would each see only itself. */
export const lockOverrides = statement(
  'policies.lock',
  "SELECT pg_advisory_xact_lock(hashtextextended('policy_override/' || $1, 0))",
);

export const insertOverride = statement(
  'policies.propose',
  `INSERT INTO policy_override (id, region, code, valid_from, valid_to, off, change, proposed_by, proposed_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const publishOverride = statement(
  'policies.publish',
  `UPDATE policy_override SET published_by = $2, published_at = $3
    WHERE id = $1 AND published_at IS NULL AND dropped_at IS NULL`,
);

export const dropOverride = statement(
  'policies.drop',
  'UPDATE policy_override SET dropped_at = $2 WHERE id = $1 AND published_at IS NULL AND dropped_at IS NULL',
);

export interface AnswerRow {
  member_key: string;
  fact: Fact;
  key_id: string;
  sealed: Buffer;
}

export const findAnswers = statement<AnswerRow>(
  'policies.answers',
  'SELECT member_key, fact, key_id, sealed FROM policy_answer WHERE county = $1 AND case_id = $2',
);

export const saveAnswer = statement(
  'policies.answer',
  `INSERT INTO policy_answer (county, case_id, village, member_key, fact, key_id, sealed, person_id, at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   ON CONFLICT (county, case_id, member_key, fact) DO UPDATE
      SET key_id = excluded.key_id, sealed = excluded.sealed, person_id = excluded.person_id, at = excluded.at`,
);

/** What the village has been asked to see to and has not answered. */
export const findAsked = statement<{ code: string; member_key: string; due_on: string }>(
  'policies.asked',
  `SELECT fact AS code, member_key, due_on FROM household_request
    WHERE county = $1 AND case_id = $2 AND kind = 'POLICY' AND outcome IS NULL`,
);
