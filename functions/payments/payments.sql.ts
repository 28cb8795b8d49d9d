import { statement } from '../adapters';

export const findVillages = statement<{ code: string; name: string; town: string }>(
  'payments.villages',
  `SELECT v.code, v.name, t.name AS town FROM region v JOIN region t ON t.code = v.parent
    WHERE v.county = $1 AND v.level = 'VILLAGE' AND v.valid_to IS NULL`,
);

/** Files of a county take turns: two that hold the same payments in another order would wait for each other. */
export const lockPayments = statement(
  'payments.lock',
  "SELECT pg_advisory_xact_lock(hashtextextended('payments/' || $1, 0))",
);

/** A part of payments as it is written: of those that stay out, which are of nowhere and which are known. */
const insertion = (ifThere: string) =>
  `WITH known AS MATERIALIZED (
     SELECT DISTINCT ON (i.digest) i.digest, r.village
       FROM case_person_index i JOIN case_row r ON r.county = i.county AND r.id = i.case_id
      WHERE i.county = $1 AND i.kind = 'ID' AND i.digest = ANY ($7::bytea[]) AND r.state NOT IN ('MERGED', 'TRANSFERRED')
      ORDER BY i.digest, i.open DESC, i.case_id DESC),
   written AS (
     INSERT INTO payment (county, payer, job_id, sent_by, id, place, digest, same, policy, paid_on, amount_fen, key_id, sealed)
     SELECT $1, $2, $3, $4, id, coalesce(village, place), p.digest, same, policy, paid_on::date, amount_fen, key_id, sealed
       FROM unnest($5::text[], $6::text[], $7::bytea[], $8::bytea[], $9::text[], $10::text[], $11::int[], $12::text[],
                   $13::bytea[]) AS p(id, place, digest, same, policy, paid_on, amount_fen, key_id, sealed)
       LEFT JOIN known k ON k.digest = p.digest
      WHERE coalesce(village, place) IS NOT NULL
         ${ifThere}
     RETURNING id)
   SELECT id, coalesce(village, place) IS NULL AS nowhere
     FROM unnest($5::text[], $6::text[], $7::bytea[]) AS p(id, place, digest) LEFT JOIN known k ON k.digest = p.digest
    WHERE id NOT IN (SELECT id FROM written)`;

/**
 * Writes payments as a set, each in the village in which the county knows its person, else in the place that was worked out
 * from the file. Gives those that were not written: of nowhere. It is refused as a whole when one is there already.
 */
export const insertNewPayments = statement<{ id: string; nowhere: boolean }>(
  'payments.insertNew',
  insertion(''),
);

/**
 * The same where some may be known before: gives those too. They are found by the unique index as they are written: any
 * look-up before is planned, and a plan that was made while the table was empty, or nobody had analysed it, reads for every
 * part all that the county ever got. To ask for it costs a fifth of a row, so a file that is new goes the other way.
 */
export const insertPayments = statement<{ id: string; nowhere: boolean }>(
  'payments.insert',
  insertion('ON CONFLICT (county, same) DO NOTHING'),
);

export const sumYears = statement<{ year: number; fen: string; times: number }>(
  'payments.years',
  `SELECT extract(year FROM paid_on)::int AS year, sum(amount_fen) AS fen, count(*)::int AS times
     FROM payment_received WHERE county = $1 AND digest = ANY ($2::bytea[]) GROUP BY 1 ORDER BY 1 DESC`,
);

export interface DisputeRecord {
  payment: string;
  due_on: string;
  outcome: string | null;
}

/** What the family said of its payments; the newest of each first. */
export const findDisputes = statement<DisputeRecord>(
  'payments.disputes',
  `SELECT DISTINCT ON (line_id) line_id AS payment, due_on, outcome FROM line_ticket
    WHERE county = $1 AND case_id = $2 AND line_kind = 'PAYMENT' ORDER BY line_id, asked_at DESC`,
);
