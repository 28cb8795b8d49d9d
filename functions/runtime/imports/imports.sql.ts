import { statement } from '../../adapters/postgres/statement';

export interface JobRecord {
  county: string;
  id: string;
  kind: string;
  target_id: string;
  region: string;
  owner_id: string;
  file_name: string;
  object_key: string;
  state: 'WAITING' | 'APPLYING' | 'DONE' | 'REFUSED';
  reason: string | null;
  params: Record<string, string | number> | null;
  rows_total: number;
  rows_done: number;
  rows_good: number;
  fen_good: number;
  report_key: string | null;
  created_at: string;
  finished_at: string | null;
}

const COLUMNS = `county, id, kind, target_id, region, owner_id, file_name, object_key, state, reason, params, rows_total,
  rows_done, rows_good, fen_good, report_key, created_at, finished_at`;

export const insertJob = statement(
  'imports.insertJob',
  `INSERT INTO import_job (county, id, kind, target_id, region, owner_id, file_name, object_key, state, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'WAITING', $9)`,
);

export const findJob = statement<JobRecord>(
  'imports.findJob',
  `SELECT ${COLUMNS} FROM import_job WHERE county = $1 AND id = $2`,
);

/** What a person sent, the last first: ids begin with their moment. */
export const findSent = statement<JobRecord>(
  'imports.findSent',
  `SELECT ${COLUMNS} FROM import_job WHERE county = $1 AND owner_id = $2 ORDER BY id DESC LIMIT 100`,
);

/** Whoever works on a job holds it: a second one waits, then finds the slice done. */
export const lockJob = statement<JobRecord>(
  'imports.lockJob',
  `SELECT ${COLUMNS} FROM import_job WHERE county = $1 AND id = $2 FOR UPDATE`,
);

export const refuseJob = statement(
  'imports.refuseJob',
  `UPDATE import_job SET state = 'REFUSED', reason = $3, params = $4, finished_at = $5 WHERE county = $1 AND id = $2`,
);

export const beginJob = statement(
  'imports.beginJob',
  `UPDATE import_job SET state = 'APPLYING', rows_total = $3 WHERE county = $1 AND id = $2`,
);

export const countRows = statement(
  'imports.countRows',
  `UPDATE import_job SET rows_done = rows_done + $3, rows_good = rows_good + $4, fen_good = fen_good + $5 WHERE county = $1 AND id = $2`,
);

export const endJob = statement(
  'imports.endJob',
  `UPDATE import_job SET state = 'DONE', finished_at = $3 WHERE county = $1 AND id = $2`,
);

export const keepReport = statement(
  'imports.keepReport',
  'UPDATE import_job SET report_key = $3 WHERE county = $1 AND id = $2',
);

export const insertChunk = statement(
  'imports.insertChunk',
  `INSERT INTO import_chunk (county, job_id, seq, region, owner_id, key_id, sealed)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

export interface ChunkRecord {
  seq: number;
  key_id: string;
  sealed: Buffer;
}

export const nextChunk = statement<ChunkRecord>(
  'imports.nextChunk',
  `SELECT seq, key_id, sealed FROM import_chunk WHERE county = $1 AND job_id = $2 AND NOT done ORDER BY seq LIMIT 1`,
);

export const findDoneChunk = statement<ChunkRecord>(
  'imports.findDoneChunk',
  'SELECT seq, key_id, sealed FROM import_chunk WHERE county = $1 AND job_id = $2 AND seq = $3 AND done',
);

/** The rows make room for their report. */
export const closeChunk = statement(
  'imports.closeChunk',
  'UPDATE import_chunk SET done = true, key_id = $4, sealed = $5 WHERE county = $1 AND job_id = $2 AND seq = $3',
);

export const findOpenJobs = statement<{ id: string; owner_id: string; owner_name: string }>(
  'imports.openJobs',
  `SELECT j.id, j.owner_id, p.name AS owner_name FROM import_job j JOIN person p ON p.id = j.owner_id
    WHERE j.county = $1 AND j.state = 'APPLYING' ORDER BY j.created_at LIMIT 20`,
);

/** Under which words a sender writes its columns. */
export const findColumns = statement<{ title: string; key: string }>(
  'imports.columns',
  'SELECT title, key FROM import_column WHERE county = $1 AND kind = $2 AND target_id = $3',
);

export const saveColumn = statement(
  'imports.saveColumn',
  `INSERT INTO import_column (county, kind, target_id, title, key) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (county, kind, target_id, title) DO UPDATE SET key = excluded.key`,
);

/** A file that was refused is looked at anew, once its columns are known. */
export const readAgain = statement(
  'imports.readAgain',
  `UPDATE import_job SET state = 'WAITING', reason = NULL, params = NULL
    WHERE county = $1 AND id = $2 AND state = 'REFUSED' AND reason = 'SHEET_COLUMNS_MISSING'`,
);
