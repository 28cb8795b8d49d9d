-- 协查函 (domain.md 3.9): the village that decides asks the village where the family lives for facts. The other village
-- reads the question and no more of the case; its answer becomes an event there. Question and name are sealed.

CREATE TABLE assist_request (
  county       char(6)     NOT NULL,
  id           text        NOT NULL,
  case_id      text        NOT NULL,
  from_village text        NOT NULL REFERENCES region (code),
  to_village   text        NOT NULL REFERENCES region (code),
  asked_at     timestamptz NOT NULL,
  due_on       date        NOT NULL,
  answered_at  timestamptz,
  key_id       text        NOT NULL,
  sealed       bytea       NOT NULL,
  PRIMARY KEY (county, id)
);
CREATE INDEX assist_request_open ON assist_request (to_village, due_on) WHERE answered_at IS NULL;
CREATE INDEX assist_request_by_case ON assist_request (county, case_id);

ALTER TABLE assist_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE assist_request FORCE ROW LEVEL SECURITY;

CREATE POLICY asked_side ON assist_request FOR SELECT USING (
  CASE WHEN in_scope(to_village) THEN true WHEN in_scope(from_village) THEN true ELSE false END
);
CREATE POLICY asking_side ON assist_request FOR INSERT WITH CHECK (in_scope(from_village));
CREATE POLICY answering_side ON assist_request FOR UPDATE USING (in_scope(to_village));

GRANT SELECT, INSERT, UPDATE (answered_at) ON assist_request TO shouwang_app;
