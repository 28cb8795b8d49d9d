-- Certificates that a family made for itself. What one states is not kept, only its digest: a check reads the case as it
-- stands today and compares. Its code carries the id and a seal that only our keys make (adapters/keys.ts).

CREATE TABLE certificate (
  county     char(6)     NOT NULL,
  id         text        NOT NULL,
  case_id    text        NOT NULL,
  village    text        NOT NULL REFERENCES region (code),
  person_id  text        NOT NULL REFERENCES person (id),
  kind       text        NOT NULL CHECK (kind IN ('ON_LIST', 'REPORTED')),
  digest     bytea       NOT NULL CHECK (length(digest) = 32),
  issued_on  date        NOT NULL,
  expires_on date        NOT NULL CHECK (expires_on >= issued_on),
  issued_at  timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (county, id)
);
CREATE INDEX certificate_by_case ON certificate (county, case_id, issued_at);

ALTER TABLE certificate ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificate FORCE ROW LEVEL SECURITY;

CREATE POLICY region_or_party ON certificate USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = certificate.county AND p.case_id = certificate.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person())
       THEN true ELSE false END
);

GRANT SELECT, INSERT, UPDATE (revoked_at) ON certificate TO shouwang_app;
