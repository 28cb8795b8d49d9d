-- Follow-up of families on the list (domain.md 3.5, 3.8): what is known of them is valid in time and never overwritten, people
-- come and go, somebody looks after them by month, quarter and event. All under the id of the case that put them there; the
-- first facts are the case's own and are not copied. What was said of persons is sealed; figures that ledgers add up are plain.

CREATE TABLE household_fact (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  -- The order of writing: of rows about the same day the last one counts.
  written     bigint      GENERATED ALWAYS AS IDENTITY,
  case_id     text        NOT NULL,
  village     text        NOT NULL REFERENCES region (code),
  -- '' is the family as a whole.
  member_key  text        NOT NULL DEFAULT '',
  fact        text        NOT NULL,
  -- From this day, up to and without that one.
  valid_from  date        NOT NULL,
  valid_to    date,
  recorded_at timestamptz NOT NULL,
  recorded_by text        NOT NULL REFERENCES person (id),
  evidence    text        NOT NULL,
  key_id      text        NOT NULL,
  sealed      bytea       NOT NULL,
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK (valid_to > valid_from)
);
CREATE INDEX household_fact_of_case ON household_fact (county, case_id, written);

-- Somebody comes or goes, or the family says that something changed. TOLD waits for a cadre, TOWN and COUNTY for their word.
CREATE TABLE household_change (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  case_id     text        NOT NULL,
  village     text        NOT NULL REFERENCES region (code),
  kind        text        NOT NULL,
  happened_on date        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('TOLD', 'TOWN', 'COUNTY', 'DONE', 'REFUSED')),
  by_family   boolean     NOT NULL,
  said_by     text        NOT NULL REFERENCES person (id),
  said_at     timestamptz NOT NULL,
  due_on      date        NOT NULL,
  key_id      text        NOT NULL,
  sealed      bytea       NOT NULL,
  answered_by text        REFERENCES person (id),
  answered_at timestamptz,
  answer_key  text,
  answer      bytea,
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK (num_nulls(answered_by, answered_at, answer_key, answer) IN (0, 4)),
  CHECK (state <> 'TOLD' OR by_family)
);
CREATE INDEX household_change_of_case ON household_change (county, case_id, said_at);
CREATE INDEX household_change_open ON household_change (county, village, due_on) WHERE state IN ('TOLD', 'TOWN', 'COUNTY');

CREATE TABLE follow_up (
  county  char(6)     NOT NULL,
  id      text        NOT NULL,
  case_id text        NOT NULL,
  village text        NOT NULL REFERENCES region (code),
  cadence text        NOT NULL CHECK (cadence IN ('MONTH', 'QUARTER', 'EVENT')),
  on_day  date        NOT NULL,
  result  text        NOT NULL CHECK (result IN ('STABLE', 'IMPROVING', 'NEW_RISK', 'RELAPSE', 'UNREACHABLE',
            'READY_TO_ELIMINATE')),
  event   text        CHECK (event IN ('ILLNESS', 'DISASTER', 'JOB_LOSS', 'BIRTH_DEATH', 'SCHOOL', 'OTHER')),
  by_id   text        NOT NULL REFERENCES person (id),
  by_role text        NOT NULL,
  at      timestamptz NOT NULL,
  key_id  text        NOT NULL,
  sealed  bytea       NOT NULL,
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK ((cadence = 'EVENT') = (event IS NOT NULL))
);
CREATE INDEX follow_up_of_case ON follow_up (county, case_id, on_day);

-- 监测户季度监测台账: a line a family and quarter, revised by another line, never changed but by who has it next.
CREATE TABLE quarterly_ledger (
  county            char(6)     NOT NULL,
  case_id           text        NOT NULL,
  quarter           text        NOT NULL CHECK (quarter ~ '^20\d\dQ[1-4]$'),
  revision          int         NOT NULL CHECK (revision > 0),
  superseded        boolean     NOT NULL DEFAULT false,
  village           text        NOT NULL REFERENCES region (code),
  state             text        NOT NULL CHECK (state IN ('VILLAGE', 'TOWN', 'DONE', 'RETURNED')),
  on_day            date        NOT NULL,
  -- Fen. A wages, B gross business, C property, D transfers, E costs of production.
  income_a          bigint      NOT NULL,
  income_b          bigint      NOT NULL,
  income_c          bigint      NOT NULL,
  income_d          bigint      NOT NULL,
  cost_e            bigint      NOT NULL,
  net               bigint      NOT NULL,
  rigid             bigint      NOT NULL,
  reference         bigint      NOT NULL,
  -- People of each of its three months, and what came in for each of them in the quarter.
  heads             int[]       NOT NULL CHECK (cardinality(heads) = 3),
  net_per_head      bigint,
  reference_per_head bigint,
  -- The rules under which that was computed (domain.md 5.3).
  profile_code      text        NOT NULL,
  profile_version   int         NOT NULL,
  line_fen          bigint      NOT NULL,
  -- Something is wrong with it.
  housing           boolean     NOT NULL,
  water             boolean     NOT NULL,
  school            boolean     NOT NULL,
  insurance         boolean     NOT NULL,
  work              text        NOT NULL CHECK (work IN ('NONE', 'FOUND', 'CHANGED', 'LOST')),
  feeling           text        NOT NULL CHECK (feeling IN ('BETTER', 'SAME', 'WORSE')),
  result            text        NOT NULL CHECK (result IN ('STABLE', 'IMPROVING', 'NEW_RISK', 'RELAPSE', 'UNREACHABLE',
                      'READY_TO_ELIMINATE')),
  signed            text        NOT NULL CHECK (signed IN ('SCREEN', 'PAPER', 'FINGERPRINT', 'NOBODY')),
  signature_id      text,
  recorded_by       text        NOT NULL REFERENCES person (id),
  recorded_at       timestamptz NOT NULL,
  village_by        text        REFERENCES person (id),
  village_at        timestamptz,
  town_by           text        REFERENCES person (id),
  town_at           timestamptz,
  -- Sheet, words and figures as they were computed.
  key_id            text        NOT NULL,
  sealed            bytea       NOT NULL,
  PRIMARY KEY (county, case_id, quarter, revision),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK ((signed = 'NOBODY') = (signature_id IS NULL)),
  CHECK (num_nulls(village_by, village_at) IN (0, 2)),
  CHECK (num_nulls(town_by, town_at) IN (0, 2)),
  -- Nobody signs two levels one after the other (domain.md 1.4).
  CHECK (village_by <> recorded_by),
  CHECK (town_by <> village_by)
);
CREATE UNIQUE INDEX quarterly_ledger_current ON quarterly_ledger (county, case_id, quarter) WHERE NOT superseded;
CREATE INDEX quarterly_ledger_waiting ON quarterly_ledger (county, village) WHERE NOT superseded AND state <> 'DONE';

-- What a follow-up or a change leaves to be done: a new plan, a guarantee to be mended, payments to be stopped.
CREATE TABLE follow_task (
  county       char(6)     NOT NULL,
  id           text        NOT NULL,
  case_id      text        NOT NULL,
  village      text        NOT NULL REFERENCES region (code),
  kind         text        NOT NULL,
  -- Which risks, guarantee or members: codes and keys.
  about        text        NOT NULL DEFAULT '',
  due_on       date        NOT NULL,
  created_at   timestamptz NOT NULL,
  told_at      timestamptz,
  escalated_at timestamptz,
  done_at      timestamptz,
  done_by      text        REFERENCES person (id),
  answer_key   text,
  answer       bytea,
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK (num_nulls(done_at, done_by, answer_key, answer) IN (0, 4))
);
-- The same thing waits once; the earlier day counts.
CREATE UNIQUE INDEX follow_task_once ON follow_task (county, case_id, kind, about) WHERE done_at IS NULL;
CREATE INDEX follow_task_open ON follow_task (county, village, due_on) WHERE done_at IS NULL;

ALTER TABLE household_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_fact FORCE ROW LEVEL SECURITY;
ALTER TABLE household_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_change FORCE ROW LEVEL SECURITY;
ALTER TABLE follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE follow_up FORCE ROW LEVEL SECURITY;
ALTER TABLE quarterly_ledger ENABLE ROW LEVEL SECURITY;
ALTER TABLE quarterly_ledger FORCE ROW LEVEL SECURITY;
ALTER TABLE follow_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE follow_task FORCE ROW LEVEL SECURITY;

-- A family reads what is held about it and says what changed. What the office notes for itself stays the office's.
CREATE POLICY region_or_family ON household_fact USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = household_fact.county AND p.case_id = household_fact.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true ELSE false END
);
CREATE POLICY region_or_family ON household_change USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = household_change.county AND p.case_id = household_change.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true ELSE false END
);
CREATE POLICY region_or_family ON quarterly_ledger USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = quarterly_ledger.county AND p.case_id = quarterly_ledger.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true ELSE false END
);
CREATE POLICY region ON follow_up USING (in_scope(village));
CREATE POLICY region ON follow_task USING (in_scope(village));

GRANT SELECT, INSERT ON household_fact TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (state, answered_by, answered_at, answer_key, answer) ON household_change TO shouwang_app;
GRANT SELECT, INSERT ON follow_up TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (superseded, state, village_by, village_at, town_by, town_at) ON quarterly_ledger
  TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (due_on, told_at, escalated_at, done_at, done_by, answer_key, answer) ON follow_task
  TO shouwang_app;
