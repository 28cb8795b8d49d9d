import type { Cadence, FollowUpEvent, FollowUpResult } from '@shared/followups';
import type { VisitWay } from '@shared/measures';
import { statement } from '../../adapters/postgres/statement';

export const insertFact = statement(
  'register.insertFact',
  `INSERT INTO household_fact (county, id, case_id, village, member_key, fact, valid_from, valid_to, recorded_at,
                               recorded_by, evidence, key_id, sealed, corrects, record)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
);

/** Whoever writes about one family waits for whoever writes about it already. */
export const lockFamily = statement(
  'register.lockFamily',
  "SELECT pg_advisory_xact_lock(hashtextextended('follow-up/' || $1, 0))",
);

export interface FollowUpRow {
  id: string;
  cadence: Cadence;
  event: FollowUpEvent | null;
  on_day: string;
  result: FollowUpResult;
  way: VisitWay | null;
  by_id: string;
  by_name: string;
  at: string;
  was_visit: boolean;
  new_risk: string | null;
  key_id: string;
  sealed: Buffer;
}

export const findFollowUps = statement<FollowUpRow>(
  'register.followUps',
  `SELECT f.id, f.cadence, f.event, f.on_day, f.result, f.way, f.by_id, p.name AS by_name, f.at, f.was_visit, f.new_risk, f.key_id,
          f.sealed
     FROM follow_up f JOIN person p ON p.id = f.by_id
    WHERE f.county = $1 AND f.case_id = $2 ORDER BY f.on_day DESC, f.id DESC LIMIT 200`,
);

/** Writes nothing when this very visit is there. */
export const insertFollowUp = statement(
  'register.insertFollowUp',
  `INSERT INTO follow_up (county, id, case_id, village, cadence, event, on_day, result, way, visit_key, by_id, by_role, at,
                          key_id, sealed)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
   ON CONFLICT (county, by_id, visit_key) WHERE visit_key IS NOT NULL DO NOTHING`,
);

/** What a phone sent under this key before, whatever family it named. */
export const findFollowUpByKey = statement<{ id: string; case_id: string }>(
  'register.followUpByKey',
  'SELECT id, case_id FROM follow_up WHERE county = $1 AND by_id = $2 AND visit_key = $3',
);

/** Once while it waits, for each record that asks for it; of two days the earlier one. */
export const addTask = statement(
  'register.addFollowTask',
  `INSERT INTO follow_task AS t (county, id, case_id, village, kind, about, due_on, created_at, records)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ARRAY[$9])
   ON CONFLICT (county, case_id, kind, about) WHERE done_at IS NULL
   DO UPDATE SET due_on = least(t.due_on, excluded.due_on), records = t.records || excluded.records`,
);

/** Work for the timers: whom to tell of what about a family's help. */
export const queueHelpWork = statement(
  'register.queueHelpWork',
  `INSERT INTO outbox (county, kind, payload, run_after) VALUES ($1, 'HELP', $2, $3)`,
);
