-- Tables that offices send in: read as a whole or refused as a whole, then applied a slice at a time, each slice with its
-- part of the report in one transaction. Whoever continues finds the first slice that is not done.

CREATE TABLE import_job (
  county      char(6)     NOT NULL,
  id          text        NOT NULL,
  kind        text        NOT NULL,
  -- What the rows are for: a list, a village. What it means is the kind's own.
  target_id   text        NOT NULL,
  -- Digits of the place whose offices may see the job.
  region      text        NOT NULL,
  owner_id    text        NOT NULL REFERENCES person (id),
  file_name   text        NOT NULL,
  -- Gone from the store a day later: rows are kept sealed, the file is not.
  object_key  text        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('WAITING', 'APPLYING', 'DONE', 'REFUSED')),
  -- Why the file was refused as a whole.
  reason      text,
  params      jsonb,
  rows_total  int         NOT NULL DEFAULT 0,
  rows_done   int         NOT NULL DEFAULT 0,
  rows_good   int         NOT NULL DEFAULT 0,
  report_key  text,
  created_at  timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (county, id),
  CHECK ((state = 'REFUSED') = (reason IS NOT NULL))
);
CREATE INDEX import_job_open ON import_job (county, created_at) WHERE state = 'APPLYING';

CREATE TABLE import_chunk (
  county   char(6) NOT NULL,
  job_id   text    NOT NULL,
  seq      int     NOT NULL,
  region   text    NOT NULL,
  owner_id text    NOT NULL,
  key_id   text    NOT NULL,
  sealed   bytea   NOT NULL,
  done     boolean NOT NULL DEFAULT false,
  PRIMARY KEY (county, job_id, seq),
  FOREIGN KEY (county, job_id) REFERENCES import_job (county, id)
);

ALTER TABLE import_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_job FORCE ROW LEVEL SECURITY;
ALTER TABLE import_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_chunk FORCE ROW LEVEL SECURITY;

CREATE POLICY region_or_owner ON import_job USING (
  CASE WHEN in_scope(region) THEN true WHEN owner_id = scope_person() THEN true ELSE false END
);
CREATE POLICY region_or_owner ON import_chunk USING (
  CASE WHEN in_scope(region) THEN true WHEN owner_id = scope_person() THEN true ELSE false END
);

GRANT SELECT, INSERT, UPDATE (state, reason, params, rows_total, rows_done, rows_good, report_key, finished_at)
  ON import_job TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (key_id, sealed, done) ON import_chunk TO shouwang_app;
