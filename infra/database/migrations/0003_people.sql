-- People, what they may do where, and how they sign in. Secrets are kept as hashes only.

CREATE TABLE person (
  id         text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9-]{4,64}$' AND id NOT IN ('system', 'none')),
  name       text NOT NULL,
  openid     text UNIQUE,
  -- Invented people of the local stack: who they are, shown beside their sign-in link.
  demo       jsonb,
  created_at timestamptz NOT NULL
);

CREATE TABLE person_grant (
  county     char(6) NOT NULL,
  person_id  text    NOT NULL REFERENCES person (id),
  role       text    NOT NULL,
  region     text    NOT NULL CHECK (region ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'),
  from_day   date    NOT NULL,
  until_day  date,
  PRIMARY KEY (county, person_id, role, region)
);
CREATE INDEX person_grant_by_person ON person_grant (person_id);
CREATE INDEX person_grant_by_region ON person_grant (county, region);

-- No county and no policy here: a row is found by the 256 bits of its token or not at all, before anybody is known.
CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  person_id  text        NOT NULL REFERENCES person (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE signin_link (
  token_hash bytea PRIMARY KEY,
  person_id  text        NOT NULL REFERENCES person (id),
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  -- Links of the local stack's invented people work as often as they are clicked.
  reusable   boolean     NOT NULL DEFAULT false
);

-- Villages that a person put on the front page; the latest choice counts. `bound` after the board's own code.
CREATE TABLE person_village (
  county    char(6)     NOT NULL,
  person_id text        NOT NULL REFERENCES person (id),
  village   text        NOT NULL REFERENCES region (code),
  bound     boolean     NOT NULL,
  chosen_at timestamptz NOT NULL,
  PRIMARY KEY (county, person_id, village)
);
CREATE INDEX person_village_by_person ON person_village (person_id, chosen_at);

CREATE TABLE draft (
  person_id text        PRIMARY KEY REFERENCES person (id),
  key_id    text        NOT NULL,
  sealed    bytea       NOT NULL,
  saved_at  timestamptz NOT NULL
);
CREATE INDEX draft_by_age ON draft (saved_at);

CREATE TABLE message (
  county    char(6)     NOT NULL,
  person_id text        NOT NULL REFERENCES person (id),
  id        text        NOT NULL,
  at        timestamptz NOT NULL,
  title     text        NOT NULL,
  case_id   text,
  read_at   timestamptz,
  PRIMARY KEY (county, person_id, id)
);
CREATE INDEX message_by_person ON message (person_id, at DESC);

ALTER TABLE person_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_grant FORCE ROW LEVEL SECURITY;
ALTER TABLE person_village ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_village FORCE ROW LEVEL SECURITY;
ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft FORCE ROW LEVEL SECURITY;
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;

-- Staff see who serves in their own region, and above it: the people to whom they send a case on.
CREATE POLICY own_line ON person_grant FOR SELECT USING (
  CASE WHEN person_id = scope_person() THEN true
       WHEN in_scope(region) THEN true
       WHEN starts_with(scope_region(), region) THEN true
       ELSE false END
);
CREATE POLICY region_writes ON person_grant FOR INSERT WITH CHECK (in_scope(region));

CREATE POLICY own ON person_village USING (is_own(person_id));
CREATE POLICY own ON draft USING (is_own(person_id));
CREATE POLICY own ON message FOR SELECT USING (is_own(person_id));
CREATE POLICY own_mark ON message FOR UPDATE USING (is_own(person_id));
CREATE POLICY timers_write ON message FOR INSERT WITH CHECK (scope_person() = 'system');

GRANT SELECT, INSERT, UPDATE ON person TO shouwang_app;
GRANT SELECT, INSERT ON person_grant TO shouwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session, signin_link, draft TO shouwang_app;
GRANT SELECT, INSERT, UPDATE ON person_village TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (read_at) ON message TO shouwang_app;
