-- A case is its history. `case_event` is written once and never changed; `case_row` is folded from it in the same
-- transaction and guarded by its version. Whatever a family told us is sealed (AES-256-GCM, key id in the row) and
-- found again by a keyed hash. Each table carries the village, because the second lock is by region.

CREATE TABLE case_party (
  county    char(6) NOT NULL,
  case_id   text    NOT NULL,
  person_id text    NOT NULL REFERENCES person (id),
  stands_as text    NOT NULL CHECK (stands_as IN ('HOUSEHOLD', 'PROXY')),
  village   text    NOT NULL,
  PRIMARY KEY (county, case_id, person_id)
);
CREATE INDEX case_party_by_person ON case_party (person_id, case_id);

CREATE TABLE case_row (
  county             char(6)     NOT NULL,
  id                 text        NOT NULL,
  case_no            text        NOT NULL,
  version            int         NOT NULL,
  state              text        NOT NULL,
  open               boolean     NOT NULL,
  village            text        NOT NULL REFERENCES region (code),
  town               text        GENERATED ALWAYS AS (left(village, 9)) STORED,
  village_group      text        NOT NULL,
  head_name          text        NOT NULL,
  member_count       int,
  channel            text        NOT NULL,
  holder             text        NOT NULL,
  due_on             date,
  -- What has no date comes last, and a keyset needs a value to stand on.
  due_key            date        GENERATED ALWAYS AS (coalesce(due_on, DATE '9999-12-31')) STORED,
  cap_due_on         date        NOT NULL,
  paused             boolean     NOT NULL,
  withdrawal_asked   boolean     NOT NULL,
  waiting_for        text        NOT NULL,
  -- Roles whose desk the case lies on: more than one while the comparison runs beside the verification.
  desks              text[]      NOT NULL,
  publicity_last_day date,
  profile_code       text        NOT NULL,
  profile_version    int         NOT NULL,
  clued_at           timestamptz NOT NULL,
  updated_at         timestamptz NOT NULL,
  PRIMARY KEY (county, id),
  UNIQUE (county, case_no),
  FOREIGN KEY (county, profile_code, profile_version) REFERENCES profile (county, code, version)
);
CREATE INDEX case_row_queue_village ON case_row (county, village, due_key, id) WHERE open;
CREATE INDEX case_row_queue_town ON case_row (county, town, due_key, id) WHERE open;
CREATE INDEX case_row_queue_county ON case_row (county, due_key, id) WHERE open;
CREATE INDEX case_row_included ON case_row (county, village) WHERE state = 'INCLUDED';
CREATE INDEX case_row_publicity ON case_row (county, publicity_last_day) WHERE state = 'PUBLICITY';

CREATE TABLE case_event (
  county       char(6)     NOT NULL,
  case_id      text        NOT NULL,
  seq          int         NOT NULL CHECK (seq > 0),
  village      text        NOT NULL,
  type         text        NOT NULL,
  from_state   text        NOT NULL,
  to_state     text        NOT NULL,
  actor_person text        NOT NULL,
  actor_role   text        NOT NULL,
  at           timestamptz NOT NULL,
  key_id       text        NOT NULL,
  sealed       bytea       NOT NULL,
  request_id   text,
  PRIMARY KEY (county, case_id, seq)
);

-- Finds an open case of the same ID number or phone without storing either.
CREATE TABLE case_person_index (
  county  char(6) NOT NULL,
  case_id text    NOT NULL,
  kind    text    NOT NULL CHECK (kind IN ('ID', 'PHONE')),
  digest  bytea   NOT NULL,
  village text    NOT NULL,
  open    boolean NOT NULL,
  PRIMARY KEY (county, case_id, kind, digest)
);
CREATE INDEX case_person_index_search ON case_person_index (county, kind, digest) WHERE open;

-- Running numbers of case numbers, one row a county and month.
CREATE TABLE case_counter (
  county char(6) NOT NULL,
  month  char(4) NOT NULL,
  last   int     NOT NULL,
  PRIMARY KEY (county, month)
);

ALTER TABLE case_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_party FORCE ROW LEVEL SECURITY;
ALTER TABLE case_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_row FORCE ROW LEVEL SECURITY;
ALTER TABLE case_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_event FORCE ROW LEVEL SECURITY;
ALTER TABLE case_person_index ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_person_index FORCE ROW LEVEL SECURITY;
ALTER TABLE case_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_counter FORCE ROW LEVEL SECURITY;

-- Staff by region; the family through case_party. A person is made a party only by himself, or by staff of the region.
CREATE POLICY region_or_own ON case_party USING (
  CASE WHEN in_scope(village) THEN true WHEN person_id = scope_person() THEN true ELSE false END
);
CREATE POLICY region_or_party ON case_row USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_row.county AND p.case_id = case_row.id AND p.person_id = scope_person())
       THEN true ELSE false END
);
CREATE POLICY region_or_party ON case_event USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_event.county AND p.case_id = case_event.case_id
                       AND p.person_id = scope_person())
       THEN true ELSE false END
);
CREATE POLICY region_or_party ON case_person_index USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_person_index.county AND p.case_id = case_person_index.case_id
                       AND p.person_id = scope_person())
       THEN true ELSE false END
);
CREATE POLICY county_counts ON case_counter USING (in_scope(county));

GRANT SELECT, INSERT ON case_party, case_event TO shouwang_app;
GRANT SELECT, INSERT, UPDATE ON case_row, case_counter TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (open) ON case_person_index TO shouwang_app;
