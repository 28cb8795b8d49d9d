import { statement } from '../adapters';

export interface AttachmentRow {
  id: string;
  owner_id: string | null;
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
