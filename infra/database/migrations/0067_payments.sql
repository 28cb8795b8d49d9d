-- What reached families, as payers and the subsidy card report it (domain.md 7.1). Who, which card and what was said of it
-- is sealed; a person is found by a keyed hash. Amount, day, payer and policy are plain: ledgers add them up.
CREATE TABLE payment (
  county     char(6)     NOT NULL,
  id         text        NOT NULL,
  -- The village where it is known, else the county: whose offices may see it.
  place      text        NOT NULL,
  digest     bytea       NOT NULL,
  -- By which the same payment is known again, whoever sends it.
  same       bytea       NOT NULL,
  payer      text        NOT NULL,
  policy     text,
  paid_on    date        NOT NULL,
  amount_fen bigint      NOT NULL CHECK (amount_fen BETWEEN 1 AND 100000000),
  key_id     text        NOT NULL,
  sealed     bytea       NOT NULL,
  job_id     text        NOT NULL,
  sent_by    text        NOT NULL REFERENCES person (id),
  PRIMARY KEY (county, id)
);
CREATE UNIQUE INDEX payment_once ON payment (county, same);
CREATE INDEX payment_of_person ON payment (county, digest, paid_on DESC, id);

ALTER TABLE payment ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment FORCE ROW LEVEL SECURITY;
-- A family reads its own through the county's scope, by the hashes of its members and by nothing else.
CREATE POLICY region ON payment USING (in_scope(place));
GRANT SELECT, INSERT ON payment TO shouwang_app;

-- Under which words a sender writes its columns: asked once, remembered for the next file.
CREATE TABLE import_column (
  county    char(6) NOT NULL,
  kind      text    NOT NULL,
  target_id text    NOT NULL,
  title     text    NOT NULL,
  key       text    NOT NULL,
  PRIMARY KEY (county, kind, target_id, title)
);
ALTER TABLE import_column ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_column FORCE ROW LEVEL SECURITY;
CREATE POLICY region ON import_column USING (in_scope(county));
GRANT SELECT, INSERT, UPDATE (key), DELETE ON import_column TO shouwang_app;
