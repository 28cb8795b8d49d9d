-- Notices beside inclusion: eliminations, measures that have landed, payments, and a village's own words. What each may
-- say is a whitelist of its own (shared/publicity/kinds).

ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN (
  'PROPOSED_INCLUSION', 'RESULT_ANNOUNCEMENT', 'PROPOSED_ELIMINATION', 'ELIMINATION_RESULT', 'MEASURES_LANDED',
  'SUBSIDY_PAYMENTS', 'VILLAGE_NOTICE'));
