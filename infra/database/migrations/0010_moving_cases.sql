-- A report that belongs to another village goes there with its history (domain.md 3.9): the village of its rows moves,
-- nothing else of them can be changed. The move is made in the county's scope, so both villages are inside it.

GRANT UPDATE (village) ON case_event, case_party, case_person_index TO shouwang_app;

-- Limits that profiles written before did not have (domain.md 3.1 to 3.3, 3.9).
ALTER TABLE profile NO FORCE ROW LEVEL SECURITY;
UPDATE profile SET doc = jsonb_set(doc, '{steps}', jsonb_build_object(
  'review', jsonb_build_object('limit', 10, 'unit', 'WORKING'),
  'reviewFiling', jsonb_build_object('limit', 10, 'unit', 'WORKING'),
  'reopen', jsonb_build_object('limit', 30, 'unit', 'NATURAL'),
  'transfer', jsonb_build_object('limit', 2, 'unit', 'NATURAL'),
  'assist', jsonb_build_object('limit', 3, 'unit', 'NATURAL'),
  'sameFacts', jsonb_build_object('limit', 90, 'unit', 'NATURAL'),
  'helpPapers', jsonb_build_object('limit', 20, 'unit', 'WORKING')) || (doc -> 'steps'));
ALTER TABLE profile FORCE ROW LEVEL SECURITY;

CREATE INDEX case_row_supplement ON case_row (county, due_on) WHERE state = 'SUPPLEMENT';
CREATE INDEX case_person_index_history ON case_person_index (county, kind, digest);
