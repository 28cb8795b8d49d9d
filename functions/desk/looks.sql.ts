import { statement } from '../adapters';

/**
 * Notes a look and gives the version that the person knew before this sitting began, null at the first look. $7 is
 * the instant since which looks belong to one sitting; another session is another sitting.
 */
export const noteLook = statement<{ seen_version: number | null }>(
  'desk.look',
  `INSERT INTO case_look AS l (county, case_id, person_id, session, version, seen_version, at)
   VALUES ($1, $2, $3, $4, $5, NULL, $6)
   ON CONFLICT (county, case_id, person_id) DO UPDATE
     SET seen_version = CASE WHEN l.at > $7 AND l.session IS NOT DISTINCT FROM excluded.session
                             THEN l.seen_version ELSE l.version END,
         session = excluded.session, version = excluded.version, at = excluded.at
   RETURNING seen_version`,
);

/** What a person has looked at in this session since an instant. */
export const findLooks = statement<{ case_id: string; version: number; at: string }>(
  'desk.looks',
  `SELECT case_id, version, at FROM case_look
    WHERE person_id = $1 AND case_id = ANY ($2::text[]) AND session IS NOT DISTINCT FROM $3 AND at > $4`,
);
