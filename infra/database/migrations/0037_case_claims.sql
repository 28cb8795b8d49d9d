-- Who of an office has a case in hand, and who looked at it when. A claim is how an office divides its work, no step of
-- the procedure: it has rows of its own beside the case and moves no version. Who held it before stays readable.

CREATE TABLE case_claim (
  county     char(6)     NOT NULL,
  case_id    text        NOT NULL,
  id         text        NOT NULL,
  village    text        NOT NULL,
  person_id  text        NOT NULL REFERENCES person (id),
  -- The office for which it is held.
  level      text        NOT NULL CHECK (level IN ('VILLAGE', 'TOWN', 'COUNTY')),
  -- CLAIMED by the holder; GIVEN by the colleague who had it; TAKEN from the colleague who had it.
  how        text        NOT NULL CHECK (how IN ('CLAIMED', 'GIVEN', 'TAKEN')),
  made_by    text        NOT NULL REFERENCES person (id),
  at         timestamptz NOT NULL,
  -- Why it was given or taken: free text.
  key_id     text        NOT NULL,
  why        bytea       NOT NULL,
  ended_at   timestamptz,
  ended_how  text        CHECK (ended_how IN ('RELEASED', 'GIVEN', 'TAKEN', 'LEFT_OFFICE', 'LEAVER')),
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK ((ended_at IS NULL) = (ended_how IS NULL))
);
-- A claim cannot be won twice, whatever the programs believe.
CREATE UNIQUE INDEX case_claim_open ON case_claim (county, case_id) WHERE ended_at IS NULL;
CREATE INDEX case_claim_by_holder ON case_claim (person_id) WHERE ended_at IS NULL;

-- The open claim's holder, where queues read it; written with the claim and with nothing else.
ALTER TABLE case_row ADD COLUMN holder_id text REFERENCES person (id);

-- The last look of a person at a case. `seen_version` is what the person knew before the present sitting began.
CREATE TABLE case_look (
  county       char(6)     NOT NULL,
  case_id      text        NOT NULL,
  person_id    text        NOT NULL REFERENCES person (id),
  session      bytea,
  version      int         NOT NULL,
  seen_version int,
  -- By the clock on the wall, as sessions are: a moved clock of a rehearsal opens nothing.
  at           timestamptz NOT NULL,
  PRIMARY KEY (county, case_id, person_id)
);

ALTER TABLE case_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_claim FORCE ROW LEVEL SECURITY;
ALTER TABLE case_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_look FORCE ROW LEVEL SECURITY;

CREATE POLICY region ON case_claim USING (in_scope(village));
CREATE POLICY own ON case_look USING (is_own(person_id));

GRANT SELECT, INSERT, UPDATE (ended_at, ended_how) ON case_claim TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (session, version, seen_version, at) ON case_look TO shouwang_app;
