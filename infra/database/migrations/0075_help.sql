-- What is done for a family on the list (domain.md 3.4, 3.5, 8.1, 8.2), keyed by its case: who helps it, the plan, each
-- measure with its history, the visits. Names of people, what was said and what was found is sealed; codes, days and
-- amounts are plain, because lists, warnings and ledgers read them.

CREATE TABLE helper_assignment (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  case_id     text        NOT NULL,
  village     text        NOT NULL REFERENCES region (code),
  person_id   text        NOT NULL REFERENCES person (id),
  unit        text        NOT NULL,
  position    text        NOT NULL,
  phone       text        NOT NULL,
  assigned_by text        NOT NULL REFERENCES person (id),
  start_on    date        NOT NULL,
  assigned_at timestamptz NOT NULL,
  ended_at    timestamptz,
  -- Why it changed: free text.
  key_id      text        NOT NULL,
  reason      bytea       NOT NULL,
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id)
);
-- One helper a family at a time, whatever the programs believe; who was it before stays.
CREATE UNIQUE INDEX helper_of_family ON helper_assignment (county, case_id) WHERE ended_at IS NULL;
CREATE INDEX helper_by_person ON helper_assignment (person_id) WHERE ended_at IS NULL;

-- Whether the connection's person is the helper of a family now.
CREATE FUNCTION helps(of_county text, of_case text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN EXISTS (SELECT 1 FROM helper_assignment h
                  WHERE h.county = of_county AND h.case_id = of_case AND h.person_id = scope_person()
                    AND h.ended_at IS NULL);
-- Whether the connection's person stands to a case: the family, or who reported for it.
CREATE FUNCTION is_party(of_county text, of_case text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN EXISTS (SELECT 1 FROM case_party p
                  WHERE p.county = of_county AND p.case_id = of_case AND p.person_id = scope_person()
                    AND p.ended_at IS NULL);

CREATE TABLE support_plan (
  county    char(6)     NOT NULL,
  id        text        NOT NULL,
  case_id   text        NOT NULL,
  village   text        NOT NULL REFERENCES region (code),
  needs     text[]      NOT NULL,
  made_by   text        NOT NULL REFERENCES person (id),
  made_at   timestamptz NOT NULL,
  key_id    text        NOT NULL,
  words     bytea       NOT NULL,
  signed_at timestamptz,
  signed_by text        REFERENCES person (id),
  how       text        CHECK (how IN ('TICK', 'VOICE', 'SIGNATURE', 'PAPER', 'FINGERPRINT')),
  signature text,
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK (num_nulls(signed_at, signed_by, how) IN (0, 3))
);
CREATE INDEX support_plan_of_family ON support_plan (county, case_id, made_at DESC);

CREATE TABLE support_measure (
  county     char(6)     NOT NULL,
  id         text        NOT NULL,
  case_id    text        NOT NULL,
  village    text        NOT NULL REFERENCES region (code),
  version    int         NOT NULL,
  state      text        NOT NULL,
  code       text        NOT NULL,
  risk       text,
  owner      text        NOT NULL,
  due_on     date,
  landed_on  date,
  amount_fen bigint      CHECK (amount_fen BETWEEN 0 AND 10000000000),
  received   boolean     NOT NULL,
  disputed   boolean     NOT NULL,
  papers_due date,
  -- Its place among the measures of the case's own history, where it came from there.
  case_index int,
  plan_id    text,
  told_late  timestamptz,
  -- The whole measure as folded from its events.
  key_id     text        NOT NULL,
  sealed     bytea       NOT NULL,
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id)
);
CREATE UNIQUE INDEX support_measure_of_case ON support_measure (county, case_id, case_index) WHERE case_index IS NOT NULL;
CREATE INDEX support_measure_of_family ON support_measure (county, case_id, id);
CREATE INDEX support_measure_of_owner ON support_measure (county, owner, due_on, id);
CREATE INDEX support_measure_under_way ON support_measure (county, due_on)
  WHERE state IN ('PLANNED', 'CONFIRMED', 'IN_PROGRESS');

-- Written once and never changed.
CREATE TABLE support_measure_event (
  county       char(6)     NOT NULL,
  measure_id   text        NOT NULL,
  seq          int         NOT NULL CHECK (seq > 0),
  case_id      text        NOT NULL,
  village      text        NOT NULL,
  type         text        NOT NULL,
  to_state     text        NOT NULL,
  actor_person text        NOT NULL,
  actor_role   text        NOT NULL,
  at           timestamptz NOT NULL,
  request_id   text,
  key_id       text        NOT NULL,
  sealed       bytea       NOT NULL,
  PRIMARY KEY (county, measure_id, seq)
);

CREATE TABLE visit (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  case_id     text        NOT NULL,
  village     text        NOT NULL REFERENCES region (code),
  person_id   text        NOT NULL REFERENCES person (id),
  -- Made on the phone: the same at each try, so that a visit that was sent twice counts once for ever.
  key         text        NOT NULL,
  role        text        NOT NULL,
  visited_on  date        NOT NULL,
  way         text        NOT NULL CHECK (way IN ('HOME', 'PHONE', 'VIDEO')),
  result      text        NOT NULL,
  new_risk    text,
  recorded_at timestamptz NOT NULL,
  key_id      text        NOT NULL,
  sealed      bytea       NOT NULL,
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id)
);
CREATE UNIQUE INDEX visit_once ON visit (county, person_id, key);
CREATE INDEX visit_of_family ON visit (county, case_id, visited_on DESC, id);

ALTER TABLE helper_assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE helper_assignment FORCE ROW LEVEL SECURITY;
ALTER TABLE support_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE support_plan FORCE ROW LEVEL SECURITY;
ALTER TABLE support_measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE support_measure FORCE ROW LEVEL SECURITY;
ALTER TABLE support_measure_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE support_measure_event FORCE ROW LEVEL SECURITY;
ALTER TABLE visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE visit FORCE ROW LEVEL SECURITY;

-- Staff by region; the family its own; the helper the families that are assigned now; a department what is handed to it.
CREATE POLICY region_party_or_own ON helper_assignment USING (
  CASE WHEN in_scope(village) THEN true
       WHEN person_id = scope_person() THEN true
       WHEN is_party(county, case_id) THEN true ELSE false END
);
CREATE POLICY region_party_or_helper ON support_plan USING (
  CASE WHEN in_scope(village) THEN true
       WHEN helps(county, case_id) THEN true
       WHEN is_party(county, case_id) THEN true ELSE false END
);
CREATE POLICY region_party_helper_or_department ON support_measure USING (
  CASE WHEN in_scope(village) THEN true
       WHEN helps(county, case_id) THEN true
       WHEN is_party(county, case_id) THEN true
       WHEN EXISTS (SELECT 1 FROM person_grant g
                     WHERE g.person_id = scope_person() AND g.role = 'DEPT' AND g.department = support_measure.owner
                       AND starts_with(support_measure.village, g.region))
       THEN true ELSE false END
);
CREATE POLICY region_party_helper_or_department ON support_measure_event USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM support_measure m WHERE m.county = support_measure_event.county
                       AND m.id = support_measure_event.measure_id)
       THEN true ELSE false END
);
-- A family does not read what was written down about it on a visit here; it hears of what follows.
CREATE POLICY region_or_helper ON visit USING (
  CASE WHEN in_scope(village) THEN true WHEN helps(county, case_id) THEN true ELSE false END
);

GRANT SELECT, INSERT, UPDATE (ended_at) ON helper_assignment TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (signed_at, signed_by, how, signature) ON support_plan TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (version, state, owner, due_on, landed_on, amount_fen, received, disputed, papers_due,
  told_late, village, key_id, sealed) ON support_measure TO shouwang_app;
GRANT SELECT, INSERT ON support_measure_event, visit TO shouwang_app;
