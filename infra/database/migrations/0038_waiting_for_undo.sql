-- A decision can be taken back for ten seconds: what is to be told of it waits for so long, by the clock of the
-- procedure, so that a story with a moved clock tells it when its own ten seconds are over.
ALTER TABLE outbox ADD COLUMN hold_until timestamptz;
