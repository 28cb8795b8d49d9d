-- Meetings of the democratic appraisal (domain.md 1.2, 3.1 state 8): one meeting speaks of many cases. The minutes are sealed; plain is
-- only when it was and which cases it took. What was recorded stays: a correction is another meeting.

CREATE TABLE appraisal_meeting (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  village     text        NOT NULL REFERENCES region (code),
  met_at      timestamptz NOT NULL,
  cases       int         NOT NULL CHECK (cases > 0),
  passed      int         NOT NULL CHECK (passed BETWEEN 0 AND cases),
  recorded_by text        NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL CHECK (recorded_at >= met_at),
  key_id      text        NOT NULL,
  sealed      bytea       NOT NULL,
  PRIMARY KEY (county, id)
);
CREATE INDEX appraisal_meeting_by_village ON appraisal_meeting (county, village text_pattern_ops, met_at DESC);

CREATE TABLE appraisal_meeting_case (
  county     char(6) NOT NULL,
  meeting_id text    NOT NULL,
  case_id    text    NOT NULL,
  village    text    NOT NULL,
  PRIMARY KEY (county, meeting_id, case_id),
  FOREIGN KEY (county, meeting_id) REFERENCES appraisal_meeting (county, id)
);
CREATE INDEX appraisal_meeting_case_by_case ON appraisal_meeting_case (county, case_id, meeting_id DESC);

ALTER TABLE appraisal_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE appraisal_meeting FORCE ROW LEVEL SECURITY;
ALTER TABLE appraisal_meeting_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE appraisal_meeting_case FORCE ROW LEVEL SECURITY;

CREATE POLICY region ON appraisal_meeting USING (in_scope(village));
CREATE POLICY region ON appraisal_meeting_case USING (in_scope(village));

GRANT SELECT, INSERT ON appraisal_meeting, appraisal_meeting_case TO shouwang_app;
