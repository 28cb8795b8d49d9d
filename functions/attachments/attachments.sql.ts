import { statement } from '../adapters';

export const insertAttachment = statement(
  'attachments.insert',
  `INSERT INTO attachment (county, id, owner_id, kind, content_type, size, object_key, state, created_at, seconds)
   VALUES ($1, $2, $3, $4, $5, $6, $7, 'STARTED', $8, $9)`,
);

export interface AttachmentRow {
  id: string;
  owner_id: string;
  content_type: string;
  size: number;
  object_key: string;
  state: 'STARTED' | 'READY';
  case_id: string | null;
  village: string | null;
  created_at: string;
  seconds: number | null;
}

export const findAttachment = statement<AttachmentRow>(
  'attachments.find',
  `SELECT id, owner_id, content_type, size, object_key, state, case_id, village, created_at, seconds
     FROM attachment WHERE county = $1 AND id = $2`,
);

export const finishAttachment = statement(
  'attachments.finish',
  `UPDATE attachment SET state = 'READY', size = $3, sha256 = $4, object_key = $5, content_type = $6
    WHERE county = $1 AND id = $2 AND state = 'STARTED'`,
);
