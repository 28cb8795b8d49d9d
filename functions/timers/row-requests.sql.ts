import type { RowAnswered, RowTold } from '@shared/messages';
import { statement } from '../adapters';

/** How far back is looked for something to tell, in days: a decision takes five working days, late ones some more. */
const LOOK_BACK = 120;

export interface RowNews {
  id: string;
  notice_id: string;
  village: string;
  village_name: string;
  case_id: string | null;
  person_id: string | null;
  freeze_due_on: string;
  news: (RowTold | RowAnswered)[];
}

/** What has happened to wishes about rows and has not been told yet, each once. */
export const takeRowNews = statement<RowNews>(
  'rows.news',
  `UPDATE notice_request q SET told = q.told || n.news
     FROM (SELECT county, id, ARRAY(SELECT code FROM unnest(ARRAY[
              'ROW_ASKED',
              CASE WHEN frozen_at IS NOT NULL THEN 'ROW_FROZEN' END,
              CASE WHEN outcome IS NOT NULL THEN 'ROW_DECIDED' END,
              CASE WHEN frozen_at IS NULL AND freeze_due_on < $2 THEN 'ROW_FREEZE_LATE' END,
              CASE WHEN outcome IS NULL AND decide_due_on < $2 THEN 'ROW_DECIDE_LATE' END]) AS code
             WHERE code IS NOT NULL AND code <> ALL (told)) AS news
             FROM notice_request WHERE county = $1 AND asked_at >= $2::date - ${LOOK_BACK}) n
    WHERE q.county = n.county AND q.id = n.id AND n.news <> '{}'
   RETURNING q.id, q.notice_id, q.village, (SELECT name FROM region v WHERE v.code = q.village) AS village_name, q.case_id,
             q.person_id, q.freeze_due_on, n.news`,
);

export const findFamily = statement<{ person_id: string }>(
  'rows.family',
  `SELECT person_id FROM case_party WHERE county = $1 AND case_id = $2 AND stands_as = 'HOUSEHOLD' ORDER BY person_id`,
);
