import { statement } from '../../adapters';

export type CardReason = 'FIRST' | 'CHANGE' | 'QUARTER' | 'STAFF';

export interface CardRow {
  id: string;
  case_id: string;
  village: string;
  version: number;
  made_on: string;
  why: CardReason;
  digest: Buffer;
  key_id: string;
  sealed: Buffer;
  lines: number;
  sum_fen: string;
  basis: string;
  signed_at: string | null;
  signed_name: string | null;
  signed_how: 'SCREEN' | 'PAPER' | null;
}

const CARD = `SELECT c.id, c.case_id, c.village, c.version, c.made_on, c.why, c.digest, c.key_id, c.sealed, c.lines,
       c.sum_fen, c.basis, c.signed_at, p.name AS signed_name, c.signed_how
  FROM household_card c LEFT JOIN person p ON p.id = c.signed_by`;

/** All versions of a family's card, the newest first. */
export const findCards = statement<CardRow>(
  'cards.ofCase',
  `${CARD} WHERE c.county = $1 AND c.case_id = $2 ORDER BY c.version DESC LIMIT 100`,
);

export const findCard = statement<CardRow>('cards.one', `${CARD} WHERE c.county = $1 AND c.id = $2`);

export const insertCard = statement<{ version: number }>(
  'cards.insert',
  `INSERT INTO household_card (county, id, case_id, village, version, made_on, made_at, why, made_by, digest, key_id,
                               sealed, lines, sum_fen, basis)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
   ON CONFLICT (county, case_id, version) DO NOTHING RETURNING version`,
);

export const keepBasis = statement(
  'cards.keepBasis',
  'UPDATE household_card SET basis = $3 WHERE county = $1 AND id = $2',
);

/** Whoever signs second changes nothing. */
export const signCard = statement(
  'cards.sign',
  `UPDATE household_card SET signed_at = $3, signed_by = $4, signed_how = $5, signature_id = $6
    WHERE county = $1 AND id = $2 AND signed_at IS NULL`,
);

/**
 * What a family's records look like: the version of its case, which payments came to its people, what happened to its
 * measures, and who helps it. Payments go by their ids: one may leave and another come, and they are as many as before.
 */
const BASIS = `r.version || '.' || (
    SELECT coalesce(bit_xor(hashtextextended(p.id, 0)), 0)
      FROM case_person_index i JOIN payment_received p ON p.county = i.county AND p.digest = i.digest
     WHERE i.county = r.county AND i.case_id = r.id AND i.kind = 'ID') || '.' || (
    SELECT count(*) + coalesce(sum(s.version), 0) FROM support_measure s
     WHERE s.county = r.county AND s.case_id = r.id) || '.' || (
    SELECT count(*) FROM helper_assignment h WHERE h.county = r.county AND h.case_id = r.id)`;

/** Nothing for a family that is not on the register, or left it: its last card stays as it was. */
export const findBasis = statement<{ basis: string }>(
  'cards.basis',
  `SELECT ${BASIS} AS basis FROM case_row r
     JOIN monitored_household m ON m.county = r.county AND m.case_id = r.id AND m.monitored
    WHERE r.county = $1 AND r.id = $2`,
);

/** Families on the list whose card is not there, not of this quarter, or older than their records. */
export const findDue = statement<{ case_id: string }>(
  'cards.due',
  `SELECT r.id AS case_id
     FROM case_row r
     JOIN monitored_household m ON m.county = r.county AND m.case_id = r.id AND m.monitored
     LEFT JOIN LATERAL (SELECT c.basis, c.made_on FROM household_card c
                         WHERE c.county = r.county AND c.case_id = r.id ORDER BY c.version DESC LIMIT 1) c ON true
    WHERE r.county = $1 AND r.state = 'INCLUDED'
      AND (c.basis IS NULL OR c.made_on < $2::date OR c.basis <> ${BASIS})
    ORDER BY c.made_on NULLS FIRST, r.id LIMIT $3`,
);
