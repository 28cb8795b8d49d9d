import { statement } from '../adapters';

export const saveDraft = statement(
  'drafts.save',
  `INSERT INTO draft (person_id, key_id, sealed, saved_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT (person_id) DO UPDATE
     SET key_id = excluded.key_id, sealed = excluded.sealed, saved_at = excluded.saved_at`,
);

export const findDraft = statement<{ key_id: string; sealed: Buffer; saved_at: string }>(
  'drafts.find',
  'SELECT key_id, sealed, saved_at FROM draft WHERE person_id = $1',
);

/** One save after the other: a late one must see that the report was handed in meanwhile. Until the transaction ends. */
export const lockDraft = statement(
  'drafts.lock',
  "SELECT pg_advisory_xact_lock(hashtextextended('draft ' || $1, 0))",
);
