-- Who serves in a county by its own list: imported by the administrator, taken up by whoever proves the phone number.
-- A number is found again by a keyed hash and is sealed; an entry that ended stays, so that service remains readable.

CREATE TABLE staff_entry (
  county       char(6)     NOT NULL,
  id           text        NOT NULL,
  phone_digest bytea       NOT NULL,
  key_id       text        NOT NULL,
  -- The number itself.
  sealed       bytea       NOT NULL,
  name         text        NOT NULL,
  role         text        NOT NULL,
  region       text        NOT NULL CHECK (region ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'),
  department   text,
  -- The import that named it last: what a newer one does not name is proposed as a leaver, never ended by itself.
  listed_in    text        NOT NULL,
  added_by     text        NOT NULL REFERENCES person (id),
  added_at     timestamptz NOT NULL,
  person_id    text        REFERENCES person (id),
  activated_at timestamptz,
  ended_at     timestamptz,
  ended_by     text        REFERENCES person (id),
  PRIMARY KEY (county, id),
  CHECK (starts_with(region, county)),
  CHECK ((person_id IS NULL) = (activated_at IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  CHECK ((role = 'DEPT') = (department IS NOT NULL))
);
CREATE UNIQUE INDEX staff_entry_stands ON staff_entry (county, phone_digest, role, region) WHERE ended_at IS NULL;
CREATE INDEX staff_entry_by_person ON staff_entry (county, person_id);
CREATE INDEX staff_entry_by_phone ON staff_entry (county, phone_digest);

-- No policy on these two: a row is found by the keyed hash of a whole phone number or not at all, before it is known for
-- which county somebody comes.
CREATE TABLE staff_phone (
  digest bytea   NOT NULL,
  county char(6) NOT NULL,
  PRIMARY KEY (digest, county)
);
-- One phone is one person, and one person is one phone.
CREATE TABLE person_phone (
  digest    bytea       PRIMARY KEY,
  person_id text        NOT NULL UNIQUE REFERENCES person (id),
  bound_at  timestamptz NOT NULL
);

ALTER TABLE staff_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY county ON staff_entry USING (in_scope(county));

GRANT SELECT, INSERT, UPDATE (listed_in, person_id, activated_at, ended_at, ended_by) ON staff_entry TO shouwang_app;
GRANT SELECT, INSERT ON staff_phone TO shouwang_app;
GRANT SELECT, INSERT, DELETE ON person_phone TO shouwang_app;
-- Service begins anew or ends by dates; a grant is never removed.
GRANT UPDATE (from_day, department) ON person_grant TO shouwang_app;
