import { statement } from '../adapters';

export interface SetAsideRow {
  id: number;
  kind: string;
  dead: boolean;
  outcome: string | null;
  attempts: number;
  since: string;
}

/** Set aside after its last try, or begun without an answer; neither given up by a person. */
const SET_ASIDE = "(dead OR outcome = 'UNKNOWN')";

/** Never the payload: what is said to whom is nobody's here. */
export const findSetAside = statement<SetAsideRow>(
  'deliveries.setAside',
  `SELECT id::int, kind, dead, outcome, attempts, coalesce(done_at, run_after) AS since
     FROM outbox WHERE county = $1 AND ${SET_ASIDE} ORDER BY id LIMIT 200`,
);

export const retry = statement(
  'deliveries.retry',
  `UPDATE outbox SET dead = false, attempts = 0, run_after = $3, started_at = NULL, leased_until = NULL,
                     done_at = NULL, outcome = NULL
    WHERE county = $1 AND id = $2 AND ${SET_ASIDE}`,
);

export const giveUp = statement(
  'deliveries.giveUp',
  `UPDATE outbox SET dead = false, leased_until = NULL, done_at = $3, outcome = 'GIVEN_UP'
    WHERE county = $1 AND id = $2 AND ${SET_ASIDE}`,
);

export const findTimers = statement<{ name: string; last_ok_at: string }>(
  'deliveries.timers',
  'SELECT name, last_ok_at FROM timer_run ORDER BY name',
);
