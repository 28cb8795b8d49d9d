-- The register of monitored households (监测台账; domain.md 3.6, 3.7, 3.10). A case that is included is the entry, under the
-- case's own id: a family that is included again has a new case, and so a new entry that names the one before. It is
-- written in the transaction in which the case becomes one that is included, or is struck off.

CREATE TABLE monitored_household (
  county           char(6)     NOT NULL,
  case_id          text        NOT NULL,
  village          text        NOT NULL REFERENCES region (code),
  town             text        GENERATED ALWAYS AS (left(village, 9)) STORED,
  status           text        NOT NULL CHECK (status IN ('ACTIVE', 'ELIM_PROPOSED', 'ELIM_VERIFY', 'ELIM_APPRAISAL',
                     'ELIM_PUBLICITY', 'ELIM_TOWN', 'ELIM_COUNTY', 'ELIMINATED', 'TRANSFERRED_OUT', 'EXTINCT',
                     'RECTIFIED_REMOVED')),
  -- On the list, whatever is being proposed: neither eliminated nor gone.
  monitored        boolean     GENERATED ALWAYS AS (status IN ('ACTIVE', 'ELIM_PROPOSED', 'ELIM_VERIFY', 'ELIM_APPRAISAL',
                     'ELIM_PUBLICITY', 'ELIM_TOWN', 'ELIM_COUNTY')) STORED,
  -- Sealed in the case's history: of families included before this table it comes with the first reading by the timers.
  household_type   text        CHECK (household_type IN ('UNSTABLE', 'MARGINAL', 'SUDDEN')),
  risks            text[]      NOT NULL DEFAULT '{}',
  -- Never set anew: a mark that is taken back leaves it as it was (domain.md 3.7).
  identified_on    date        NOT NULL,
  entries          int         NOT NULL CHECK (entries > 0),
  previous_case_id text,
  mode             text        CHECK (mode IN ('BY_SUPPORT', 'NATURAL')),
  eliminated_on    date,
  -- Last day on which it is still visited after the mark.
  observe_until    date,
  -- When it left the list otherwise: struck off, moved away, gone.
  closed_on        date,
  -- Events of its way out, and who has it now, by when.
  version          int         NOT NULL DEFAULT 0,
  due_on           date,
  updated_at       timestamptz NOT NULL,
  PRIMARY KEY (county, case_id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK ((status = 'ELIMINATED') <= (eliminated_on IS NOT NULL AND mode IS NOT NULL)),
  CHECK ((status IN ('TRANSFERRED_OUT', 'EXTINCT', 'RECTIFIED_REMOVED')) = (closed_on IS NOT NULL))
);
CREATE INDEX monitored_household_village ON monitored_household (county, village, status, case_id);
CREATE INDEX monitored_household_town ON monitored_household (town, status, case_id);
CREATE INDEX monitored_household_county ON monitored_household (county, status, case_id);

ALTER TABLE monitored_household ENABLE ROW LEVEL SECURITY;
ALTER TABLE monitored_household FORCE ROW LEVEL SECURITY;
CREATE POLICY region_or_party ON monitored_household USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = monitored_household.county AND p.case_id = monitored_household.case_id
                       AND p.person_id = scope_person())
       THEN true ELSE false END
);
GRANT SELECT, INSERT ON monitored_household TO shouwang_app;
GRANT UPDATE (status, household_type, risks, mode, eliminated_on, observe_until, closed_on, version, due_on, updated_at)
  ON monitored_household TO shouwang_app;

-- Families that are on the list already. Entries are counted over their people, as a new report counts them.
ALTER TABLE case_row NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_person_index NO FORCE ROW LEVEL SECURITY;
ALTER TABLE monitored_household NO FORCE ROW LEVEL SECURITY;
INSERT INTO monitored_household (county, case_id, village, status, risks, identified_on, entries, previous_case_id, closed_on,
                                 updated_at)
SELECT r.county, r.id, r.village, CASE r.state WHEN 'INCLUDED' THEN 'ACTIVE' ELSE r.state END, r.risks,
       (e.at AT TIME ZONE 'Asia/Shanghai')::date, 1 + before.entries, before.last,
       CASE r.state WHEN 'INCLUDED' THEN NULL ELSE (r.updated_at AT TIME ZONE 'Asia/Shanghai')::date END, r.updated_at
  FROM case_row r
  JOIN case_event e ON e.county = r.county AND e.case_id = r.id AND e.type = 'HouseholdIncluded'
 CROSS JOIN LATERAL (
   SELECT count(DISTINCT o.id)::int AS entries, max(o.id) AS last
     FROM case_person_index i
     JOIN case_person_index j ON j.county = i.county AND j.kind = i.kind AND j.digest = i.digest AND j.case_id < i.case_id
     JOIN case_row o ON o.county = j.county AND o.id = j.case_id AND o.state IN ('INCLUDED', 'RECTIFIED_REMOVED')
    WHERE i.county = r.county AND i.case_id = r.id AND i.kind = 'ID') AS before
 WHERE r.state IN ('INCLUDED', 'RECTIFIED_REMOVED');
ALTER TABLE case_row FORCE ROW LEVEL SECURITY;
ALTER TABLE case_event FORCE ROW LEVEL SECURITY;
ALTER TABLE case_person_index FORCE ROW LEVEL SECURITY;
ALTER TABLE monitored_household FORCE ROW LEVEL SECURITY;
