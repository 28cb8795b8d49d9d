-- Queues as data (shared/casework/queues.ts). Each open case stands in a few lists, once as it is and once for each step,
-- channel and risk by which a queue is narrowed. A list of a region is read from one index in order of due date, and a
-- count stops early, so neither grows with the county. The lists follow the row of the case, whoever writes to it.

ALTER TABLE case_row
  ADD COLUMN risks    text[]  NOT NULL DEFAULT '{}',
  -- Sent back by the township or the county, and not there again yet.
  ADD COLUMN returned boolean NOT NULL DEFAULT false;

CREATE TABLE case_list (
  county  char(6) NOT NULL,
  case_id text    NOT NULL,
  list    text    NOT NULL,
  village text    NOT NULL,
  town    text    GENERATED ALWAYS AS (left(village, 9)) STORED,
  due_key date    NOT NULL,
  state   text    NOT NULL,
  channel text    NOT NULL,
  risks   text[]  NOT NULL,
  PRIMARY KEY (county, case_id, list)
);
CREATE INDEX case_list_county ON case_list (county, list, due_key, case_id);
CREATE INDEX case_list_town ON case_list (town, list, due_key, case_id);
CREATE INDEX case_list_village ON case_list (village, list, due_key, case_id);

ALTER TABLE case_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_list FORCE ROW LEVEL SECURITY;
-- As the row of the case: staff by region, the family's own acts through case_party. The lists are written by the trigger
-- below in the name of whoever writes the row; a migration that writes rows lifts the force here as well.
CREATE POLICY region_or_party ON case_list USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_list.county AND p.case_id = case_list.case_id AND p.person_id = scope_person())
       THEN true ELSE false END
);
GRANT SELECT, INSERT, UPDATE, DELETE ON case_list TO shouwang_app;

CREATE FUNCTION lists_of(open boolean, holder text, holder_id text, desks text[], returned boolean,
                         state text, channel text, risks text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN NOT open THEN '{}' ELSE ARRAY(
    SELECT DISTINCT q.list || f.facet
      FROM (SELECT 'ALL' AS list
            UNION ALL SELECT 'FAMILY' WHERE holder = 'HOUSEHOLD'
            UNION ALL SELECT 'UNIT:' || CASE WHEN starts_with(d, 'COUNTY') THEN 'COUNTY' WHEN starts_with(d, 'TOWN') THEN 'TOWN'
                                             ELSE 'VILLAGE' END FROM unnest(desks) AS d
            UNION ALL SELECT 'TODO:' || w FROM unnest(CASE WHEN holder_id IS NULL THEN desks ELSE ARRAY[holder_id] END) AS w
            UNION ALL SELECT 'BACK:' || w FROM unnest(CASE WHEN holder_id IS NULL THEN desks ELSE ARRAY[holder_id] END) AS w
                       WHERE returned) AS q,
           (SELECT '' AS facet
            UNION ALL SELECT '/S:' || state
            UNION ALL SELECT '/C:' || channel
            UNION ALL SELECT '/R:' || r FROM unnest(risks) AS r) AS f) END
$$;

CREATE FUNCTION keep_lists() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lists text[] := lists_of(NEW.open, NEW.holder, NEW.holder_id, NEW.desks, NEW.returned, NEW.state, NEW.channel, NEW.risks);
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM case_list WHERE county = NEW.county AND case_id = NEW.id AND list <> ALL (lists);
  END IF;
  INSERT INTO case_list AS l (county, case_id, list, village, due_key, state, channel, risks)
  SELECT NEW.county, NEW.id, list, NEW.village, coalesce(NEW.due_on, DATE '9999-12-31'), NEW.state, NEW.channel, NEW.risks
    FROM unnest(lists) AS list
  ON CONFLICT (county, case_id, list) DO UPDATE
    SET village = excluded.village, due_key = excluded.due_key, state = excluded.state, channel = excluded.channel,
        risks = excluded.risks
    WHERE (l.village, l.due_key, l.state, l.channel, l.risks)
          IS DISTINCT FROM (excluded.village, excluded.due_key, excluded.state, excluded.channel, excluded.risks);
  RETURN NULL;
END
$$;

CREATE TRIGGER case_row_lists AFTER INSERT OR UPDATE ON case_row FOR EACH ROW EXECUTE FUNCTION keep_lists();

DROP INDEX case_row_queue_town;

-- Cases that are here already; nobody has one in hand yet. Their risks come with their next event.
ALTER TABLE case_row NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_list NO FORCE ROW LEVEL SECURITY;
INSERT INTO case_list (county, case_id, list, village, due_key, state, channel, risks)
SELECT r.county, r.id, l, r.village, r.due_key, r.state, r.channel, r.risks
  FROM case_row r, unnest(lists_of(r.open, r.holder, NULL, r.desks, r.returned, r.state, r.channel, r.risks)) AS l;
ALTER TABLE case_row FORCE ROW LEVEL SECURITY;
ALTER TABLE case_list FORCE ROW LEVEL SECURITY;
