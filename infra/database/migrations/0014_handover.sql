-- A family takes over the case that another reported for it: by a one-time code, with the head's ID number.

-- No policy here, as with sessions: a row is found by its code or not at all, and names nothing but the case. One live
-- code a case; a new one takes the place of the old.
CREATE TABLE take_over_code (
  county     char(6)     NOT NULL,
  case_id    text        NOT NULL,
  code_hash  bytea       NOT NULL UNIQUE,
  given_by   text        NOT NULL REFERENCES person (id),
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (county, case_id)
);
CREATE INDEX take_over_code_by_age ON take_over_code (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON take_over_code TO shouwang_app;

-- From then on the proxy sees nothing of the case. His row stays: a party is never the case's handler.
ALTER TABLE case_party ADD COLUMN ended_at timestamptz;
GRANT UPDATE (ended_at) ON case_party TO shouwang_app;

ALTER POLICY region_or_party ON case_row USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_row.county AND p.case_id = case_row.id AND p.person_id = scope_person()
                       AND p.ended_at IS NULL)
       THEN true ELSE false END
);
ALTER POLICY region_or_party ON case_event USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_event.county AND p.case_id = case_event.case_id
                       AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true ELSE false END
);
ALTER POLICY region_or_party ON case_person_index USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_person_index.county AND p.case_id = case_person_index.case_id
                       AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true ELSE false END
);
ALTER POLICY owner_region_or_party ON attachment USING (
  CASE WHEN owner_id = scope_person() THEN true
       WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.case_id = attachment.case_id AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true ELSE false END
);
