import { statement } from '../adapters';

/** Of each digest the village in which the county knows the person; place of the digest in the question, from 1. */
export const findPlaces = statement<{ place: number; village: string }>(
  'payments.places',
  `SELECT d.place, k.village
     FROM unnest($2::bytea[]) WITH ORDINALITY AS d(digest, place)
     CROSS JOIN LATERAL (
       SELECT r.village FROM case_person_index i JOIN case_row r ON r.county = i.county AND r.id = i.case_id
        WHERE i.county = $1 AND i.kind = 'ID' AND i.digest = d.digest AND r.state NOT IN ('MERGED', 'TRANSFERRED')
        ORDER BY i.open DESC, i.case_id DESC LIMIT 1) AS k`,
);

export const findVillages = statement<{ code: string; name: string; town: string }>(
  'payments.villages',
  `SELECT v.code, v.name, t.name AS town FROM region v JOIN region t ON t.code = v.parent
    WHERE v.county = $1 AND v.level = 'VILLAGE' AND v.valid_to IS NULL`,
);

export const insertPayments = statement<{ id: string }>(
  'payments.insert',
  `INSERT INTO payment (county, payer, job_id, sent_by, id, place, digest, same, policy, paid_on, amount_fen, key_id, sealed)
   SELECT $1, $2, $3, $4, p.*
     FROM unnest($5::text[], $6::text[], $7::bytea[], $8::bytea[], $9::text[], $10::date[], $11::bigint[], $12::text[],
                 $13::bytea[]) AS p(id, place, digest, same, policy, paid_on, amount_fen, key_id, sealed)
   ON CONFLICT (county, same) DO NOTHING RETURNING id`,
);

export const sumYears = statement<{ year: number; fen: string; times: number }>(
  'payments.years',
  `SELECT extract(year FROM paid_on)::int AS year, sum(amount_fen) AS fen, count(*)::int AS times
     FROM payment WHERE county = $1 AND digest = ANY ($2::bytea[]) GROUP BY 1 ORDER BY 1 DESC`,
);

export const findOne = statement<{ id: string }>(
  'payments.one',
  'SELECT id FROM payment WHERE county = $1 AND id = $2 AND digest = ANY ($3::bytea[])',
);

export interface DisputeRecord {
  payment: string;
  due_on: string;
  outcome: string | null;
}

/** What the family said of its payments; the newest of each first. */
export const findDisputes = statement<DisputeRecord>(
  'payments.disputes',
  `SELECT DISTINCT ON (fact) fact AS payment, due_on, outcome FROM household_request
    WHERE county = $1 AND case_id = $2 AND kind = 'PAYMENT' ORDER BY fact, asked_at DESC`,
);
