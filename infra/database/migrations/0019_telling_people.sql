-- How people hear: what a message says and opens, what became of each delivery, whom somebody must visit because the
-- family has no phone, and which warnings have been given.

ALTER TABLE message ADD COLUMN body text NOT NULL DEFAULT '';
-- Which page it opens: the family's case, the staff's case, the queue, the tasks.
ALTER TABLE message ADD COLUMN opens text NOT NULL DEFAULT 'CASE' CHECK (opens IN ('CASE', 'REVIEW', 'QUEUE', 'TASKS'));

-- A call that must not be made twice is begun in a transaction of its own; `outcome` is what came of the last try, a code.
ALTER TABLE outbox ADD COLUMN started_at timestamptz;
ALTER TABLE outbox ADD COLUMN outcome text;
CREATE INDEX outbox_set_aside ON outbox (county, id) WHERE dead OR outcome = 'UNKNOWN';

CREATE TABLE task (
  county       char(6)     NOT NULL,
  id           text        NOT NULL,
  village      text        NOT NULL REFERENCES region (code),
  case_id      text        NOT NULL,
  -- TELL: the family has no account here; VISIT: papers are late; HELP: the family asked for a hand with its papers.
  kind         text        NOT NULL CHECK (kind IN ('TELL', 'VISIT', 'HELP')),
  -- Keys and sentences of what is to be told, in order; only ever added to.
  item_keys    text[]      NOT NULL,
  items        text[]      NOT NULL CHECK (cardinality(items) = cardinality(item_keys)),
  due_on       date        NOT NULL,
  created_at   timestamptz NOT NULL,
  escalated_at timestamptz,
  done_at      timestamptz,
  done_by      text        REFERENCES person (id),
  how          text        CHECK (how IN ('VISIT', 'PHONE', 'RELATIVE', 'PAPER')),
  PRIMARY KEY (county, id),
  CHECK ((done_at IS NULL) = (done_by IS NULL) AND (done_at IS NULL) = (how IS NULL))
);
-- One open errand a family and kind: what is new joins it.
CREATE UNIQUE INDEX task_open ON task (county, case_id, kind) WHERE done_at IS NULL;
CREATE INDEX task_by_village ON task (county, village, due_on) WHERE done_at IS NULL;

CREATE TABLE warning_given (
  county  char(6)     NOT NULL,
  case_id text        NOT NULL,
  -- Step, the day on which it began, and the level: each is given once.
  key     text        NOT NULL,
  village text        NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (county, case_id, key)
);

ALTER TABLE task ENABLE ROW LEVEL SECURITY;
ALTER TABLE task FORCE ROW LEVEL SECURITY;
ALTER TABLE warning_given ENABLE ROW LEVEL SECURITY;
ALTER TABLE warning_given FORCE ROW LEVEL SECURITY;
CREATE POLICY region ON task USING (in_scope(village));
CREATE POLICY region ON warning_given USING (in_scope(village));

GRANT SELECT, INSERT, UPDATE (item_keys, items, due_on, escalated_at, done_at, done_by, how) ON task TO shouwang_app;
GRANT SELECT, INSERT ON warning_given TO shouwang_app;
