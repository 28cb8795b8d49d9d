-- A round of checks (domain.md 3.5, 8.3 ledger 6) may be for several places of one office, goes on for longer when its day is put off,
-- and is withdrawn while nobody has been anywhere. `region` is the
-- place of the office that opened it (of those before: the place that it was opened for).
ALTER TABLE check_round
  -- Digits of each place that it was opened for.
  ADD COLUMN places text[],
  ADD COLUMN withdrawn_by text REFERENCES person (id),
  ADD COLUMN withdrawn_at timestamptz,
  -- Why, sealed.
  ADD COLUMN key_id text,
  ADD COLUMN withdrawn bytea,
  ADD CHECK (num_nulls(withdrawn_by, withdrawn_at, key_id, withdrawn) IN (0, 4));
ALTER TABLE check_round NO FORCE ROW LEVEL SECURITY;
UPDATE check_round SET places = ARRAY[region];
ALTER TABLE check_round FORCE ROW LEVEL SECURITY;
ALTER TABLE check_round ALTER COLUMN places SET NOT NULL, ADD CHECK (cardinality(places) > 0);

-- Each time that the last day was put off: what it was, what it became, who did it and why.
CREATE TABLE check_extension (
  county   char(6)     NOT NULL,
  round_id text        NOT NULL,
  number   int         NOT NULL CHECK (number > 0),
  -- The round's own, so that who reads it reads this.
  region   text        NOT NULL,
  was      date        NOT NULL,
  last_day date        NOT NULL CHECK (last_day > was),
  by_id    text        NOT NULL REFERENCES person (id),
  at       timestamptz NOT NULL,
  key_id   text        NOT NULL,
  sealed   bytea       NOT NULL,
  PRIMARY KEY (county, round_id, number),
  FOREIGN KEY (county, round_id) REFERENCES check_round (county, id)
);
ALTER TABLE check_extension ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_extension FORCE ROW LEVEL SECURITY;
CREATE POLICY above_or_below ON check_extension
  USING (CASE WHEN starts_with(region, scope_region()) OR starts_with(scope_region(), region) THEN true ELSE false END)
  WITH CHECK (in_scope(region));

GRANT UPDATE (last_day, withdrawn_by, withdrawn_at, key_id, withdrawn) ON check_round TO shouwang_app;
GRANT SELECT, INSERT ON check_extension TO shouwang_app;
