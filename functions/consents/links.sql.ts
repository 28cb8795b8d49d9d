import { statement } from '../adapters';

export interface LinkRow {
  county: string;
  id: string;
  case_id: string;
  village: string;
  member_key: string;
  made_by: string;
  expires_at: string;
  wrong_tries: number;
  bound_to: string | null;
  signed_at: string | null;
  revoked_at: string | null;
}

const COLUMNS = `county, id, case_id, village, member_key, made_by, expires_at, wrong_tries, bound_to, signed_at,
                 revoked_at`;

export const insertLink = statement(
  'consents.insertLink',
  `INSERT INTO signing_link (county, id, token_hash, case_id, village, member_key, made_by, made_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/** Whoever is sent a new link has lost the old one, or somebody else has it. */
export const endOlderLinks = statement(
  'consents.endOlderLinks',
  `UPDATE signing_link SET revoked_at = $4
    WHERE county = $1 AND case_id = $2 AND member_key = $3 AND signed_at IS NULL AND revoked_at IS NULL`,
);

/** The row is held until the end of the transaction: two answers at once are counted one after the other. */
export const takeLink = statement<LinkRow>(
  'consents.takeLink',
  `SELECT ${COLUMNS} FROM signing_link WHERE token_hash = $1 FOR UPDATE`,
);

export const takeOwnLink = statement<LinkRow>(
  'consents.takeOwnLink',
  `SELECT ${COLUMNS} FROM signing_link
    WHERE county = $1 AND id = $2 AND bound_to = $3 AND signed_at IS NOT NULL FOR UPDATE`,
);

export const findOwnLinks = statement<LinkRow>(
  'consents.ownLinks',
  `SELECT ${COLUMNS} FROM signing_link WHERE bound_to = $1 AND signed_at IS NOT NULL ORDER BY made_at DESC LIMIT 50`,
);

/** One account signs for one person of a case. */
export const findOtherOfCase = statement<{ id: string }>(
  'consents.otherOfCase',
  `SELECT id FROM signing_link WHERE county = $1 AND case_id = $2 AND bound_to = $3 AND member_key <> $4 LIMIT 1`,
);

export const countWrongTry = statement(
  'consents.wrongTry',
  'UPDATE signing_link SET wrong_tries = wrong_tries + 1 WHERE county = $1 AND id = $2',
);

export const bindLink = statement(
  'consents.bindLink',
  'UPDATE signing_link SET bound_to = $3 WHERE county = $1 AND id = $2 AND bound_to IS NULL',
);

export const useLink = statement(
  'consents.useLink',
  'UPDATE signing_link SET signed_at = $3 WHERE county = $1 AND id = $2 AND signed_at IS NULL',
);
