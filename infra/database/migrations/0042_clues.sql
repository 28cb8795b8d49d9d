-- Clues (domain.md 2.4, 3.1 `DEPT_ALERT` and `CADRE`, 3.5): somebody may be at risk, and her village looks. Who it is and
-- what was said is sealed; a person is found again by a keyed hash. A clue becomes a case, or is answered with a reason;
-- nothing is opened by itself, and who answered stays on record.

CREATE TABLE clue (
  county       char(6)     NOT NULL,
  id           text        NOT NULL,
  village      text        NOT NULL REFERENCES region (code),
  town         text        GENERATED ALWAYS AS (left(village, 9)) STORED,
  channel      text        NOT NULL CHECK (channel IN ('DEPT_ALERT', 'CADRE')),
  department   text,
  -- Kind of warning of a department; a cadre says the kind of risk.
  warning      text,
  risk         text        NOT NULL,
  -- Absent when a cadre knew the name alone.
  digest       bytea,
  -- Case in which the county knows the person: over, or on the list.
  known_case   text,
  key_id       text        NOT NULL,
  sealed       bytea       NOT NULL,
  reported_by  text        NOT NULL REFERENCES person (id),
  reported_at  timestamptz NOT NULL,
  due_on       date        NOT NULL,
  told_at      timestamptz,
  escalated_at timestamptz,
  answer       text        CHECK (answer IN ('OPENED', 'HELPED', 'NO_RISK')),
  answered_by  text        REFERENCES person (id),
  answered_as  text,
  answered_at  timestamptz,
  -- The case that was opened, or in which the family is helped.
  answer_case  text,
  answer_key   text,
  answer_words bytea,
  PRIMARY KEY (county, id),
  CHECK ((channel = 'DEPT_ALERT') = (department IS NOT NULL)),
  CHECK ((channel = 'DEPT_ALERT') = (warning IS NOT NULL)),
  CHECK (num_nulls(answer, answered_by, answered_as, answered_at, answer_key, answer_words) IN (0, 6)),
  CHECK (answer <> 'OPENED' OR answer_case IS NOT NULL)
);
-- The same warning of one person waits once, whoever sends it twice at the same moment.
CREATE UNIQUE INDEX clue_waits_once ON clue (county, digest, warning) WHERE answered_at IS NULL AND warning IS NOT NULL;
CREATE INDEX clue_by_person ON clue (county, digest) WHERE digest IS NOT NULL;
CREATE INDEX clue_open_village ON clue (county, village, due_on, id) WHERE answered_at IS NULL;
CREATE INDEX clue_open_town ON clue (county, town, due_on, id) WHERE answered_at IS NULL;
CREATE INDEX clue_open_county ON clue (county, due_on, id) WHERE answered_at IS NULL;
CREATE INDEX clue_answered ON clue (county, village text_pattern_ops, answered_at DESC) WHERE answered_at IS NOT NULL;
CREATE INDEX clue_untold ON clue (county, village) WHERE told_at IS NULL;

ALTER TABLE clue ENABLE ROW LEVEL SECURITY;
ALTER TABLE clue FORCE ROW LEVEL SECURITY;

-- A department hands clues in and reads none back: it works inside the county for the length of its import alone.
CREATE POLICY region ON clue USING (in_scope(village));

GRANT SELECT, INSERT,
  UPDATE (told_at, escalated_at, answer, answered_by, answered_as, answered_at, answer_case, answer_key, answer_words)
  ON clue TO shouwang_app;

ALTER TABLE message DROP CONSTRAINT message_opens_check;
ALTER TABLE message ADD CONSTRAINT message_opens_check CHECK (opens IN ('CASE', 'REVIEW', 'QUEUE', 'TASKS', 'CLUES'));
