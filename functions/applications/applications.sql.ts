import { statement } from '../adapters';

export const findOwnCases = statement<{ case_id: string }>(
  'applications.own',
  'SELECT case_id FROM case_party WHERE person_id = $1 ORDER BY case_id DESC LIMIT 50',
);

export const findVillage = statement<{ code: string }>(
  'applications.village',
  "SELECT code FROM region WHERE code = $1 AND level = 'VILLAGE' AND valid_to IS NULL",
);

export const insertRating = statement(
  'applications.insertRating',
  'INSERT INTO case_rating (county, case_id, village, stars, at) VALUES ($1, $2, $3, $4, $5)',
);
