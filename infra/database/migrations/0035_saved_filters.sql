-- A queue that somebody narrowed and comes back to. It is its owner's alone; the name is free text, so it is sealed.

CREATE TABLE saved_filter (
  person_id text        NOT NULL REFERENCES person (id),
  id        text        NOT NULL,
  key_id    text        NOT NULL,
  name      bytea       NOT NULL,
  filter    jsonb       NOT NULL,
  saved_at  timestamptz NOT NULL,
  PRIMARY KEY (person_id, id)
);

ALTER TABLE saved_filter ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_filter FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON saved_filter USING (person_id = scope_person());
GRANT SELECT, INSERT, DELETE ON saved_filter TO shouwang_app;
