import { statement } from '../adapters';

export const findNoticeContent = statement<{ content: unknown }>(
  'objections.notice',
  `SELECT content FROM notice
    WHERE county = $1 AND id = $2 AND kind = 'PROPOSED_INCLUSION' AND ended_at IS NULL`,
);
