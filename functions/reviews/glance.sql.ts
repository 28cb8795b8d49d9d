import { statement } from '../adapters';

/** A move of a case that was not taken back within its seconds: the taking back is the very next event. */
const kept = (event: string) => `
       ${event}.from_state <> ${event}.to_state AND ${event}.type <> 'DecisionUndone'
       AND NOT EXISTS (SELECT 1 FROM case_event u
                        WHERE u.county = $1 AND u.case_id = ${event}.case_id AND u.seq = ${event}.seq + 1
                          AND u.type = 'DecisionUndone')`;

/**
 * Every fact that the office at a glance counts, one row each; numbers and lists are read from these same words, so that
 * they cannot differ. $1 county, $2 region, $3 caller, $4 begin of the period, $5 today, $6 states in which a case is over.
 * A case to which the caller is a party is nobody's number here, as in the queue.
 */
const FACTS = `
  WITH moves AS (
    SELECT e.case_id, e.seq, e.type, e.from_state, e.to_state, e.at
      FROM case_event e
     WHERE e.county = $1 AND e.at >= $4 AND starts_with(e.village, $2) AND ${kept('e')}),
  decided AS (
    SELECT DISTINCT ON (m.case_id) m.case_id, m.at FROM moves m
     WHERE m.to_state IN ('ANNOUNCED', 'REJECTED')
       AND NOT EXISTS (SELECT 1 FROM case_event b
                        WHERE b.county = $1 AND b.case_id = m.case_id AND b.seq < m.seq
                          AND ${kept('b')} AND b.to_state IN ('ANNOUNCED', 'REJECTED'))
     ORDER BY m.case_id, m.seq),
  stays AS (
    SELECT m.case_id, m.from_state, m.at, extract(epoch FROM m.at - b.at) / 86400 AS days
      FROM moves m CROSS JOIN LATERAL (
           SELECT e.at FROM case_event e
            WHERE e.county = $1 AND e.case_id = m.case_id AND e.seq < m.seq AND ${kept('e')}
            ORDER BY e.seq DESC LIMIT 1) AS b),
  named AS (
    SELECT 'CAME_IN' AS what, '' AS part, case_id, at, NULL::float8 AS days FROM moves WHERE type = 'ReportSubmitted'
    UNION ALL
    SELECT 'WENT_OUT', '', case_id, max(at), NULL FROM moves
     WHERE to_state = ANY ($6::text[]) AND from_state <> ALL ($6::text[]) GROUP BY case_id
    UNION ALL
    SELECT 'DECIDED', '', case_id, at, NULL FROM decided
    UNION ALL
    SELECT 'ON_TIME', '', d.case_id, d.at, NULL FROM decided d JOIN case_row r ON r.county = $1 AND r.id = d.case_id
     WHERE (d.at AT TIME ZONE 'Asia/Shanghai')::date <= r.cap_due_on
    UNION ALL
    SELECT 'STEP', from_state, case_id, at, days FROM stays
    UNION ALL
    SELECT 'OPEN', '', id, clued_at, NULL FROM case_row
     WHERE county = $1 AND open AND starts_with(village, $2)
    UNION ALL
    SELECT 'OVERDUE', holder, id, clued_at, NULL FROM case_row
     WHERE county = $1 AND open AND due_on < $5::date AND starts_with(village, $2)),
  facts AS (
    SELECT n.*, r.village FROM named n JOIN case_row r ON r.county = $1 AND r.id = n.case_id
     WHERE NOT EXISTS (SELECT 1 FROM case_party p
                        WHERE p.county = $1 AND p.case_id = n.case_id AND p.person_id = $3))`;

/** `village` is null in the rows of the whole region. */
export const countFacts = statement<{
  what: string;
  part: string;
  village: string | null;
  cases: number;
  days: number | null;
}>(
  'reviews.glance',
  `${FACTS}
   SELECT what, part, village, count(DISTINCT case_id) AS cases,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS days
     FROM facts GROUP BY GROUPING SETS ((what, part), (what, part, village)) ORDER BY what, part, village NULLS FIRST`,
);

/** The cases of one number, by id; $7 which, $8 and $9 part and village or '', $10 the last id of the page before. */
export const listFacts = statement<{
  id: string;
  case_no: string;
  head_name: string;
  village_name: string;
  state: string;
  due_on: string | null;
  days: number | null;
}>(
  'reviews.glanceCases',
  `${FACTS}
   SELECT r.id, r.case_no, r.head_name, v.name AS village_name, r.state, r.due_on, f.days
     FROM (SELECT case_id, max(days) AS days FROM facts
            WHERE what = $7 AND ($8 = '' OR part = $8) AND ($9 = '' OR village = $9) AND case_id > $10
            GROUP BY case_id ORDER BY case_id LIMIT $11) AS f
     JOIN case_row r ON r.county = $1 AND r.id = f.case_id JOIN region v ON v.code = r.village
    ORDER BY r.id`,
);
