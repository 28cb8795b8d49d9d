import { statement } from '../adapters';

interface Touched {
  village: string;
  families: number;
  due_on: string;
  first: string;
}

/** Marks new tasks as told, village by village. */
export const tellTasks = statement<Touched>(
  'followUps.tellTasks',
  `WITH told AS (UPDATE follow_task SET told_at = $2 WHERE county = $1 AND told_at IS NULL
                 RETURNING village, case_id, due_on, id, done_at)
   SELECT village, count(DISTINCT case_id)::int AS families, min(due_on) AS due_on, min(id) AS first FROM told
    WHERE done_at IS NULL GROUP BY village ORDER BY village`,
);

/** Marks tasks past their day as late, once each. */
export const escalateTasks = statement<Touched>(
  'followUps.escalateTasks',
  `WITH late AS (UPDATE follow_task SET escalated_at = $3
                  WHERE county = $1 AND due_on < $2 AND done_at IS NULL AND escalated_at IS NULL
                 RETURNING village, case_id, due_on, id)
   SELECT village, count(DISTINCT case_id)::int AS families, min(due_on) AS due_on, min(id) AS first FROM late
    GROUP BY village ORDER BY village`,
);

/** Changes that wait for somebody, once at each level. */
export const markChanges = statement<Touched & { state: 'TOLD' | 'TOWN' | 'COUNTY' }>(
  'followUps.markChanges',
  `WITH fresh AS (
     INSERT INTO warning_given (county, case_id, key, village, at)
     SELECT c.county, c.case_id, 'change-' || c.state || '-' || c.id, c.village, $2 FROM household_change c
      WHERE c.county = $1 AND c.state IN ('TOLD', 'TOWN', 'COUNTY')
     ON CONFLICT DO NOTHING RETURNING county, key)
   SELECT c.village, c.state, count(DISTINCT c.case_id)::int AS families, min(c.due_on) AS due_on, min(c.id) AS first
     FROM fresh f JOIN household_change c ON c.county = f.county AND f.key = 'change-' || c.state || '-' || c.id
    GROUP BY c.village, c.state ORDER BY c.village, c.state`,
);

/** Families without the sheet of a quarter that is over, once under a key. */
export const markQuarters = statement<{ village: string; families: number }>(
  'followUps.markQuarters',
  `WITH owing AS (
     INSERT INTO warning_given (county, case_id, key, village, at)
     SELECT m.county, m.case_id, $2, m.village, $5 FROM monitored_household m
      WHERE m.county = $1 AND m.monitored AND m.identified_on <= $4::date
        AND NOT EXISTS (SELECT 1 FROM quarterly_ledger q
                         WHERE q.county = m.county AND q.case_id = m.case_id AND q.quarter = $3 AND NOT q.superseded
                           AND q.state <> 'RETURNED')
     ON CONFLICT DO NOTHING RETURNING village)
   SELECT village, count(*)::int AS families FROM owing GROUP BY village ORDER BY village`,
);
