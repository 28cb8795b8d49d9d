import type { ConfirmWay } from '@shared/measures';
import { statement } from '../adapters';
import type { MeasureRow } from '../runtime/help/measures.sql';

export interface HelperRow {
  id: string;
  case_id: string;
  village: string;
  person_id: string;
  name: string;
  unit: string;
  position: string;
  phone: string;
  start_on: string;
  ended_at: string | null;
  key_id: string;
  reason: Buffer;
}

const HELPER = `SELECT h.id, h.case_id, h.village, h.person_id, p.name, h.unit, h.position, h.phone, h.start_on, h.ended_at,
       h.key_id, h.reason FROM helper_assignment h JOIN person p ON p.id = h.person_id`;

/** Now and before, the newest first. */
export const findHelpers = statement<HelperRow>(
  'measures.helpers',
  `${HELPER} WHERE h.county = $1 AND h.case_id = $2 ORDER BY h.ended_at DESC NULLS FIRST, h.assigned_at DESC, h.id DESC LIMIT 50`,
);

/** Families of which a person is the helper now. */
export const findHelped = statement<HelperRow>(
  'measures.helped',
  `${HELPER} WHERE h.person_id = $1 AND h.ended_at IS NULL ORDER BY h.case_id LIMIT 100`,
);

export const findHelperNow = statement<HelperRow>(
  'measures.helperNow',
  `${HELPER} WHERE h.county = $1 AND h.case_id = $2 AND h.ended_at IS NULL`,
);

export const endHelper = statement(
  'measures.endHelper',
  'UPDATE helper_assignment SET ended_at = $3 WHERE county = $1 AND case_id = $2 AND ended_at IS NULL',
);

export const insertHelper = statement(
  'measures.insertHelper',
  `INSERT INTO helper_assignment (county, id, case_id, village, person_id, unit, position, phone, assigned_by, start_on,
                                  assigned_at, key_id, reason)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

/** Two who assign the last free place of one person at once take turns. */
export const lockHelper = statement('measures.lockHelper', 'SELECT pg_advisory_xact_lock(hashtext($1))');

/** Who serves at a village in an office that may help, with the families of each in the county. */
export const findCandidates = statement<{
  person_id: string;
  name: string;
  office: string;
  families: number;
}>(
  'measures.candidates',
  `SELECT DISTINCT ON (g.person_id) g.person_id, p.name, r.name AS office,
          (SELECT count(*)::int FROM helper_assignment h WHERE h.county = $1 AND h.person_id = g.person_id
              AND h.ended_at IS NULL) AS families
     FROM serving g JOIN person p ON p.id = g.person_id
     JOIN region r ON r.code = rpad(g.region, 12, '0')
    WHERE g.county = $1 AND starts_with($2, g.region) AND g.stead_of IS NULL
      AND g.role IN ('HELPER', 'VILLAGE', 'TASKFORCE', 'TOWN_CLERK', 'TOWN_LEADER', 'COUNTY_CLERK', 'COUNTY_LEADER')
      AND g.from_day <= $3 AND (g.until_day IS NULL OR g.until_day >= $3)
      AND NOT EXISTS (SELECT 1 FROM case_party c
                       WHERE c.county = $1 AND c.case_id = $4 AND c.person_id = g.person_id)
    ORDER BY g.person_id, length(g.region) DESC`,
);

export interface PlanRow {
  id: string;
  needs: string[];
  made_at: string;
  made_by_name: string;
  key_id: string;
  words: Buffer;
  signed_at: string | null;
  how: ConfirmWay | null;
}

export const findPlans = statement<PlanRow>(
  'measures.plans',
  `SELECT s.id, s.needs, s.made_at, p.name AS made_by_name, s.key_id, s.words, s.signed_at, s.how
     FROM support_plan s JOIN person p ON p.id = s.made_by
    WHERE s.county = $1 AND s.case_id = $2 ORDER BY s.made_at DESC, s.id DESC LIMIT 50`,
);

export const insertPlan = statement(
  'measures.insertPlan',
  `INSERT INTO support_plan (county, id, case_id, village, needs, made_by, made_at, key_id, words)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const signPlan = statement(
  'measures.signPlan',
  `UPDATE support_plan SET signed_at = $4, signed_by = $5, how = $6, signature = $7
    WHERE county = $1 AND id = $2 AND case_id = $3 AND signed_at IS NULL`,
);

/** Handed to the caller's department, the database shows no other: what waits for it first, what did not come before all. */
export const findHanded = statement<MeasureRow>(
  'measures.handed',
  `SELECT id, case_id, village, version, state, key_id, sealed FROM support_measure
    WHERE county = $1 AND owner = ANY($2::text[]) AND starts_with(village, $3)
      AND state IN ('PLANNED', 'CONFIRMED', 'IN_PROGRESS', 'LANDED', 'EFFECTIVE')
    ORDER BY (NOT disputed), array_position('{CONFIRMED,IN_PROGRESS}'::text[], state) IS NULL,
             (state IN ('LANDED', 'EFFECTIVE')), due_on NULLS LAST, id LIMIT $4`,
);

/** How many of them the department can do something about ($4 the states), up to 999. */
export const countHanded = statement<{ left: number }>(
  'measures.countHanded',
  `SELECT count(*)::int AS "left" FROM (
     SELECT 1 FROM support_measure
      WHERE county = $1 AND owner = ANY($2::text[]) AND starts_with(village, $3) AND state = ANY($4::text[])
      LIMIT 999) AS waiting`,
);

export const isHanded = statement<{ owner: string; village: string }>(
  'measures.isHanded',
  'SELECT owner, village FROM support_measure WHERE county = $1 AND case_id = $2 AND owner = ANY($3::text[]) LIMIT 1',
);

/** How the help of each family on the list stands, from plain columns alone. */
export const findFamilies = statement<{
  /** Where in the list it stands: what is late or did not come first, then by case. */
  place: string;
  id: string;
  case_no: string;
  head_name: string;
  village_group: string;
  village_name: string;
  member_count: number | null;
  included_at: string;
  helper: string | null;
  plan_signed: boolean;
  reached: number;
  late: number;
  not_received: number;
  last_visit: string | null;
}>(
  'measures.families',
  `SELECT r.place, r.id, r.case_no, r.head_name, r.village_group, v.name AS village_name, r.member_count,
          (SELECT max(e.at) FROM case_event e
            WHERE e.county = r.county AND e.case_id = r.id AND e.type = 'HouseholdIncluded') AS included_at,
          (SELECT p.name FROM helper_assignment h JOIN person p ON p.id = h.person_id
            WHERE h.county = r.county AND h.case_id = r.id AND h.ended_at IS NULL) AS helper,
          EXISTS (SELECT 1 FROM support_plan s
                   WHERE s.county = r.county AND s.case_id = r.id AND s.signed_at IS NOT NULL) AS plan_signed,
          r.reached, r.late, r.not_received,
          (SELECT max(w.on_day) FROM follow_up w
            WHERE w.county = r.county AND w.case_id = r.id AND w.cadence <> 'EVENT' AND w.result <> 'UNREACHABLE') AS last_visit
     FROM (SELECT c.county, c.id, c.case_no, c.head_name, c.village_group, c.village, c.member_count,
                  m.reached, m.late, m.not_received,
                  CASE WHEN m.late > 0 OR m.not_received > 0 THEN '0' ELSE '1' END || c.id AS place
             FROM case_row c
            CROSS JOIN LATERAL (
              SELECT count(*) FILTER (WHERE state IN ('LANDED', 'EFFECTIVE', 'CLOSED'))::int AS reached,
                     count(*) FILTER (WHERE state IN ('PLANNED', 'CONFIRMED', 'IN_PROGRESS') AND due_on < $4)::int AS late,
                     count(*) FILTER (WHERE disputed)::int AS not_received
                FROM support_measure m WHERE m.county = c.county AND m.case_id = c.id) m
            WHERE c.county = $1 AND c.state = 'INCLUDED' AND starts_with(c.village, $2)
              AND NOT EXISTS (SELECT 1 FROM case_party p
                               WHERE p.county = c.county AND p.case_id = c.id AND p.person_id = $3)) r
     JOIN region v ON v.code = r.village
    WHERE r.place > $5
    ORDER BY r.place LIMIT $6`,
);
