-- Places, offices and the procedure of each county: what everybody may read.

CREATE TABLE region (
  county     char(6) NOT NULL,
  code       text    NOT NULL PRIMARY KEY CHECK (code ~ '^[1-9][0-9]{11}$'),
  name       text    NOT NULL,
  level      text    NOT NULL CHECK (level IN ('PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE')),
  parent     text    REFERENCES region (code),
  valid_from date    NOT NULL,
  -- Villages merge (domain.md 1.3): a code is closed and points to its successor, never deleted.
  valid_to    date,
  replaced_by text   REFERENCES region (code)
);
CREATE INDEX region_by_parent ON region (parent, code);
CREATE INDEX region_by_county ON region (county, level);

CREATE TABLE profile (
  county         char(6) NOT NULL,
  code           text    NOT NULL,
  version        int     NOT NULL,
  doc            jsonb   NOT NULL,
  effective_from date    NOT NULL,
  PRIMARY KEY (county, code, version)
);

-- Which profile new cases of a county start with from a day on; a case keeps the one that it started with.
CREATE TABLE profile_in_force (
  county   char(6) NOT NULL,
  from_day date    NOT NULL,
  code     text    NOT NULL,
  version  int     NOT NULL,
  PRIMARY KEY (county, from_day),
  FOREIGN KEY (county, code, version) REFERENCES profile (county, code, version)
);

-- Whom to call: one office a village, township or county.
CREATE TABLE office (
  county       char(6) NOT NULL,
  region       text    NOT NULL REFERENCES region (code),
  office_name  text    NOT NULL,
  contact_name text    NOT NULL,
  phone        text    NOT NULL,
  PRIMARY KEY (county, region)
);

ALTER TABLE profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile FORCE ROW LEVEL SECURITY;
ALTER TABLE profile_in_force ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile_in_force FORCE ROW LEVEL SECURITY;
ALTER TABLE office ENABLE ROW LEVEL SECURITY;
ALTER TABLE office FORCE ROW LEVEL SECURITY;

CREATE POLICY everybody_reads ON profile FOR SELECT USING (true);
CREATE POLICY county_writes ON profile FOR INSERT WITH CHECK (in_scope(county));
CREATE POLICY everybody_reads ON profile_in_force FOR SELECT USING (true);
CREATE POLICY county_writes ON profile_in_force FOR INSERT WITH CHECK (in_scope(county));
CREATE POLICY everybody_reads ON office FOR SELECT USING (true);
CREATE POLICY region_writes ON office FOR INSERT WITH CHECK (in_scope(region));
CREATE POLICY region_updates ON office FOR UPDATE USING (in_scope(region));

GRANT SELECT ON region TO shouwang_app;
GRANT SELECT, INSERT ON profile, profile_in_force TO shouwang_app;
GRANT SELECT, INSERT, UPDATE ON office TO shouwang_app;
