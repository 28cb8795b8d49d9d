import { statement } from '../adapters';

export const findOwnCases = statement<{ case_id: string }>(
  'applications.own',
  'SELECT case_id FROM case_party WHERE person_id = $1 AND ended_at IS NULL ORDER BY case_id DESC LIMIT 50',
);

export const insertRating = statement(
  'applications.insertRating',
  'INSERT INTO case_rating (county, case_id, village, stars, at) VALUES ($1, $2, $3, $4, $5)',
);

export const giveCode = statement(
  'applications.giveCode',
  `INSERT INTO take_over_code (county, case_id, code_hash, given_by, expires_at)
   VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (county, case_id) DO UPDATE
     SET code_hash = excluded.code_hash, given_by = excluded.given_by, expires_at = excluded.expires_at,
         used_at = NULL`,
);

export const findCode = statement<{ case_id: string }>(
  'applications.findCode',
  `SELECT case_id FROM take_over_code
    WHERE county = $1 AND code_hash = $2 AND used_at IS NULL AND expires_at > $3 FOR UPDATE`,
);

export const useCode = statement(
  'applications.useCode',
  'UPDATE take_over_code SET used_at = $3 WHERE county = $1 AND case_id = $2',
);
