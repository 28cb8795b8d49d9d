-- Data comparison in lists: one a department, over many cases (domain.md 3.1, 5). A list holds no name and no ID number:
-- those are read from the cases at the moment when the file is made.

-- Of a DEPT: the department that it answers for.
ALTER TABLE person_grant ADD COLUMN department text;

CREATE TABLE comparison_list (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  list_no     text        NOT NULL,
  department  text        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('WAITING_APPROVAL', 'READY', 'DECLINED')),
  people      int         NOT NULL,
  cases       int         NOT NULL,
  created_by  text        NOT NULL REFERENCES person (id),
  created_at  timestamptz NOT NULL,
  -- A long list needs a second person (domain.md 6.7): never the one who made it.
  approved_by text        REFERENCES person (id),
  approved_at timestamptz,
  PRIMARY KEY (county, id),
  UNIQUE (county, list_no),
  CHECK (approved_by IS NULL OR approved_by <> created_by)
);
CREATE INDEX comparison_list_by_time ON comparison_list (county, created_at DESC);

CREATE TABLE comparison_item (
  county      char(6) NOT NULL,
  list_id     text    NOT NULL,
  -- What the department sees instead of our case and person: digits with a check digit.
  code        text    NOT NULL,
  case_id     text    NOT NULL,
  member_key  text    NOT NULL,
  -- Keyed hash of the ID number that was asked about: the answer must be about the same person.
  digest      bytea   NOT NULL,
  answered_at timestamptz,
  PRIMARY KEY (county, code),
  FOREIGN KEY (county, list_id) REFERENCES comparison_list (county, id)
);
CREATE INDEX comparison_item_by_list ON comparison_item (county, list_id);
CREATE INDEX comparison_item_by_case ON comparison_item (county, case_id);

ALTER TABLE comparison_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE comparison_list FORCE ROW LEVEL SECURITY;
ALTER TABLE comparison_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE comparison_item FORCE ROW LEVEL SECURITY;

-- The county's alone: a township's or a village's connection sees none of it.
CREATE POLICY county_only ON comparison_list USING (in_scope(county));
CREATE POLICY county_only ON comparison_item USING (in_scope(county));

GRANT SELECT, INSERT, UPDATE (state, approved_by, approved_at) ON comparison_list TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (answered_at) ON comparison_item TO shouwang_app;
