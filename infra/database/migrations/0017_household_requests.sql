-- 「这里不对」: a family says that something we hold about it is wrong, or asks for a new visit. Staff answer by a date,
-- with a reason. What was said on either side is sealed.

CREATE TABLE household_request (
  county        char(6)     NOT NULL,
  id            text        NOT NULL,
  case_id       text        NOT NULL,
  village       text        NOT NULL REFERENCES region (code),
  person_id     text        NOT NULL REFERENCES person (id),
  kind          text        NOT NULL CHECK (kind IN ('CORRECTION', 'VISIT')),
  -- Which of the facts (shared/casework/family-view.ts); with a member's key where it is about one.
  fact          text        NOT NULL,
  member_key    text        NOT NULL DEFAULT '',
  key_id        text        NOT NULL,
  sealed        bytea       NOT NULL,
  asked_at      timestamptz NOT NULL,
  due_on        date        NOT NULL,
  outcome       text        CHECK (outcome IN ('CORRECTED', 'KEPT', 'VISIT')),
  answered_at   timestamptz,
  answered_by   text        REFERENCES person (id),
  answer_key_id text,
  answer        bytea,
  PRIMARY KEY (county, id),
  CHECK ((outcome IS NULL) = (answered_at IS NULL)),
  CHECK ((outcome IS NULL) = (answered_by IS NULL)),
  CHECK ((outcome IS NULL) = (answer IS NULL)),
  CHECK ((outcome IS NULL) = (answer_key_id IS NULL))
);
CREATE INDEX household_request_by_case ON household_request (county, case_id, asked_at);
CREATE INDEX household_request_open ON household_request (county, village, due_on, id) WHERE outcome IS NULL;
-- The same thing is asked once at a time, however often it is tapped.
CREATE UNIQUE INDEX household_request_once ON household_request (county, case_id, kind, fact, member_key)
  WHERE outcome IS NULL;

ALTER TABLE household_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_request FORCE ROW LEVEL SECURITY;

CREATE POLICY region_or_party ON household_request USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = household_request.county AND p.case_id = household_request.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person())
       THEN true ELSE false END
);

GRANT SELECT, INSERT, UPDATE (outcome, answered_at, answered_by, answer_key_id, answer) ON household_request
  TO shouwang_app;
