-- Who said of an objection to a list that he is of the family or kin of somebody in it, and does not answer it (回避; domain.md
-- 1.1, 3.3).
CREATE TABLE notice_objection_recusal (
  county       char(6)     NOT NULL,
  objection_id text        NOT NULL,
  village      text        NOT NULL REFERENCES region (code),
  person_id    text        NOT NULL REFERENCES person (id),
  said_at      timestamptz NOT NULL,
  PRIMARY KEY (county, objection_id, person_id),
  FOREIGN KEY (county, objection_id) REFERENCES notice_objection (county, id)
);
ALTER TABLE notice_objection_recusal ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_objection_recusal FORCE ROW LEVEL SECURITY;
CREATE POLICY region ON notice_objection_recusal USING (in_scope(village));
GRANT SELECT, INSERT ON notice_objection_recusal TO shouwang_app;
