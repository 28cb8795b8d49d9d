-- Cases of a county that are kept as stories for rehearsing new rules: what was done on which day, amounts and counts,
-- and nobody's name, number or village. Which case it was is not kept either.

CREATE TABLE profile_story (
  county  char(6)     NOT NULL,
  id      text        NOT NULL,
  title   text        NOT NULL CHECK (length(title) BETWEEN 1 AND 40),
  doc     jsonb       NOT NULL,
  kept_by text        NOT NULL REFERENCES person (id),
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (county, id)
);

ALTER TABLE profile_story ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile_story FORCE ROW LEVEL SECURITY;
CREATE POLICY county ON profile_story USING (in_scope(county));
GRANT SELECT, INSERT, DELETE ON profile_story TO shouwang_app;
