import { statement } from '../adapters';

export interface FileRow {
  id: string;
  owner_id: string;
  kind: string;
  content_type: string;
  size: number;
  sha256: Uint8Array;
  object_key: string;
  created_at: string;
  seconds: number | null;
}

/** Files of a case by their ids, ready ones alone. */
export const findFiles = statement<FileRow>(
  'reviews.files',
  `SELECT id, owner_id, kind, content_type, size, sha256, object_key, created_at, seconds FROM attachment
    WHERE case_id = $1 AND id = ANY ($2) AND state = 'READY'`,
);

/** The same file with a case of another county: its bytes lie where they lay and are never changed. */
export const insertFile = statement(
  'reviews.insertFile',
  `INSERT INTO attachment (county, id, owner_id, kind, content_type, size, sha256, object_key, state, case_id, village,
                           created_at, seconds)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'READY', $9, $10, $11, $12)`,
);
