-- Problems that inspection, audit, petitions, assessors or an office itself found (domain.md 8.3 ledger 10): entered from above
-- with a day, taken on by somebody, put right with proof, and closed by another person than the one who put it right.

CREATE TABLE problem (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  -- Where: a village, a township or the county, with its 12 digits.
  region      text        NOT NULL REFERENCES region (code),
  case_id     text,
  -- Of whom it is asked besides the place.
  department  text,
  source      text        NOT NULL CHECK (source IN ('SUPERVISION', 'AUDIT', 'PETITION', 'THIRD_PARTY', 'SELF')),
  -- What was found, what was done, and what who looked at it said: sealed.
  key_id      text        NOT NULL,
  sealed      bytea       NOT NULL,
  due_on      date        NOT NULL,
  entered_by  text        NOT NULL REFERENCES person (id),
  entered_at  timestamptz NOT NULL,
  claimed_by  text        REFERENCES person (id),
  claimed_at  timestamptz,
  mended_by   text        REFERENCES person (id),
  -- In whose stead it was put right.
  mended_for  text        REFERENCES person (id),
  mended_at   timestamptz,
  photo_ids   text[]      NOT NULL DEFAULT '{}',
  closed_by   text        REFERENCES person (id),
  closed_at   timestamptz,
  -- How often it was given back as not put right yet.
  given_back  int         NOT NULL DEFAULT 0 CHECK (given_back >= 0),
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
  CHECK ((mended_by IS NULL) = (mended_at IS NULL) AND (mended_by IS NULL OR claimed_by IS NOT NULL)),
  CHECK ((closed_by IS NULL) = (closed_at IS NULL) AND (closed_by IS NULL OR mended_by IS NOT NULL)),
  CHECK (closed_by IS NULL OR closed_by <> mended_by)
);
CREATE INDEX problem_open ON problem (county, due_on, id) WHERE closed_at IS NULL;
CREATE INDEX problem_closed ON problem (county, closed_at DESC, id DESC) WHERE closed_at IS NOT NULL;
CREATE INDEX problem_entered ON problem (county, region text_pattern_ops, entered_at);

ALTER TABLE problem ENABLE ROW LEVEL SECURITY;
ALTER TABLE problem FORCE ROW LEVEL SECURITY;
-- A department reads what is asked of it, inside its own place.
CREATE POLICY region_or_department ON problem USING (
  CASE WHEN in_scope(region) THEN true
       WHEN EXISTS (SELECT 1 FROM person_grant g
                     WHERE g.county = problem.county AND g.person_id = scope_person() AND g.role = 'DEPT'
                       AND g.department = problem.department AND starts_with(problem.region, g.region))
       THEN true ELSE false END
);

GRANT SELECT, INSERT,
  UPDATE (key_id, sealed, claimed_by, claimed_at, mended_by, mended_for, mended_at, photo_ids, closed_by, closed_at, given_back)
  ON problem TO shouwang_app;
