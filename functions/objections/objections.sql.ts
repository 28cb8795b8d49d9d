import { statement } from '../adapters';

export const findNoticeContent = statement<{ content: unknown; village: string; hidden: number[] | null }>(
  'objections.notice',
  `SELECT content, village,
          (SELECT array_agg(place) FROM notice_request q, unnest(q.rows) AS place
            WHERE q.county = notice.county AND q.notice_id = notice.id AND q.frozen_at IS NOT NULL
              AND q.outcome IS DISTINCT FROM 'KEPT') AS hidden
     FROM notice
    WHERE county = $1 AND id = $2 AND kind = 'PROPOSED_INCLUSION' AND ended_at IS NULL`,
);

/** Cases of a village's notices of the last year to which somebody objected, newest notice first. */
export const findObjectedCases = statement<{ case_id: string }>(
  'objections.cases',
  `SELECT DISTINCT ON (n.seq, c.case_id) c.case_id
     FROM notice n JOIN notice_case c ON c.county = n.county AND c.notice_id = n.id
    WHERE n.county = $1 AND n.village = $2 AND n.kind = 'PROPOSED_INCLUSION' AND n.last_day >= $3::date - 365
      AND EXISTS (SELECT 1 FROM case_event e
                   WHERE e.county = c.county AND e.case_id = c.case_id AND e.type = 'ObjectionFiled')
    ORDER BY n.seq DESC, c.case_id`,
);

export interface TicketedRow {
  id: string;
  content_type: string;
  size: number;
  object_key: string;
  state: 'STARTED' | 'READY';
}

export const findTicketed = statement<TicketedRow>(
  'objections.ticketed',
  `SELECT id, content_type, size, object_key, state FROM attachment
    WHERE county = $1 AND id = $2 AND ticket = $3 AND case_id IS NULL`,
);

/** Ties a file to the case objected to; its ticket opens nothing from then on. */
export const handInFile = statement(
  'objections.handInFile',
  `UPDATE attachment SET case_id = $4, village = $5, ticket = NULL
    WHERE county = $1 AND id = $2 AND ticket = $3 AND case_id IS NULL AND state = 'READY'
      AND (kind = 'VOICE') = $6`,
);
