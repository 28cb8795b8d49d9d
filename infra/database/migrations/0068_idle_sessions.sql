-- A session that nobody uses ends before its day: a desk after half an hour, a phone after two weeks.
ALTER TABLE session
  ADD COLUMN seen_at      timestamptz,
  -- Seconds without a call after which it is over; NULL, of those that were opened before: until it expires.
  ADD COLUMN idle_seconds int CHECK (idle_seconds > 0);
