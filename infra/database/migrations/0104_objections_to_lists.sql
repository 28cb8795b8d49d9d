-- Objections to lists that are of no case (payments, measures that have landed): they come by phone, box, letter and at the
-- counter, are written down by staff, answered by somebody who did not put the list up, and read by number.

ALTER TABLE notice ADD COLUMN posted_by text REFERENCES person (id);

CREATE TABLE notice_objection (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  notice_id   text        NOT NULL,
  village     text        NOT NULL REFERENCES region (code),
  -- Place on the paper, from 0; null for the notice as a whole.
  place       int         CHECK (place >= 0),
  about_cadre boolean     NOT NULL,
  channel     text        NOT NULL,
  -- What was said, by whom, and the answer: sealed.
  key_id      text        NOT NULL,
  sealed      bytea       NOT NULL,
  filed_at    timestamptz NOT NULL,
  noted_by    text        NOT NULL REFERENCES person (id),
  due_on      date        NOT NULL,
  verdict     text        CHECK (verdict IN ('UPHELD', 'PARTLY', 'NOT_UPHELD', 'WITHDRAWN', 'PASSED_ON')),
  answered_at timestamptz,
  answered_by text        REFERENCES person (id),
  rating      text        CHECK (rating IN ('YES', 'PARTLY', 'NO')),
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, notice_id) REFERENCES notice (county, id),
  CHECK ((verdict IS NULL) = (answered_at IS NULL) AND (verdict IS NULL) = (answered_by IS NULL))
);
CREATE INDEX notice_objection_of_notice ON notice_objection (county, notice_id);
CREATE INDEX notice_objection_of_village ON notice_objection (county, village, filed_at);

ALTER TABLE notice_objection ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_objection FORCE ROW LEVEL SECURITY;
CREATE POLICY region ON notice_objection USING (in_scope(village));

GRANT SELECT, INSERT, UPDATE (key_id, sealed, verdict, answered_at, answered_by, rating) ON notice_objection TO shouwang_app;
