import { statement } from '../adapters';

/** Counties in which a procedure runs. */
export const findCounties = statement<{ county: string }>(
  'timers.counties',
  'SELECT DISTINCT county FROM profile_in_force ORDER BY county',
);

export const findPublicityOver = statement<{ id: string }>(
  'timers.publicityOver',
  `SELECT id FROM case_row
    WHERE county = $1 AND state = 'PUBLICITY' AND publicity_last_day < $2
      AND NOT EXISTS (SELECT 1 FROM notice_request q
                       WHERE q.county = case_row.county AND q.case_id = case_row.id
                         AND q.frozen_at IS NOT NULL AND q.outcome IS NULL)
    ORDER BY publicity_last_day, id LIMIT 500`,
);

export const findSupplementOver = statement<{ id: string }>(
  'timers.supplementOver',
  `SELECT id FROM case_row
    WHERE county = $1 AND state = 'SUPPLEMENT' AND due_on < $2 ORDER BY due_on, id LIMIT 500`,
);

/** A notice ends when none of its rows hangs any more: one may go on alone after an objection. */
export const endNotices = statement(
  'timers.endNotices',
  `UPDATE notice n SET ended_at = $3
    WHERE county = $1 AND last_day < $2 AND ended_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM notice_request q
                       WHERE q.county = n.county AND q.notice_id = n.id AND q.case_id IS NOT NULL
                         AND q.frozen_at IS NOT NULL AND q.outcome IS NULL)
      AND NOT EXISTS (SELECT 1 FROM notice_case nc
                       WHERE nc.county = n.county AND nc.notice_id = n.id AND nc.taken_down_at IS NULL
                         AND (nc.last_day >= $2 OR nc.stopped_on IS NOT NULL))`,
);

export interface OutboxRow {
  id: number;
  kind: string;
  payload: unknown;
  attempts: number;
}

/** Takes work for a while: whoever dies with it in hand loses it to the next after the lease. */
export const takeWork = statement<OutboxRow>(
  'timers.takeWork',
  `UPDATE outbox SET leased_until = $3, attempts = attempts + 1
    WHERE (county, id) IN (
      SELECT county, id FROM outbox
       WHERE county = $1 AND done_at IS NULL AND NOT dead AND run_after <= $2
         AND (hold_until IS NULL OR hold_until <= $5)
         AND (leased_until IS NULL OR leased_until <= $2)
       ORDER BY run_after, id LIMIT $4 FOR UPDATE SKIP LOCKED)
   RETURNING id, kind, payload, attempts`,
);

/**
 * Begins a call that must not be made twice, and holds the lease for it; writes nothing when it was begun before.
 * Work that is taken up again after its lease with a call begun is what somebody died over.
 */
export const beginWork = statement(
  'timers.beginWork',
  `UPDATE outbox SET started_at = $3
    WHERE county = $1 AND id = $2 AND done_at IS NULL AND started_at IS NULL`,
);

export const workDone = statement(
  'timers.workDone',
  'UPDATE outbox SET done_at = $3, leased_until = NULL, outcome = $4 WHERE county = $1 AND id = $2',
);

export const workSetBack = statement(
  'timers.workSetBack',
  `UPDATE outbox SET run_after = $3, leased_until = NULL, dead = $4, outcome = 'INTERNAL'
    WHERE county = $1 AND id = $2`,
);

/** Nothing has gone out, so the call may begin again. */
export const workFailed = statement(
  'timers.workFailed',
  `UPDATE outbox SET run_after = $3, leased_until = NULL, started_at = NULL, dead = $4, outcome = $5
    WHERE county = $1 AND id = $2`,
);

export const purgeDrafts = statement('timers.purgeDrafts', 'DELETE FROM draft WHERE saved_at < $1');

export const purgeNoticeDrafts = statement(
  'timers.purgeNoticeDrafts',
  'DELETE FROM notice_draft WHERE county = $1 AND changed_at < $2',
);

export const purgeOutbox = statement(
  'timers.purgeOutbox',
  `DELETE FROM outbox WHERE county = $1 AND done_at < $2 AND outcome IS DISTINCT FROM 'UNKNOWN'`,
);

/** Notes which operations went well just now, and gives for each when it last did. */
export const noteRuns = statement(
  'timers.noteRuns',
  `INSERT INTO timer_run (name, last_ok_at) SELECT unnest($1::text[]), $2
   ON CONFLICT (name) DO UPDATE SET last_ok_at = greatest(timer_run.last_ok_at, excluded.last_ok_at)`,
);

export const findRuns = statement<{ name: string; last_ok_at: string }>(
  'timers.runs',
  'SELECT name, last_ok_at FROM timer_run',
);

export const purgeRequests = statement('timers.purgeRequests', 'DELETE FROM request_log WHERE at < $1');

export const purgeSessions = statement('timers.purgeSessions', 'DELETE FROM session WHERE expires_at < $1');

export const purgeDesks = statement('timers.purgeDesks', 'DELETE FROM desk_signin WHERE expires_at < $1');

export const purgeLinks = statement('timers.purgeLinks', 'DELETE FROM signin_link WHERE expires_at < $1');

export const purgeCounters = statement(
  'timers.purgeCounters',
  'DELETE FROM rate_counter WHERE window_end < $1',
);
