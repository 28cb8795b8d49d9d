-- The office at a glance counts a period's steps from the history itself: those events that moved a case.
CREATE INDEX case_event_moves ON case_event (county, at) INCLUDE (case_id, village, from_state, to_state)
  WHERE from_state <> to_state;
