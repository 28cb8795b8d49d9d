-- That no notice is changed, taken out or put in unseen (domain.md 6.4). Each day somebody walks the chain of a county;
-- where the walk is, and what it found. Corrections are notices of their own: the old one stays as it was frozen.

CREATE TABLE chain_walk (
  county      char(6)     PRIMARY KEY,
  round_on    date        NOT NULL,
  -- The last link that this round has seen.
  at_seq      int         NOT NULL,
  at_digest   bytea       NOT NULL,
  -- The furthest link ever seen, sealed with a key that is not in here: a chain cut off behind it, or written anew as a
  -- whole, is not what was seen before.
  key_id      text,
  top         bytea,
  finished_at timestamptz
);

CREATE TABLE chain_fault (
  county    char(6)     NOT NULL,
  seq       int         NOT NULL,
  kind      text        NOT NULL CHECK (kind IN ('MISSING', 'ALTERED', 'BROKEN_LINK')),
  -- Of the notice that stands there, when one does.
  notice_id text,
  village   text,
  found_at  timestamptz NOT NULL,
  -- The last round that found it still so.
  seen_on   date        NOT NULL,
  PRIMARY KEY (county, seq, kind)
);

CREATE TABLE notice_correction (
  county       char(6)     NOT NULL,
  old_id       text        NOT NULL,
  new_id       text        NOT NULL,
  village      text        NOT NULL REFERENCES region (code),
  -- For everybody to read.
  reason       text        NOT NULL,
  corrected_at timestamptz NOT NULL,
  corrected_by text        NOT NULL REFERENCES person (id),
  PRIMARY KEY (county, old_id),
  UNIQUE (county, new_id),
  FOREIGN KEY (county, old_id) REFERENCES notice (county, id),
  FOREIGN KEY (county, new_id) REFERENCES notice (county, id)
);

ALTER TABLE chain_walk ENABLE ROW LEVEL SECURITY;
ALTER TABLE chain_walk FORCE ROW LEVEL SECURITY;
ALTER TABLE chain_fault ENABLE ROW LEVEL SECURITY;
ALTER TABLE chain_fault FORCE ROW LEVEL SECURITY;
ALTER TABLE notice_correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_correction FORCE ROW LEVEL SECURITY;
CREATE POLICY county ON chain_walk USING (in_scope(county));
CREATE POLICY county ON chain_fault USING (in_scope(county));
CREATE POLICY region ON notice_correction USING (in_scope(village));

GRANT SELECT, INSERT, UPDATE ON chain_walk TO shouwang_app;
GRANT SELECT, INSERT, UPDATE (seen_on) ON chain_fault TO shouwang_app;
GRANT SELECT, INSERT ON notice_correction TO shouwang_app;
