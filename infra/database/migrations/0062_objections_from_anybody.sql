-- Objections by voice and photo from people who need not say who they are (domain.md 3.3, 6.6). A file of theirs has no
-- owner: it lies with the notice's village, and whoever holds its ticket may finish it and hand it in, once.

ALTER TABLE attachment NO FORCE ROW LEVEL SECURITY;

ALTER TABLE attachment ALTER COLUMN owner_id DROP NOT NULL;
-- A keyed hash; taken away when the file is handed in.
ALTER TABLE attachment ADD COLUMN ticket bytea;
ALTER TABLE attachment DROP CONSTRAINT attachment_check;
ALTER TABLE attachment ADD CONSTRAINT attachment_lies_somewhere CHECK (case_id IS NULL OR village IS NOT NULL);
ALTER TABLE attachment ADD CONSTRAINT attachment_is_somebodys
  CHECK (owner_id IS NOT NULL OR ticket IS NOT NULL OR case_id IS NOT NULL);
-- Those that nobody handed in are removed after a day.
CREATE INDEX attachment_stray ON attachment (created_at) WHERE ticket IS NOT NULL;

ALTER TABLE attachment FORCE ROW LEVEL SECURITY;
GRANT UPDATE (ticket) ON attachment TO shouwang_app;

-- The answer to an objection opens the page of answers; what hangs in a village opens its list.
ALTER TABLE message DROP CONSTRAINT message_opens_check;
ALTER TABLE message ADD CONSTRAINT message_opens_check CHECK (opens ~ '^[A-Z]{4,16}$');
