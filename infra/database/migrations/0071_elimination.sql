-- The way off the register and back (风险消除、回退; domain.md 3.6): a history of its own beside the case's, written once. The
-- row of the register is folded from it in the same transaction and guarded by its version.

CREATE TABLE elimination_event (
  county       char(6)     NOT NULL,
  case_id      text        NOT NULL,
  seq          int         NOT NULL CHECK (seq > 0),
  village      text        NOT NULL,
  type         text        NOT NULL,
  from_status  text        NOT NULL,
  to_status    text        NOT NULL,
  actor_person text        NOT NULL,
  actor_role   text        NOT NULL,
  at           timestamptz NOT NULL,
  key_id       text        NOT NULL,
  sealed       bytea       NOT NULL,
  request_id   text,
  PRIMARY KEY (county, case_id, seq),
  FOREIGN KEY (county, case_id) REFERENCES monitored_household (county, case_id)
);

ALTER TABLE elimination_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE elimination_event FORCE ROW LEVEL SECURITY;
CREATE POLICY region_or_party ON elimination_event USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = elimination_event.county AND p.case_id = elimination_event.case_id
                       AND p.person_id = scope_person())
       THEN true ELSE false END
);
GRANT SELECT, INSERT ON elimination_event TO shouwang_app;

-- Where a proposal stands and what its timers wait for: the last day of its publicity, the months of visits after a mark.
ALTER TABLE monitored_household
  ADD COLUMN step            text CHECK (step IN ('PROPOSED', 'VERIFY', 'APPRAISAL', 'PUBLICITY', 'TOWN', 'COUNTY', 'MARK')),
  ADD COLUMN publicity_until date;
GRANT UPDATE (step, publicity_until) ON monitored_household TO shouwang_app;
CREATE INDEX monitored_household_publicity ON monitored_household (county, publicity_until) WHERE step = 'PUBLICITY';
CREATE INDEX monitored_household_observed ON monitored_household (county, observe_until) WHERE status = 'ELIMINATED';
CREATE INDEX monitored_household_due ON monitored_household (county, due_on) WHERE step IS NOT NULL;
