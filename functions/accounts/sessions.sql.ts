import { statement } from '../adapters';
import { RUNS } from '../runtime/identify.sql';

export interface SessionRow {
  /** First half of the hash: enough to name it, nothing to use. */
  id: string;
  device: string;
  created_at: string;
  expires_at: string;
}

const ID = "left(encode(token_hash, 'hex'), 32)";

export const findSessions = statement<SessionRow>(
  'sessions.own',
  `SELECT ${ID} AS id, device, created_at, expires_at FROM session s
    WHERE person_id = $1 AND ${RUNS} ORDER BY created_at DESC LIMIT 50`,
);

export const endOwnSession = statement(
  'sessions.end',
  `UPDATE session SET revoked_at = $3 WHERE person_id = $1 AND ${ID} = $2 AND revoked_at IS NULL`,
);
