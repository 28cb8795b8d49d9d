-- An adult of a family signs on the own phone by a link, the family reminds whoever is late, and says at the end how it
-- was served.

-- No policy here, as with sessions: a row is found by the 256 bits of its token, or by the account that it was bound to
-- once the holder had shown who he is. It names a case, and nothing of the case but the member who is to sign.
CREATE TABLE signing_link (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  token_hash  bytea       NOT NULL UNIQUE,
  case_id     text        NOT NULL,
  village     text        NOT NULL,
  member_key  text        NOT NULL,
  made_by     text        NOT NULL REFERENCES person (id),
  made_at     timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  -- Wrong answers to the question who he is: a link forgives few.
  wrong_tries int         NOT NULL DEFAULT 0,
  bound_to    text        REFERENCES person (id),
  signed_at   timestamptz,
  revoked_at  timestamptz,
  PRIMARY KEY (county, id)
);
CREATE INDEX signing_link_by_signer ON signing_link (bound_to, made_at DESC) WHERE bound_to IS NOT NULL;
CREATE INDEX signing_link_open ON signing_link (county, case_id, member_key)
  WHERE signed_at IS NULL AND revoked_at IS NULL;
CREATE INDEX signing_link_by_age ON signing_link (expires_at) WHERE signed_at IS NULL;

GRANT SELECT, INSERT ON signing_link TO shouwang_app;
GRANT UPDATE (wrong_tries, bound_to, signed_at, revoked_at) ON signing_link TO shouwang_app;

-- The queue shows which family has asked why nothing happens.
ALTER TABLE case_row ADD COLUMN reminded boolean NOT NULL DEFAULT false;

-- Stars for the counts of an office. Who gave them, and the words, are with the case alone; nobody can change a row.
CREATE TABLE case_rating (
  county  char(6)     NOT NULL,
  case_id text        NOT NULL,
  village text        NOT NULL,
  stars   smallint    NOT NULL CHECK (stars BETWEEN 1 AND 5),
  at      timestamptz NOT NULL,
  PRIMARY KEY (county, case_id)
);
CREATE INDEX case_rating_by_village ON case_rating (county, village);

ALTER TABLE case_rating ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_rating FORCE ROW LEVEL SECURITY;
CREATE POLICY region_counts ON case_rating FOR SELECT USING (in_scope(village));
-- Only a party of the case writes one, and only for itself.
CREATE POLICY party_rates ON case_rating FOR INSERT WITH CHECK (
  CASE WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_rating.county AND p.case_id = case_rating.case_id
                       AND p.person_id = scope_person() AND p.stands_as = 'HOUSEHOLD')
       THEN true ELSE false END
);
GRANT SELECT, INSERT ON case_rating TO shouwang_app;
