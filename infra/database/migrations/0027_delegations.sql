-- Leave (domain.md 1.1 to 1.4): one role for one region goes to a colleague of the same office, from a day until a day.
-- Whoever gives it keeps it, and may take it back on any day. A row is never changed but for that.

CREATE TABLE delegation (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  from_person text        NOT NULL REFERENCES person (id),
  to_person   text        NOT NULL REFERENCES person (id),
  role        text        NOT NULL,
  region      text        NOT NULL,
  from_day    date        NOT NULL,
  until_day   date        NOT NULL,
  given_at    timestamptz NOT NULL,
  ended_at    timestamptz,
  PRIMARY KEY (county, id),
  CHECK (from_person <> to_person),
  CHECK (starts_with(region, county)),
  -- Today counts: 90 days at most.
  CHECK (until_day BETWEEN from_day AND from_day + 89)
);
CREATE INDEX delegation_by_giver ON delegation (from_person, until_day);
CREATE INDEX delegation_by_taker ON delegation (to_person, until_day) WHERE ended_at IS NULL;

ALTER TABLE delegation ENABLE ROW LEVEL SECURITY;
ALTER TABLE delegation FORCE ROW LEVEL SECURITY;

CREATE POLICY either_side ON delegation FOR SELECT USING (
  CASE WHEN from_person = scope_person() THEN true
       WHEN to_person = scope_person() THEN true
       WHEN in_scope(region) THEN true
       ELSE false END
);
CREATE POLICY own_gift ON delegation FOR INSERT WITH CHECK (from_person = scope_person() AND in_scope(region));
CREATE POLICY own_end ON delegation FOR UPDATE USING (from_person = scope_person());

GRANT SELECT, INSERT, UPDATE (ended_at) ON delegation TO shouwang_app;
