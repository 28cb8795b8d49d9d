-- A person asks that the own row of a notice be corrected or taken off (domain.md 6.4): within one working day it is
-- frozen, which hides it from everybody at once, and within five it is decided. The notice itself is never changed, so the
-- chain of digests stays whole; what hangs is what was frozen without the rows that are hidden here.

CREATE TABLE notice_request (
  county        char(6)     NOT NULL,
  id            text        NOT NULL,
  notice_id     text        NOT NULL,
  village       text        NOT NULL REFERENCES region (code),
  -- Places on the paper, from 0: all rows of the family, or the one of a person who has no case.
  rows          int[]       NOT NULL CHECK (cardinality(rows) > 0),
  case_id       text,
  kind          text        NOT NULL CHECK (kind IN ('CORRECT', 'REMOVE')),
  -- Who asked on the own phone; of what staff wrote down for somebody else nobody.
  person_id     text        REFERENCES person (id),
  via           text        NOT NULL CHECK (via IN ('PHONE_APP', 'VISIT', 'PHONE', 'PAPER')),
  entered_by    text        NOT NULL REFERENCES person (id),
  key_id        text        NOT NULL,
  sealed        bytea       NOT NULL,
  asked_at      timestamptz NOT NULL,
  freeze_due_on date        NOT NULL,
  decide_due_on date        NOT NULL,
  frozen_at     timestamptz,
  frozen_by     text        REFERENCES person (id),
  outcome       text        CHECK (outcome IN ('CORRECTED', 'REMOVED', 'KEPT')),
  decided_at    timestamptz,
  decided_by    text        REFERENCES person (id),
  answer_key_id text,
  answer        bytea,
  -- Codes of what the timers have told of it.
  told          text[]      NOT NULL DEFAULT '{}',
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, notice_id) REFERENCES notice (county, id),
  CHECK ((frozen_at IS NULL) = (frozen_by IS NULL)),
  -- Nothing is decided of a row that everybody still reads.
  CHECK (outcome IS NULL OR frozen_at IS NOT NULL),
  CHECK ((outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (decided_by IS NULL)
     AND (outcome IS NULL) = (answer IS NULL) AND (outcome IS NULL) = (answer_key_id IS NULL))
);
CREATE INDEX notice_request_by_notice ON notice_request (county, notice_id);
CREATE INDEX notice_request_by_case ON notice_request (county, case_id) WHERE outcome IS NULL;
CREATE INDEX notice_request_by_village ON notice_request (county, village, asked_at);
-- One open request a row, however often it is tapped.
CREATE UNIQUE INDEX notice_request_once ON notice_request (county, notice_id, (rows[1])) WHERE outcome IS NULL;

ALTER TABLE notice_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_request FORCE ROW LEVEL SECURITY;
CREATE POLICY region_or_own ON notice_request USING (
  CASE WHEN in_scope(village) THEN true WHEN person_id = scope_person() THEN true ELSE false END
);
GRANT SELECT, INSERT,
      UPDATE (frozen_at, frozen_by, outcome, decided_at, decided_by, answer_key_id, answer, told) ON notice_request
  TO shouwang_app;

-- The paper with the row on it has to come down, or a sheet without it goes up in its place.
ALTER TABLE board_task DROP CONSTRAINT board_task_what_check;
ALTER TABLE board_task ADD CONSTRAINT board_task_what_check CHECK (what IN ('START', 'END', 'CLEARED', 'REHANG'));
GRANT UPDATE (due_on, created_at) ON board_task TO shouwang_app;

-- What a message speaks of where that is no case: a notice.
ALTER TABLE message ADD COLUMN about text;
