-- Who serves where, in the own name or in somebody's stead during leave: for whoever looks for people by office. Each
-- table's own row locks apply to whoever reads it.
CREATE VIEW serving WITH (security_invoker = true) AS
  SELECT county, person_id, role, region, from_day, until_day, NULL::text AS stead_of FROM person_grant
  UNION ALL
  SELECT county, to_person, role, region, from_day, until_day, from_person FROM delegation WHERE ended_at IS NULL;
GRANT SELECT ON serving TO shouwang_app;

-- Nobody was at home: the errand stays open, and the tries are counted.
ALTER TABLE task ADD COLUMN tries int NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN tried_at timestamptz;
GRANT UPDATE (tries, tried_at) ON task TO shouwang_app;
