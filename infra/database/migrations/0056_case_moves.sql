-- Each step that a case left, as the office at a glance counts it: by days of the calendar, as the procedure counts
-- (domain.md 3.0). The moves follow the events, whoever writes them; a decision that was taken back is none.

CREATE TABLE case_move (
  county         char(6) NOT NULL,
  case_id        text    NOT NULL,
  seq            int     NOT NULL,
  village        text    NOT NULL,
  town           text    GENERATED ALWAYS AS (left(village, 9)) STORED,
  on_day         date    NOT NULL,
  type           text    NOT NULL,
  from_state     text    NOT NULL,
  to_state       text    NOT NULL,
  -- Natural days at the step that is left, its pauses not among them; null when the case begins.
  days           int,
  -- The step is not done, it stands still.
  paused         boolean NOT NULL,
  -- The first refusal or decision of the case, and whether it came by the day of the cap.
  first_decision boolean NOT NULL,
  on_time        boolean NOT NULL,
  PRIMARY KEY (county, case_id, seq),
  FOREIGN KEY (county, case_id, seq) REFERENCES case_event (county, case_id, seq)
);
CREATE INDEX case_move_county ON case_move (county, on_day);
CREATE INDEX case_move_town ON case_move (town, on_day);

ALTER TABLE case_move ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_move FORCE ROW LEVEL SECURITY;
-- As the lists of the case: written by the trigger below in the name of whoever writes the event.
CREATE POLICY region_or_party ON case_move USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = case_move.county AND p.case_id = case_move.case_id AND p.person_id = scope_person())
       THEN true ELSE false END
);
GRANT SELECT, INSERT, UPDATE (village), DELETE ON case_move TO shouwang_app;

CREATE FUNCTION keep_move(e case_event) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  day     date := (e.at AT TIME ZONE 'Asia/Shanghai')::date;
  decides boolean := e.to_state IN ('ANNOUNCED', 'REJECTED');
  r       case_row;
  entered case_move;
  stopped int;
BEGIN
  IF e.type = 'DecisionUndone' THEN
    DELETE FROM case_move WHERE county = e.county AND case_id = e.case_id AND seq = e.seq - 1;
    RETURN;
  END IF;
  IF e.from_state = e.to_state THEN RETURN; END IF;
  SELECT * INTO r FROM case_row WHERE county = e.county AND id = e.case_id;
  SELECT * INTO entered FROM case_move WHERE county = e.county AND case_id = e.case_id AND seq < e.seq ORDER BY seq DESC LIMIT 1;
  -- Publicity is over with its last day, not when a timer saw that.
  IF e.type = 'PublicityEnded' THEN day := greatest(least(day, r.publicity_last_day), entered.on_day); END IF;
  -- Back from where the step stood still: it goes on.
  SELECT CASE WHEN m.paused AND m.from_state = e.from_state THEN m.days ELSE 0 END INTO stopped FROM case_move m
   WHERE m.county = e.county AND m.case_id = e.case_id AND m.seq < entered.seq ORDER BY m.seq DESC LIMIT 1;
  INSERT INTO case_move (county, case_id, seq, village, on_day, type, from_state, to_state, days, paused, first_decision, on_time)
  SELECT e.county, e.case_id, e.seq, e.village, day, e.type, e.from_state, e.to_state, day - entered.on_day + coalesce(stopped, 0),
         e.to_state = 'SUPPLEMENT' OR (e.from_state = 'PUBLICITY' AND e.to_state = 'OBJECTION'),
         decides AND f.first, decides AND f.first AND day <= r.cap_due_on
    FROM (SELECT NOT EXISTS (SELECT 1 FROM case_move m
                              WHERE m.county = e.county AND m.case_id = e.case_id AND m.first_decision) AS first) AS f;
END
$$;

CREATE FUNCTION keep_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM keep_move(NEW);
  ELSE
    UPDATE case_move SET village = NEW.village WHERE county = NEW.county AND case_id = NEW.case_id AND seq = NEW.seq;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_event_moves AFTER INSERT OR UPDATE OF village ON case_event FOR EACH ROW EXECUTE FUNCTION keep_moves();

DROP INDEX case_event_moves;

-- What has happened already, in its order.
ALTER TABLE case_event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_row NO FORCE ROW LEVEL SECURITY;
ALTER TABLE case_move NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE e case_event;
BEGIN
  FOR e IN SELECT * FROM case_event ORDER BY county, case_id, seq LOOP PERFORM keep_move(e); END LOOP;
END
$$;
ALTER TABLE case_event FORCE ROW LEVEL SECURITY;
ALTER TABLE case_row FORCE ROW LEVEL SECURITY;
ALTER TABLE case_move FORCE ROW LEVEL SECURITY;
