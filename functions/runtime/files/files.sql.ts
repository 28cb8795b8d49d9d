import { statement } from '../../adapters';

export const insertAttachment = statement(
  'files.insert',
  `INSERT INTO attachment (county, id, owner_id, kind, content_type, size, object_key, state, created_at, seconds,
                           village, ticket)
   VALUES ($1, $2, $3, $4, $5, $6, $7, 'STARTED', $8, $9, $10, $11)`,
);

export const finishAttachment = statement(
  'files.finish',
  `UPDATE attachment SET state = 'READY', size = $3, sha256 = $4, object_key = $5, content_type = $6
    WHERE county = $1 AND id = $2 AND state = 'STARTED'`,
);
