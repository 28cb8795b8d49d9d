-- Lists and words that staff prepare for the board, and what the scan found before anything went up.

-- Sealed: until it is mended a list may hold what must not be read by anybody. Drafts go after thirty days (domain.md 6.4).
CREATE TABLE notice_draft (
  county     char(6)     NOT NULL,
  id         text        NOT NULL,
  village    text        NOT NULL REFERENCES region (code),
  kind       text        NOT NULL CHECK (kind IN ('SUBSIDY_PAYMENTS', 'VILLAGE_NOTICE')),
  owner_id   text        NOT NULL REFERENCES person (id),
  version    int         NOT NULL DEFAULT 1,
  key_id     text        NOT NULL,
  sealed     bytea       NOT NULL,
  notice_id  text,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (county, id)
);
CREATE INDEX notice_draft_of_village ON notice_draft (county, village, changed_at) WHERE notice_id IS NULL;

-- Counted for the assessment (domain.md 6.2): one row a place where something stood, however often it is looked at. What
-- stood there is kept as a keyed digest alone.
CREATE TABLE notice_finding (
  county      char(6) NOT NULL,
  village     text    NOT NULL,
  month       char(7) NOT NULL,
  notice_kind text    NOT NULL,
  kind        text    NOT NULL,
  digest      bytea   NOT NULL CHECK (length(digest) = 32),
  mended      boolean NOT NULL DEFAULT false,
  PRIMARY KEY (county, month, digest)
);

ALTER TABLE notice_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_draft FORCE ROW LEVEL SECURITY;
ALTER TABLE notice_finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_finding FORCE ROW LEVEL SECURITY;
CREATE POLICY region ON notice_draft USING (in_scope(village));
CREATE POLICY region ON notice_finding USING (in_scope(village));
GRANT SELECT, INSERT, UPDATE (version, key_id, sealed, notice_id, changed_at), DELETE ON notice_draft TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (mended) ON notice_finding TO shouwang_app;
