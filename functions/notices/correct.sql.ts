import { statement } from '../adapters';

export const findSuccessor = statement<{ new_id: string }>(
  'corrections.successor',
  'SELECT new_id FROM notice_correction WHERE county = $1 AND old_id = $2',
);

export const insertRows = statement(
  'corrections.rows',
  `INSERT INTO notice_case (county, notice_id, village, case_id, last_day)
   SELECT $1, $2, $3, * FROM unnest($4::text[], $5::date[])`,
);

export const takeDownRows = statement(
  'corrections.takeDown',
  'UPDATE notice_case SET taken_down_at = $3 WHERE county = $1 AND notice_id = $2 AND taken_down_at IS NULL',
);

export const insertCorrection = statement(
  'corrections.insert',
  `INSERT INTO notice_correction (county, old_id, new_id, village, reason, corrected_at, corrected_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

export interface VersionRow {
  id: string;
  digest: Buffer;
  content: unknown;
  posted_at: string;
  reason: string | null;
  corrected_at: string | null;
  corrected_by: string | null;
}

/** Back from the one that was asked for to the first, then on to the last. */
export const findVersions = statement<VersionRow>(
  'corrections.versions',
  `WITH RECURSIVE back AS (
     SELECT $2::text AS id
     UNION ALL SELECT c.old_id FROM back JOIN notice_correction c ON c.county = $1 AND c.new_id = back.id
   ), line AS (
     SELECT (SELECT id FROM back b WHERE NOT EXISTS
              (SELECT 1 FROM notice_correction c WHERE c.county = $1 AND c.new_id = b.id)) AS id
     UNION ALL SELECT c.new_id FROM line JOIN notice_correction c ON c.county = $1 AND c.old_id = line.id
   )
   SELECT n.id, n.digest, n.content, n.posted_at, c.reason, c.corrected_at, p.name AS corrected_by
     FROM line JOIN notice n ON n.county = $1 AND n.id = line.id
     LEFT JOIN notice_correction c ON c.county = $1 AND c.old_id = n.id
     LEFT JOIN person p ON p.id = c.corrected_by
    ORDER BY n.seq`,
);
