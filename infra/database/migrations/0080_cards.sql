-- 明白卡 (domain.md 7.1): each version as it was made, frozen with the digest of its content; what it says is sealed. The
-- household signs a version once. A row is never changed but for that and for `basis`.
CREATE TABLE household_card (
  county       char(6)     NOT NULL,
  id           text        NOT NULL,
  case_id      text        NOT NULL,
  village      text        NOT NULL REFERENCES region (code),
  version      int         NOT NULL CHECK (version > 0),
  made_on      date        NOT NULL,
  made_at      timestamptz NOT NULL,
  -- FIRST: put on the list; CHANGE: a record came or changed; QUARTER: a new quarter; STAFF: somebody asked for it.
  why          text        NOT NULL CHECK (why IN ('FIRST', 'CHANGE', 'QUARTER', 'STAFF')),
  made_by      text        REFERENCES person (id),
  digest       bytea       NOT NULL CHECK (length(digest) = 32),
  key_id       text        NOT NULL,
  sealed       bytea       NOT NULL,
  lines        int         NOT NULL,
  sum_fen      bigint      NOT NULL,
  -- What the records looked like when this version was last found to be true of them: only then is it read anew.
  basis        text        NOT NULL,
  signed_at    timestamptz,
  signed_by    text        REFERENCES person (id),
  signed_how   text        CHECK (signed_how IN ('SCREEN', 'PAPER')),
  signature_id text,
  PRIMARY KEY (county, id),
  UNIQUE (county, case_id, version),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK ((why = 'STAFF') = (made_by IS NOT NULL)),
  CHECK (num_nulls(signed_at, signed_by, signed_how, signature_id) IN (0, 4))
);
ALTER TABLE household_card ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_card FORCE ROW LEVEL SECURITY;
CREATE POLICY region_or_family ON household_card USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = household_card.county AND p.case_id = household_card.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true ELSE false END
);
GRANT SELECT, INSERT, UPDATE (basis, signed_at, signed_by, signed_how, signature_id) ON household_card TO shouwang_app;
