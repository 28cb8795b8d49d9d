import { statement } from '../adapters';

export const insertDesk = statement(
  'deskSignIn.ask',
  `INSERT INTO desk_signin (code_hash, secret_hash, number, browser, asked_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6)`,
);

export interface DeskRow {
  number: number;
  browser: string;
  asked_at: string;
}

/** A code that nobody has answered and whose time is not over. */
export const findDesk = statement<DeskRow>(
  'deskSignIn.look',
  `SELECT number, browser, asked_at FROM desk_signin
    WHERE code_hash = $1 AND answered_by IS NULL AND expires_at > $2`,
);

/** One answer only, whoever is first. */
export const answerDesk = statement<{ browser: string }>(
  'deskSignIn.answer',
  `UPDATE desk_signin SET answered_by = $3, answered_at = $2, confirmed = $4
    WHERE code_hash = $1 AND answered_by IS NULL AND expires_at > $2 RETURNING browser`,
);

/** The desk fetches what was confirmed, once, and not long after. */
export const collectDesk = statement<{ answered_by: string; browser: string }>(
  'deskSignIn.collect',
  `UPDATE desk_signin SET collected_at = $2
    WHERE secret_hash = $1 AND confirmed AND collected_at IS NULL AND answered_at > $2::timestamptz - interval '2 minutes'
    RETURNING answered_by, browser`,
);

export const findAsked = statement<{ confirmed: boolean | null; collected: boolean; over: boolean }>(
  'deskSignIn.state',
  `SELECT confirmed, collected_at IS NOT NULL AS collected, expires_at <= $2 AS over
     FROM desk_signin WHERE secret_hash = $1`,
);
