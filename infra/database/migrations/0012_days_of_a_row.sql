-- Each family of a notice has its own last day: after an objection that changed nothing its days go on alone, and the
-- others of the sheet come down when theirs are over (domain.md 3.0). The paper itself stays as it was frozen.

ALTER TABLE notice_case NO FORCE ROW LEVEL SECURITY;
ALTER TABLE notice NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_row NO FORCE ROW LEVEL SECURITY;

ALTER TABLE notice_case
  ADD COLUMN last_day      date,
  -- The day of the objection that is being looked into: the days stand still and the row stays up.
  ADD COLUMN stopped_on    date,
  -- Before its time: to be looked at anew, or withdrawn.
  ADD COLUMN taken_down_at timestamptz;

UPDATE notice_case nc SET last_day = n.last_day FROM notice n WHERE n.county = nc.county AND n.id = nc.notice_id;
-- Days that had already gone on when rows had none of their own.
UPDATE notice_case nc SET last_day = r.publicity_last_day
  FROM case_row r, notice n
 WHERE r.county = nc.county AND r.id = nc.case_id AND r.state = 'PUBLICITY'
   AND n.county = nc.county AND n.id = nc.notice_id AND n.kind = 'PROPOSED_INCLUSION'
   AND r.publicity_last_day > nc.last_day
   AND NOT EXISTS (SELECT 1 FROM notice_case other JOIN notice o ON o.county = other.county AND o.id = other.notice_id
                    WHERE other.county = nc.county AND other.case_id = nc.case_id AND o.seq > n.seq);

ALTER TABLE notice_case ALTER COLUMN last_day SET NOT NULL;
CREATE INDEX notice_running ON notice (county, last_day) WHERE ended_at IS NULL;

ALTER TABLE notice_case FORCE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
ALTER TABLE case_row FORCE ROW LEVEL SECURITY;

GRANT UPDATE (last_day, stopped_on, taken_down_at) ON notice_case TO shouwang_app;
