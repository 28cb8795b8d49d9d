import { statement } from '../adapters';

export const insertAssist = statement(
  'assists.insert',
  `INSERT INTO assist_request (county, id, case_id, from_village, to_village, asked_at, due_on, key_id, sealed)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

interface AssistRow {
  county: string;
  id: string;
  case_id: string;
  from_village: string;
  to_village: string;
  from_name: string;
  to_name: string;
  due_on: string;
  answered_at: string | null;
  key_id: string;
  sealed: Buffer;
}

const SELECT = `SELECT a.*, f.name AS from_name, t.name AS to_name FROM assist_request a
    JOIN region f ON f.code = a.from_village JOIN region t ON t.code = a.to_village`;

export const findAssists = statement<AssistRow>(
  'assists.list',
  `${SELECT} WHERE starts_with(a.to_village, $1)
    ORDER BY (a.answered_at IS NOT NULL), a.due_on, a.id LIMIT 200`,
);

export const findAssist = statement<AssistRow>(
  'assists.find',
  `${SELECT} WHERE a.county = $1 AND a.id = $2 FOR UPDATE OF a`,
);

export const answered = statement(
  'assists.answered',
  'UPDATE assist_request SET answered_at = $3 WHERE county = $1 AND id = $2',
);
