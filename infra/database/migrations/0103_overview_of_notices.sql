-- What the overview of notices says of each: how much was put right before it went up, and who was reminded of it.

ALTER TABLE notice ADD COLUMN mended int NOT NULL DEFAULT 0 CHECK (mended >= 0);

-- A township or a county reminds a village of its board, once a day for one notice.
CREATE TABLE notice_reminder (
  county    char(6)     NOT NULL,
  notice_id text        NOT NULL,
  village   text        NOT NULL REFERENCES region (code),
  day       date        NOT NULL,
  what      text        NOT NULL CHECK (what IN ('START', 'END', 'CLEARED', 'REHANG')),
  by_person text        NOT NULL REFERENCES person (id),
  at        timestamptz NOT NULL,
  told_at   timestamptz,
  PRIMARY KEY (county, notice_id, day),
  FOREIGN KEY (county, notice_id) REFERENCES notice (county, id)
);
CREATE INDEX notice_reminder_untold ON notice_reminder (county) WHERE told_at IS NULL;

ALTER TABLE notice_reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY region ON notice_reminder USING (in_scope(village));

GRANT SELECT, INSERT, UPDATE (told_at) ON notice_reminder TO shouwang_app;
