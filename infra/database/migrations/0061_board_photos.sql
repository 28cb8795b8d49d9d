-- Photos of the board that somebody has to take (domain.md 6.4): that it went up, that it hung to its last day, and that
-- the paper came down. Each is a task of the village, and rises when it is late.

CREATE TABLE board_task (
  county       char(6)     NOT NULL,
  notice_id    text        NOT NULL,
  village      text        NOT NULL REFERENCES region (code),
  what         text        NOT NULL CHECK (what IN ('START', 'END', 'CLEARED')),
  due_on       date        NOT NULL,
  created_at   timestamptz NOT NULL,
  told_at      timestamptz,
  escalated_at timestamptz,
  photo_id     text,
  done_at      timestamptz,
  done_by      text        REFERENCES person (id),
  -- The paper came down without it: it cannot be taken any more.
  missed_at    timestamptz,
  PRIMARY KEY (county, notice_id, what),
  FOREIGN KEY (county, notice_id) REFERENCES notice (county, id)
);
CREATE INDEX board_task_open ON board_task (county, village, due_on) WHERE done_at IS NULL AND missed_at IS NULL;

ALTER TABLE board_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE board_task FORCE ROW LEVEL SECURITY;
CREATE POLICY region ON board_task USING (in_scope(village));

GRANT SELECT, INSERT, UPDATE (told_at, escalated_at, photo_id, done_at, done_by, missed_at) ON board_task TO shouwang_app;
