-- The second lock. Each connection says for whom it works: `app.region`, the leading digits of a division code, and
-- `app.person`. Both default to nothing, and nothing sees nothing: an unset setting reads as NULL, one that was set
-- for a transaction that is over reads as '', and '' is a prefix of every code, so neither may count as a region.
--
-- Policies have the form CASE WHEN … THEN true ELSE false END: written plainly, the planner guesses how few rows a
-- policy lets through and leaves the ordered index. The functions are single expressions, so that they are inlined.

CREATE FUNCTION scope_region() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('app.region', true), ''), 'none');

CREATE FUNCTION scope_person() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('app.person', true), ''), 'none');

-- A place lies inside the region that the connection works for.
CREATE FUNCTION in_scope(code text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN starts_with(code, scope_region()) THEN true ELSE false END;

-- A row belongs to the person that the connection works for, or the timers are at work.
CREATE FUNCTION is_own(person_id text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN scope_person() IN (person_id, 'system') THEN true ELSE false END;
