-- What was put up in the village, frozen and chained; and the files that people send.

CREATE TABLE notice (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  village     text        NOT NULL REFERENCES region (code),
  kind        text        NOT NULL CHECK (kind IN ('PROPOSED_INCLUSION', 'RESULT_ANNOUNCEMENT')),
  -- Built from a whitelist (shared/publicity): names, numbers of people, groups, office phones.
  content     jsonb       NOT NULL,
  -- sha256 over the digest before it in the county and the canonical text, so that no notice can be changed or taken
  -- out unseen; one successor each, so that the chain cannot fork.
  digest      bytea       NOT NULL CHECK (length(digest) = 32),
  prev_digest bytea       NOT NULL CHECK (length(prev_digest) = 32),
  seq         int         NOT NULL,
  posted_at   timestamptz NOT NULL,
  first_day   date        NOT NULL,
  last_day    date        NOT NULL,
  ended_at    timestamptz,
  PRIMARY KEY (county, id),
  UNIQUE (county, seq),
  UNIQUE (county, prev_digest)
);
CREATE INDEX notice_by_village ON notice (county, village, last_day);

CREATE TABLE notice_case (
  county    char(6) NOT NULL,
  notice_id text    NOT NULL,
  case_id   text    NOT NULL,
  village   text    NOT NULL,
  PRIMARY KEY (county, notice_id, case_id)
);

CREATE TABLE attachment (
  county       char(6)     NOT NULL,
  id           text        NOT NULL,
  owner_id     text        NOT NULL REFERENCES person (id),
  kind         text        NOT NULL,
  content_type text        NOT NULL,
  size         int         NOT NULL,
  sha256       bytea,
  object_key   text        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('STARTED', 'READY')),
  case_id      text,
  village      text,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (county, id),
  CHECK ((case_id IS NULL) = (village IS NULL)),
  CHECK (state = 'STARTED' OR sha256 IS NOT NULL)
);
CREATE INDEX attachment_by_case ON attachment (county, case_id) WHERE case_id IS NOT NULL;

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
ALTER TABLE notice_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_case FORCE ROW LEVEL SECURITY;
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment FORCE ROW LEVEL SECURITY;

CREATE POLICY region ON notice USING (in_scope(village));
CREATE POLICY region ON notice_case USING (in_scope(village));
CREATE POLICY owner_region_or_party ON attachment USING (
  CASE WHEN owner_id = scope_person() THEN true
       WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.case_id = attachment.case_id AND p.person_id = scope_person())
       THEN true ELSE false END
);

GRANT SELECT, INSERT, UPDATE (ended_at) ON notice TO shouwang_app;
GRANT SELECT, INSERT ON notice_case TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (state, content_type, size, sha256, object_key, case_id, village) ON attachment
  TO shouwang_app;
