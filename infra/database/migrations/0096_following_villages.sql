-- Who follows a village is told when something new hangs on its board; what is told names nobody.

CREATE TABLE village_follow (
  county    char(6)     NOT NULL,
  person_id text        NOT NULL REFERENCES person (id),
  village   text        NOT NULL REFERENCES region (code),
  since     timestamptz NOT NULL,
  PRIMARY KEY (county, village, person_id)
);
ALTER TABLE village_follow ENABLE ROW LEVEL SECURITY;
ALTER TABLE village_follow FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON village_follow USING (is_own(person_id));
GRANT SELECT, INSERT, DELETE ON village_follow TO shouwang_app;

-- Notices whose followers have been told.
CREATE TABLE notice_told (
  county    char(6)     NOT NULL,
  notice_id text        NOT NULL,
  village   text        NOT NULL REFERENCES region (code),
  told_at   timestamptz NOT NULL,
  PRIMARY KEY (county, notice_id),
  FOREIGN KEY (county, notice_id) REFERENCES notice (county, id)
);
ALTER TABLE notice_told ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_told FORCE ROW LEVEL SECURITY;
CREATE POLICY region ON notice_told USING (in_scope(village));
GRANT SELECT, INSERT ON notice_told TO shouwang_app;
