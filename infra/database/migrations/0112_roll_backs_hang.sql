-- A mark is taken back by the same steps as it was set (回退; domain.md 3.6): with days at the board and an announcement of its
-- own. One that had been appraised without them waits for its notice.
ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN (
  'PROPOSED_INCLUSION', 'RESULT_ANNOUNCEMENT', 'PROPOSED_ELIMINATION', 'ELIMINATION_RESULT', 'PROPOSED_ROLLBACK',
  'ROLLBACK_RESULT', 'MEASURES_LANDED', 'SUBSIDY_PAYMENTS', 'VILLAGE_NOTICE'));

UPDATE monitored_household SET step = 'PUBLICITY' WHERE status = 'ELIMINATED' AND step = 'TOWN';
