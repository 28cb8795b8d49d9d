-- A desk signs in by a code that a phone scans. The code is read off the screen; the secret that fetches the session never
-- leaves the desk. Both are kept as hashes. No county and no policy: a row is found by its 256 bits or not at all.

CREATE TABLE desk_signin (
  code_hash    bytea PRIMARY KEY,
  secret_hash  bytea       NOT NULL UNIQUE,
  -- Shown on both screens.
  number       smallint    NOT NULL CHECK (number BETWEEN 10 AND 99),
  browser      text        NOT NULL,
  asked_at     timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  answered_by  text REFERENCES person (id),
  answered_at  timestamptz,
  confirmed    boolean,
  collected_at timestamptz,
  CHECK ((answered_by IS NULL) = (answered_at IS NULL) AND (answered_by IS NULL) = (confirmed IS NULL))
);
CREATE INDEX desk_signin_by_expiry ON desk_signin (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON desk_signin TO shouwang_app;

-- What a person is signed in on, to find it again in the list of the own sessions.
ALTER TABLE session ADD COLUMN device text NOT NULL DEFAULT '';
CREATE INDEX session_by_person ON session (person_id, expires_at);

-- A leaver: the role ends today, by who holds the region.
CREATE POLICY region_ends ON person_grant FOR UPDATE USING (in_scope(region)) WITH CHECK (in_scope(region));
GRANT UPDATE (until_day) ON person_grant TO shouwang_app;
