-- Cards and ledgers read measures from their own table (0075). What cases recorded before there was one is sealed in their
-- history: the timers take it over, case by case; a measure that is there already is not written twice.
ALTER TABLE case_event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE support_measure NO FORCE ROW LEVEL SECURITY;
ALTER TABLE outbox NO FORCE ROW LEVEL SECURITY;
INSERT INTO outbox (county, kind, payload, run_after)
SELECT e.county, 'KEEP_MEASURES', jsonb_build_object('caseId', e.case_id), now()
  FROM case_event e WHERE e.type = 'MeasureRecorded'
 GROUP BY e.county, e.case_id
HAVING count(*) > (SELECT count(*) FROM support_measure m
                    WHERE m.county = e.county AND m.case_id = e.case_id AND m.case_index IS NOT NULL);
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
ALTER TABLE support_measure FORCE ROW LEVEL SECURITY;
ALTER TABLE case_event FORCE ROW LEVEL SECURITY;

-- When somebody asks which measures reached families in some days.
CREATE INDEX support_measure_landed ON support_measure (county, landed_on) WHERE landed_on IS NOT NULL;
