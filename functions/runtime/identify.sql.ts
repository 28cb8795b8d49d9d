import { statement } from '../adapters/postgres/statement';

export interface PersonRow {
  id: string;
  name: string;
}

/** What makes a session one that still runs, `$2` being now. */
export const RUNS = `s.revoked_at IS NULL AND s.expires_at > $2::timestamptz
      AND (s.idle_seconds IS NULL
           OR coalesce(s.seen_at, s.created_at) > $2::timestamptz - make_interval(secs => s.idle_seconds))`;

/** `stale`: its last use is to be written down, once a minute at most. */
export const findSession = statement<PersonRow & { stale: boolean }>(
  'identify.session',
  `SELECT p.id, p.name, coalesce(s.seen_at, s.created_at) < $2::timestamptz - interval '1 minute' AS stale
     FROM session s JOIN person p ON p.id = s.person_id WHERE s.token_hash = $1 AND ${RUNS}`,
);

export const seeSession = statement('identify.see', 'UPDATE session SET seen_at = $2 WHERE token_hash = $1');

export const findByOpenid = statement<PersonRow>(
  'identify.openid',
  'SELECT id, name FROM person WHERE openid = $1',
);

export const insertByOpenid = statement(
  'identify.insertOpenid',
  `INSERT INTO person (id, name, openid, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (openid) DO NOTHING`,
);

export interface GrantRow {
  role: string;
  region: string;
  department: string | null;
  lender: string | null;
  lender_name: string | null;
}

export const findGrants = statement<GrantRow>(
  'identify.grants',
  `SELECT role, region, department, NULL AS lender, NULL AS lender_name FROM person_grant
    WHERE person_id = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
   UNION ALL
   SELECT d.role, d.region, NULL, d.from_person, p.name FROM delegation d JOIN person p ON p.id = d.from_person
    WHERE d.to_person = $1 AND d.from_day <= $2 AND d.until_day >= $2 AND d.ended_at IS NULL`,
);

/** Whether a person holds a role for a region in the own name today. */
export const findHeld = statement<{ role: string }>(
  'identify.held',
  `SELECT role FROM person_grant
    WHERE county = left($2, 6) AND person_id = $1 AND region = $2 AND role = $3
      AND from_day <= $4 AND (until_day IS NULL OR until_day >= $4)`,
);

/** Counts a call; a window that is over begins anew. */
export const countCall = statement<{ count: number; window_end: number }>(
  'rate.count',
  `INSERT INTO rate_counter AS r (key, window_end, count) VALUES ($1, $2, 1)
   ON CONFLICT (key) DO UPDATE SET
     count = CASE WHEN r.window_end <= $3 THEN 1 ELSE r.count + 1 END,
     window_end = CASE WHEN r.window_end <= $3 THEN excluded.window_end ELSE r.window_end END
   RETURNING count, window_end`,
);

export interface FirstAnswer {
  input_digest: Buffer;
  key_id: string;
  answer: Buffer;
}

/** Takes a request id; writes nothing when it is taken, after waiting for whoever is just taking it. */
export const takeRequest = statement(
  'requests.take',
  `INSERT INTO request_log (person_id, operation, request_id, input_digest, at)
   VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
);

export const findRequest = statement<FirstAnswer>(
  'requests.find',
  'SELECT input_digest, key_id, answer FROM request_log WHERE person_id = $1 AND operation = $2 AND request_id = $3',
);

export const answerRequest = statement(
  'requests.answer',
  'UPDATE request_log SET key_id = $4, answer = $5 WHERE person_id = $1 AND operation = $2 AND request_id = $3',
);
