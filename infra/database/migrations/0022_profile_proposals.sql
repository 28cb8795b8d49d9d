-- A county changes its procedure: one person proposes the next version, another publishes it (domain.md 2.6, 11). A
-- proposal is never changed: whoever changes it writes another one that replaces it, so what is published is what was read.

CREATE TABLE profile_proposal (
  county       char(6)     NOT NULL,
  id           text        NOT NULL,
  code         text        NOT NULL,
  -- The version that its writer had before him.
  base_version int         NOT NULL,
  version      int         NOT NULL,
  from_day     date        NOT NULL,
  doc          jsonb       NOT NULL,
  note         text        NOT NULL CHECK (length(note) <= 300),
  state        text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'REPLACED', 'DISCARDED', 'PUBLISHED')),
  proposed_by  text        NOT NULL REFERENCES person (id),
  proposed_at  timestamptz NOT NULL,
  closed_by    text        REFERENCES person (id),
  closed_at    timestamptz,
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, code, base_version) REFERENCES profile (county, code, version),
  CHECK ((state = 'OPEN') = (closed_by IS NULL)),
  CHECK ((state = 'OPEN') = (closed_at IS NULL)),
  -- Two persons, whatever a use case forgets.
  CHECK (state <> 'PUBLISHED' OR closed_by <> proposed_by)
);
-- One at a time: two that wait would each leave the other's changes out.
CREATE UNIQUE INDEX profile_proposal_open ON profile_proposal (county) WHERE state = 'OPEN';

ALTER TABLE profile_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile_proposal FORCE ROW LEVEL SECURITY;
CREATE POLICY county ON profile_proposal USING (in_scope(county));
GRANT SELECT, INSERT, UPDATE (state, closed_by, closed_at) ON profile_proposal TO shouwang_app;

-- Where a version came from; null for those that a county began with.
ALTER TABLE profile ADD COLUMN proposal text;
ALTER TABLE profile ADD FOREIGN KEY (county, proposal) REFERENCES profile_proposal (county, id);
CREATE UNIQUE INDEX profile_by_proposal ON profile (county, proposal) WHERE proposal IS NOT NULL;

-- A version is written by whoever published its proposal, word for word; the first ones by the system.
DROP POLICY county_writes ON profile;
CREATE POLICY second_person_writes ON profile FOR INSERT WITH CHECK (
  CASE WHEN NOT in_scope(county) THEN false
       WHEN scope_person() = 'system' THEN true
       WHEN EXISTS (SELECT 1 FROM profile_proposal p
                     WHERE p.county = profile.county AND p.id = profile.proposal AND p.state = 'PUBLISHED'
                       AND p.closed_by = scope_person() AND p.proposed_by <> scope_person()
                       AND (p.code, p.version, p.from_day, p.doc)
                         = (profile.code, profile.version, profile.effective_from, profile.doc))
       THEN true ELSE false END
);
-- It is in force from the day that it says.
DROP POLICY county_writes ON profile_in_force;
CREATE POLICY from_its_own_day ON profile_in_force FOR INSERT WITH CHECK (
  CASE WHEN NOT in_scope(county) THEN false
       WHEN scope_person() = 'system' THEN true
       WHEN EXISTS (SELECT 1 FROM profile p
                     WHERE (p.county, p.code, p.version, p.effective_from)
                         = (profile_in_force.county, profile_in_force.code, profile_in_force.version,
                            profile_in_force.from_day)
                       AND p.proposal IS NOT NULL)
       THEN true ELSE false END
);
