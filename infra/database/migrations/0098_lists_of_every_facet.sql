-- A case stands in its lists once for every combination of step, channel and risk, so that a queue narrowed by several of
-- them is read from one index in order of due date as well. The list says it all: nothing is looked at row by row.
CREATE OR REPLACE FUNCTION lists_of(open boolean, holder text, holder_id text, desks text[], returned boolean,
                                    state text, channel text, risks text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN NOT open THEN '{}' ELSE ARRAY(
    SELECT DISTINCT q.list || s.facet || c.facet || r.facet
      FROM (SELECT 'ALL' AS list
            UNION ALL SELECT 'FAMILY' WHERE holder = 'HOUSEHOLD'
            UNION ALL SELECT 'UNIT:' || CASE WHEN starts_with(d, 'COUNTY') THEN 'COUNTY' WHEN starts_with(d, 'TOWN') THEN 'TOWN'
                                             ELSE 'VILLAGE' END FROM unnest(desks) AS d
            UNION ALL SELECT 'TODO:' || w FROM unnest(CASE WHEN holder_id IS NULL THEN desks ELSE ARRAY[holder_id] END) AS w
            UNION ALL SELECT 'BACK:' || w FROM unnest(CASE WHEN holder_id IS NULL THEN desks ELSE ARRAY[holder_id] END) AS w
                       WHERE returned) AS q,
           (VALUES (''), ('/S:' || state)) AS s(facet),
           (VALUES (''), ('/C:' || channel)) AS c(facet),
           (SELECT '' AS facet UNION ALL SELECT '/R:' || k FROM unnest(risks) AS k) AS r) END
$$;

CREATE OR REPLACE FUNCTION keep_lists() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lists text[] := lists_of(NEW.open, NEW.holder, NEW.holder_id, NEW.desks, NEW.returned, NEW.state, NEW.channel, NEW.risks);
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM case_list WHERE county = NEW.county AND case_id = NEW.id AND list <> ALL (lists);
  END IF;
  INSERT INTO case_list AS l (county, case_id, list, village, due_key)
  SELECT NEW.county, NEW.id, list, NEW.village, coalesce(NEW.due_on, DATE '9999-12-31') FROM unnest(lists) AS list
  ON CONFLICT (county, case_id, list) DO UPDATE SET village = excluded.village, due_key = excluded.due_key
    WHERE (l.village, l.due_key) IS DISTINCT FROM (excluded.village, excluded.due_key);
  RETURN NULL;
END
$$;

ALTER TABLE case_list DROP COLUMN state, DROP COLUMN channel, DROP COLUMN risks;

ALTER TABLE case_row NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_list NO FORCE ROW LEVEL SECURITY;
INSERT INTO case_list (county, case_id, list, village, due_key)
SELECT r.county, r.id, l, r.village, r.due_key
  FROM case_row r, unnest(lists_of(r.open, r.holder, r.holder_id, r.desks, r.returned, r.state, r.channel, r.risks)) AS l
ON CONFLICT DO NOTHING;
ALTER TABLE case_row FORCE ROW LEVEL SECURITY;
ALTER TABLE case_list FORCE ROW LEVEL SECURITY;
