-- The helper follows the families that are assigned now (domain.md 1.1, 3.5): reads what is known of them, hands in the sheet of
-- a quarter, says what was done about a task. With the assignment all of it is over; no other family of the village is shown.
ALTER POLICY region_or_family ON household_fact USING (
  CASE WHEN in_scope(village) THEN true
       WHEN helps(county, case_id) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = household_fact.county AND p.case_id = household_fact.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true ELSE false END
);
ALTER POLICY region_or_family ON household_fact RENAME TO region_helper_or_family;

ALTER POLICY region_or_family ON household_change USING (
  CASE WHEN in_scope(village) THEN true
       WHEN helps(county, case_id) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = household_change.county AND p.case_id = household_change.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true ELSE false END
);
ALTER POLICY region_or_family ON household_change RENAME TO region_helper_or_family;

ALTER POLICY region_or_family ON quarterly_ledger USING (
  CASE WHEN in_scope(village) THEN true
       WHEN helps(county, case_id) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = quarterly_ledger.county AND p.case_id = quarterly_ledger.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true ELSE false END
);
ALTER POLICY region_or_family ON quarterly_ledger RENAME TO region_helper_or_family;

ALTER POLICY region ON follow_task USING (
  CASE WHEN in_scope(village) THEN true WHEN helps(county, case_id) THEN true ELSE false END
);
ALTER POLICY region ON follow_task RENAME TO region_or_helper;
