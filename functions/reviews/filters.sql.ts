import type { QueueFilter } from '@shared/casework';
import { statement } from '../adapters';

export const findFilters = statement<{ id: string; key_id: string; name: Buffer; filter: QueueFilter }>(
  'reviews.filters',
  'SELECT id, key_id, name, filter FROM saved_filter WHERE person_id = $1 ORDER BY id',
);

export const insertFilter = statement(
  'reviews.insertFilter',
  `INSERT INTO saved_filter (person_id, id, key_id, name, filter, saved_at) VALUES ($1, $2, $3, $4, $5, $6)`,
);

export const deleteFilter = statement(
  'reviews.deleteFilter',
  'DELETE FROM saved_filter WHERE person_id = $1 AND id = $2',
);

/** Two of one person at once: the second counts what the first has written. */
export const lockFilters = statement(
  'reviews.lockFilters',
  "SELECT pg_advisory_xact_lock(hashtextextended('saved_filter/' || $1, 0))",
);
