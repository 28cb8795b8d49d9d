-- What a family answered to the question of a rule (domain.md 7): it says what may be asked for, and decides nothing.
CREATE TABLE policy_answer (
  county     char(6)     NOT NULL,
  case_id    text        NOT NULL,
  village    text        NOT NULL REFERENCES region (code),
  member_key text        NOT NULL DEFAULT '',
  fact       text        NOT NULL,
  -- Yes, no or not known, sealed: some of the questions are about health.
  key_id     text        NOT NULL,
  sealed     bytea       NOT NULL,
  person_id  text        NOT NULL REFERENCES person (id),
  at         timestamptz NOT NULL,
  PRIMARY KEY (county, case_id, member_key, fact),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id)
);
ALTER TABLE policy_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY region_or_family ON policy_answer USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = policy_answer.county AND p.case_id = policy_answer.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person())
       THEN true ELSE false END
);
GRANT SELECT, INSERT, UPDATE (key_id, sealed, person_id, at) ON policy_answer TO shouwang_app;

-- What a region says otherwise about a policy, for a time. Anybody may read what is in force; a county proposes and
-- another person of it puts it in force. A row is never changed but by that.
CREATE TABLE policy_override (
  id           text        PRIMARY KEY,
  region       text        NOT NULL CHECK (region ~ '^(\d{2}|\d{4}|\d{6})$'),
  code         text        NOT NULL,
  valid_from   date        NOT NULL,
  valid_to     date        CHECK (valid_to >= valid_from),
  off          boolean     NOT NULL,
  change       jsonb       NOT NULL,
  proposed_by  text        NOT NULL REFERENCES person (id),
  proposed_at  timestamptz NOT NULL,
  published_by text        REFERENCES person (id),
  published_at timestamptz,
  dropped_at   timestamptz,
  CHECK ((published_by IS NULL) = (published_at IS NULL)),
  CHECK (published_by <> proposed_by),
  CHECK (published_at IS NULL OR dropped_at IS NULL)
);
CREATE INDEX policy_override_by_region ON policy_override (region, code, valid_from);
ALTER TABLE policy_override ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_override FORCE ROW LEVEL SECURITY;
CREATE POLICY published_read ON policy_override FOR SELECT USING (published_at IS NOT NULL);
CREATE POLICY own_county ON policy_override USING (in_scope(region));
GRANT SELECT, INSERT, UPDATE (published_by, published_at, dropped_at, valid_to) ON policy_override TO shouwang_app;

-- 「请村里帮我办」: a family asks the village to see to a policy for it; `fact` is the policy's code.
ALTER TABLE household_request DROP CONSTRAINT household_request_kind_check;
ALTER TABLE household_request ADD CONSTRAINT household_request_kind_check
  CHECK (kind IN ('CORRECTION', 'VISIT', 'POLICY', 'PAYMENT'));
ALTER TABLE household_request DROP CONSTRAINT household_request_outcome_check;
ALTER TABLE household_request ADD CONSTRAINT household_request_outcome_check
  CHECK (outcome IN ('CORRECTED', 'KEPT', 'VISIT', 'HELPED'));
