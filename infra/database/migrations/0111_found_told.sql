-- What was told of problems and of rounds of checks, once each: that there is one, and that its day is past.

ALTER TABLE problem ADD COLUMN told_at timestamptz, ADD COLUMN late_told_at timestamptz;
ALTER TABLE check_village ADD COLUMN told_at timestamptz, ADD COLUMN late_told_at timestamptz;
CREATE INDEX problem_untold ON problem (county) WHERE told_at IS NULL;
CREATE INDEX check_village_untold ON check_village (county) WHERE told_at IS NULL;
CREATE INDEX check_village_open ON check_village (county, round_id) WHERE signed_at IS NULL AND late_told_at IS NULL;

GRANT UPDATE (told_at, late_told_at) ON problem TO shouwang_app;
GRANT UPDATE (told_at, late_told_at) ON check_village TO shouwang_app;
