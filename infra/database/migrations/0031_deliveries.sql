-- What was done is forgotten after its time, by the timers alone.
CREATE POLICY timers_forget ON outbox FOR DELETE USING (in_scope(county) AND scope_person() = 'system');
GRANT DELETE ON outbox TO shouwang_app;
CREATE INDEX outbox_done ON outbox (county, done_at) WHERE done_at IS NOT NULL;

-- When each operation of the timers went well for the last time: of the machine, of no person and no place.
CREATE TABLE timer_run (
  name       text        PRIMARY KEY,
  last_ok_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON timer_run TO shouwang_app;
