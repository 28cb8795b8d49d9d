import type { ObjectionChannel, ObjectionVerdict, Satisfaction } from '@shared/casework/codes';
import type { NoticeKind } from '@shared/publicity';
import { statement } from '../adapters';

export interface ListRow {
  village: string;
  kind: NoticeKind;
  content: unknown;
  posted_by: string | null;
  ended: boolean;
}

export const findList = statement<ListRow>(
  'objections.list',
  `SELECT village, kind, content, posted_by, ended_at IS NOT NULL OR last_day < $3 AS ended
     FROM notice WHERE county = $1 AND id = $2`,
);

export interface NotedRow {
  county: string;
  id: string;
  notice_id: string;
  village: string;
  place: number | null;
  about_cadre: boolean;
  channel: ObjectionChannel;
  key_id: string;
  sealed: Buffer;
  filed_at: string;
  due_on: string;
  verdict: ObjectionVerdict | null;
  answered_at: string | null;
  answered_by_name: string | null;
  rating: Satisfaction | null;
  posted_by: string | null;
  content: unknown;
}

const NOTED = `SELECT o.county, o.id, o.notice_id, o.village, o.place, o.about_cadre, o.channel, o.key_id, o.sealed, o.filed_at,
    o.due_on, o.verdict, o.answered_at, p.name AS answered_by_name, o.rating, n.posted_by, n.content
  FROM notice_objection o JOIN notice n ON n.county = o.county AND n.id = o.notice_id
  LEFT JOIN person p ON p.id = o.answered_by`;

export const findNoted = statement<NotedRow>(
  'objections.noted',
  `${NOTED} WHERE o.county = $1 AND o.notice_id = $2 ORDER BY o.answered_at IS NOT NULL, o.due_on, o.id LIMIT 200`,
);

export const findOneNoted = statement<NotedRow>(
  'objections.oneNoted',
  `${NOTED} WHERE o.county = $1 AND o.id = $2 FOR UPDATE OF o`,
);

/** Of a village and the last year, for whoever holds a number. */
export const findNotedOf = statement<NotedRow>(
  'objections.notedOf',
  `${NOTED} WHERE o.county = $1 AND o.village = $2 AND o.filed_at >= $3::timestamptz - interval '1 year'
    ORDER BY o.filed_at DESC LIMIT 1000`,
);

export const insertNoted = statement(
  'objections.insertNoted',
  `INSERT INTO notice_objection (county, id, notice_id, village, place, about_cadre, channel, key_id, sealed, filed_at,
                                 noted_by, due_on)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

export const settleNoted = statement(
  'objections.settle',
  `UPDATE notice_objection SET key_id = $3, sealed = $4, verdict = $5, answered_at = $6, answered_by = $7
    WHERE county = $1 AND id = $2 AND verdict IS NULL`,
);

export const insertRecusal = statement(
  'objections.recuse',
  `INSERT INTO notice_objection_recusal (county, objection_id, village, person_id, said_at)
   VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
);

export const rateNoted = statement(
  'objections.rateNoted',
  'UPDATE notice_objection SET rating = $3 WHERE county = $1 AND id = $2 AND verdict IS NOT NULL AND rating IS NULL',
);
