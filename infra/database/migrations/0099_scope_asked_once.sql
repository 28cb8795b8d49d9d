-- The second lock asks once for whom a connection works, not once for every row: the counts of a county read hundreds of
-- thousands of them. `(SELECT …)` is evaluated before the first row; what it lets through is the same.
ALTER POLICY region_or_party ON case_list USING (
  CASE WHEN starts_with(village, (SELECT scope_region())) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_list.county AND p.case_id = case_list.case_id
                       AND p.person_id = (SELECT scope_person()))
       THEN true ELSE false END
);
ALTER POLICY region_or_party ON case_move USING (
  CASE WHEN starts_with(village, (SELECT scope_region())) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_move.county AND p.case_id = case_move.case_id
                       AND p.person_id = (SELECT scope_person()))
       THEN true ELSE false END
);
ALTER POLICY region_or_party ON case_row USING (
  CASE WHEN starts_with(village, (SELECT scope_region())) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_row.county AND p.case_id = case_row.id
                       AND p.person_id = (SELECT scope_person()) AND p.ended_at IS NULL)
       THEN true ELSE false END
);

-- What a count of a county reads of a list stands in the index itself.
DROP INDEX case_list_county;
CREATE INDEX case_list_county ON case_list (county, list, due_key, case_id) INCLUDE (village);
