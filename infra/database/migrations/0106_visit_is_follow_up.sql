-- A visit is the follow-up of its month (domain.md 3.5): what a helper writes down on the phone and what an office records
-- lie in one table, so that one of them is enough for all lists. The words of visits of before stay sealed where they were
-- sealed: was_visit says how they open, and new_risk is the risk they named.
ALTER TABLE follow_up
  -- Made on the phone: the same at each try, so that a visit that was sent twice counts once for ever.
  ADD COLUMN visit_key text,
  ADD COLUMN way       text CHECK (way IN ('HOME', 'PHONE', 'VIDEO')),
  ADD COLUMN was_visit boolean NOT NULL DEFAULT false,
  ADD COLUMN new_risk  text,
  ADD CHECK (was_visit OR new_risk IS NULL);

ALTER TABLE visit NO FORCE ROW LEVEL SECURITY;
ALTER TABLE follow_up NO FORCE ROW LEVEL SECURITY;
INSERT INTO follow_up (county, id, case_id, village, cadence, on_day, result, by_id, by_role, at, key_id, sealed, visit_key, way,
                       was_visit, new_risk)
SELECT county, id, case_id, village, 'MONTH', visited_on, result, person_id, role, recorded_at, key_id, sealed, key, way,
       true, new_risk
  FROM visit;
ALTER TABLE follow_up FORCE ROW LEVEL SECURITY;
DROP TABLE visit;

CREATE UNIQUE INDEX follow_up_once ON follow_up (county, by_id, visit_key) WHERE visit_key IS NOT NULL;

-- The helper reads what was found with the families that are assigned now, and writes it down. A family does not read it.
DROP POLICY region ON follow_up;
CREATE POLICY region_or_helper ON follow_up USING (
  CASE WHEN in_scope(village) THEN true WHEN helps(county, case_id) THEN true ELSE false END
);
