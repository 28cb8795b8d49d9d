-- Rounds of checks (集中排查; domain.md 3.5, 8.3 ledger 6): opened by a county or a township for villages, with a day; each
-- village writes how many households it has been to, reports in words, and two people sign. A clue may be of a round.

CREATE TABLE check_round (
  county    char(6)     NOT NULL,
  id        text        NOT NULL,
  -- Digits of the county, township or village for which it was opened.
  region    text        NOT NULL,
  name      text        NOT NULL,
  target    text        NOT NULL CHECK (target IN ('ALL', 'REGISTER')),
  first_day date        NOT NULL,
  last_day  date        NOT NULL CHECK (last_day >= first_day),
  opened_by text        NOT NULL REFERENCES person (id),
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (county, id)
);
CREATE INDEX check_round_days ON check_round (county, first_day DESC, id);

CREATE TABLE check_village (
  county       char(6)     NOT NULL,
  round_id     text        NOT NULL,
  village      text        NOT NULL REFERENCES region (code),
  -- Households that are due; null until somebody has said how many.
  due          int         CHECK (due >= 0),
  -- What the village reports at the end, sealed; who signed first, in whose stead, and who second.
  key_id       text,
  sealed       bytea,
  reported_by  text        REFERENCES person (id),
  reported_for text        REFERENCES person (id),
  reported_at  timestamptz,
  signed_by    text        REFERENCES person (id),
  signed_at    timestamptz,
  PRIMARY KEY (county, round_id, village),
  FOREIGN KEY (county, round_id) REFERENCES check_round (county, id),
  CHECK (num_nulls(key_id, sealed, reported_by, reported_at) IN (0, 4)),
  CHECK ((signed_by IS NULL) = (signed_at IS NULL)),
  CHECK (signed_by IS NULL OR (reported_by IS NOT NULL AND signed_by <> reported_by))
);
CREATE INDEX check_village_of_village ON check_village (county, village);

-- Households that one person has been to on one day.
CREATE TABLE check_day (
  county     char(6)     NOT NULL,
  round_id   text        NOT NULL,
  village    text        NOT NULL,
  day        date        NOT NULL,
  noted_by   text        NOT NULL REFERENCES person (id),
  households int         NOT NULL CHECK (households >= 0),
  noted_at   timestamptz NOT NULL,
  PRIMARY KEY (county, round_id, village, day, noted_by),
  FOREIGN KEY (county, round_id, village) REFERENCES check_village (county, round_id, village)
);

ALTER TABLE check_round ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_round FORCE ROW LEVEL SECURITY;
ALTER TABLE check_village ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_village FORCE ROW LEVEL SECURITY;
ALTER TABLE check_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE check_day FORCE ROW LEVEL SECURITY;

-- A village reads the name and days of a round that was opened above it; it opens none there.
CREATE POLICY above_or_below ON check_round
  USING (CASE WHEN starts_with(region, scope_region()) OR starts_with(scope_region(), region) THEN true ELSE false END)
  WITH CHECK (in_scope(region));
CREATE POLICY region ON check_village USING (in_scope(village));
CREATE POLICY region ON check_day USING (in_scope(village));

GRANT SELECT, INSERT ON check_round TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (due, key_id, sealed, reported_by, reported_for, reported_at, signed_by, signed_at)
  ON check_village TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (households, noted_at) ON check_day TO shouwang_app;

ALTER TABLE clue ADD COLUMN check_round text;
ALTER TABLE clue ADD FOREIGN KEY (county, check_round, village) REFERENCES check_village (county, round_id, village);
CREATE INDEX clue_of_check ON clue (county, check_round, village) WHERE check_round IS NOT NULL;
