-- A coming or going of a person, or a new risk, that was written down by mistake is taken back (domain.md 3.5, 3.8): the record stays
-- with who took it back, when and why. Facts and tasks say which record wrote them, so that they go with it.
ALTER TABLE household_fact ADD COLUMN record text;
-- A task that several records ask for goes with the last of them.
ALTER TABLE follow_task ADD COLUMN records text[] NOT NULL DEFAULT '{}';
ALTER TABLE household_change
  DROP CONSTRAINT household_change_state_check,
  ADD CHECK (state IN ('TOLD', 'TOWN', 'COUNTY', 'DONE', 'REFUSED', 'TAKEN_BACK')),
  ADD COLUMN back_by  text REFERENCES person (id),
  ADD COLUMN back_at  timestamptz,
  ADD COLUMN back_key text,
  ADD COLUMN back     bytea,
  ADD CHECK (num_nulls(back_by, back_at, back_key, back) IN (0, 4)),
  ADD CHECK ((state = 'TAKEN_BACK') = (back_at IS NOT NULL)),
  ADD CHECK (state <> 'TAKEN_BACK' OR NOT by_family);

-- What was written before names its record by the moment and the hand that both were written by.
ALTER TABLE household_fact NO FORCE ROW LEVEL SECURITY;
ALTER TABLE household_change NO FORCE ROW LEVEL SECURITY;
ALTER TABLE follow_up NO FORCE ROW LEVEL SECURITY;
ALTER TABLE follow_task NO FORCE ROW LEVEL SECURITY;
UPDATE household_fact f SET record = c.id
  FROM household_change c
 WHERE c.county = f.county AND c.case_id = f.case_id AND c.state = 'DONE' AND NOT c.by_family AND f.corrects IS NULL
   AND f.valid_from = c.happened_on AND f.recorded_at = coalesce(c.answered_at, c.said_at)
   AND f.recorded_by = coalesce(c.answered_by, c.said_by);
UPDATE household_fact f SET record = u.id
  FROM follow_up u
 WHERE u.county = f.county AND u.case_id = f.case_id AND f.fact = 'RISKS' AND f.corrects IS NULL
   AND f.valid_from = u.on_day AND f.recorded_at = u.at AND f.recorded_by = u.by_id;
UPDATE follow_task t SET records = ARRAY(
  SELECT c.id FROM household_change c
   WHERE c.county = t.county AND c.case_id = t.case_id AND c.state = 'DONE' AND NOT c.by_family
     AND coalesce(c.answered_at, c.said_at) = t.created_at)
 WHERE t.kind IN ('STOP_PAYMENTS', 'REASSESS_LABOUR', 'PAPERS_OF_CHANGE');
UPDATE follow_task t SET records = ARRAY(
  SELECT u.id FROM follow_up u WHERE u.county = t.county AND u.case_id = t.case_id AND u.at = t.created_at)
 WHERE t.kind = 'REPLAN';
ALTER TABLE household_fact FORCE ROW LEVEL SECURITY;
ALTER TABLE household_change FORCE ROW LEVEL SECURITY;
ALTER TABLE follow_up FORCE ROW LEVEL SECURITY;
ALTER TABLE follow_task FORCE ROW LEVEL SECURITY;

GRANT UPDATE (back_by, back_at, back_key, back) ON household_change TO shouwang_app;
GRANT UPDATE (records) ON follow_task TO shouwang_app;
