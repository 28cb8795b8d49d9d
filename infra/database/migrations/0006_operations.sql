-- What the machine itself remembers: work to do later, who looked at what, answers already given, ceilings, the clock.

CREATE TABLE outbox (
  county       char(6)     NOT NULL,
  id           bigint      GENERATED ALWAYS AS IDENTITY,
  kind         text        NOT NULL,
  -- Ids and codes only, never what a person said.
  payload      jsonb       NOT NULL,
  run_after    timestamptz NOT NULL,
  attempts     int         NOT NULL DEFAULT 0,
  leased_until timestamptz,
  done_at      timestamptz,
  dead         boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (county, id)
);
CREATE INDEX outbox_waiting ON outbox (county, run_after) WHERE done_at IS NULL AND NOT dead;

CREATE TABLE audit (
  county    char(6)     NOT NULL,
  id        bigint      GENERATED ALWAYS AS IDENTITY,
  at        timestamptz NOT NULL,
  person_id text        NOT NULL,
  what      text        NOT NULL,
  case_id   text        NOT NULL,
  detail    text        NOT NULL,
  -- The reason is free text: people write phone numbers into it.
  key_id    text        NOT NULL,
  why       bytea       NOT NULL,
  trace_id  text        NOT NULL,
  PRIMARY KEY (county, id)
);
CREATE INDEX audit_by_case ON audit (county, case_id, at);

-- First answers of commands, by person and request id: a request id is the person's own, so there is no county here.
CREATE TABLE request_log (
  person_id    text        NOT NULL,
  operation    text        NOT NULL,
  request_id   text        NOT NULL,
  input_digest bytea       NOT NULL,
  key_id       text,
  answer       bytea,
  at           timestamptz NOT NULL,
  PRIMARY KEY (person_id, operation, request_id)
);
CREATE INDEX request_log_by_age ON request_log (at);

-- Calls in the present window. Losing the counts in a crash costs nothing, so they are not written ahead.
CREATE UNLOGGED TABLE rate_counter (
  key        text   PRIMARY KEY,
  window_end bigint NOT NULL,
  count      int    NOT NULL
);

-- The local stack's moved clock, which a kill must not lose: at most one row.
CREATE TABLE local_clock (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  offset_ms bigint  NOT NULL
);

ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
ALTER TABLE request_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE request_log FORCE ROW LEVEL SECURITY;

-- Anybody's transaction may leave work or a trace; only those who work for the whole county may look.
CREATE POLICY anybody_leaves ON outbox FOR INSERT WITH CHECK (true);
CREATE POLICY county_reads ON outbox FOR SELECT USING (in_scope(county));
CREATE POLICY county_takes ON outbox FOR UPDATE USING (in_scope(county));
CREATE POLICY anybody_leaves ON audit FOR INSERT WITH CHECK (true);
CREATE POLICY county_reads ON audit FOR SELECT USING (in_scope(county));
CREATE POLICY own ON request_log USING (is_own(person_id));

GRANT SELECT, INSERT, UPDATE ON outbox TO shouwang_app;
GRANT SELECT, INSERT ON audit TO shouwang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON request_log, rate_counter, local_clock TO shouwang_app;
