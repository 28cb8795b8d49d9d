-- 「没收到」「钱数不对」: what a family says of one line of its money or its card (domain.md 7.1). The paying department,
-- where it has people here, or the village answers by a day; a late one rises; a family may say once that it is still
-- wrong. The line as it stood, the words of both sides and the payee's name are sealed.
CREATE TABLE line_ticket (
  county       char(6)     NOT NULL,
  id           text        NOT NULL,
  case_id      text        NOT NULL,
  village      text        NOT NULL REFERENCES region (code),
  department   text,
  line_kind    text        NOT NULL CHECK (line_kind IN ('PAYMENT', 'POLICY', 'MEASURE')),
  line_id      text        NOT NULL,
  what         text        NOT NULL CHECK (what IN ('NOT_RECEIVED', 'WRONG_AMOUNT', 'NOT_MINE')),
  key_id       text        NOT NULL,
  sealed       bytea       NOT NULL,
  asked_by     text        NOT NULL REFERENCES person (id),
  asked_at     timestamptz NOT NULL,
  due_on       date        NOT NULL,
  -- The answered ticket that this one says is still wrong.
  again_of     text,
  told_at      timestamptz,
  escalated_at timestamptz,
  outcome      text        CHECK (outcome IN ('PAID', 'CORRECTED', 'RIGHT')),
  answered_by  text        REFERENCES person (id),
  answered_as  text,
  answered_at  timestamptz,
  answer_key   text,
  answer       bytea,
  family_told  boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (county, id),
  FOREIGN KEY (county, case_id) REFERENCES case_row (county, id),
  CHECK (num_nulls(outcome, answered_by, answered_as, answered_at, answer_key, answer) IN (0, 6))
);
-- The same line waits once, however often it is tapped; still wrong is said once.
CREATE UNIQUE INDEX line_ticket_waits_once ON line_ticket (county, case_id, line_kind, line_id) WHERE outcome IS NULL;
CREATE UNIQUE INDEX line_ticket_again_once ON line_ticket (county, again_of) WHERE again_of IS NOT NULL;
CREATE INDEX line_ticket_of_case ON line_ticket (county, case_id, asked_at DESC);
CREATE INDEX line_ticket_open ON line_ticket (county, due_on, id) WHERE outcome IS NULL;
CREATE INDEX line_ticket_answered ON line_ticket (county, answered_at DESC, id DESC) WHERE outcome IS NOT NULL;
CREATE INDEX line_ticket_untold ON line_ticket (county) WHERE told_at IS NULL OR (outcome IS NOT NULL AND NOT family_told);

ALTER TABLE line_ticket ENABLE ROW LEVEL SECURITY;
ALTER TABLE line_ticket FORCE ROW LEVEL SECURITY;
-- Staff by region, the family its own; a department what it paid itself, and nothing else of the family.
CREATE POLICY region_family_or_department ON line_ticket USING (
  CASE WHEN in_scope(village) THEN true
       WHEN EXISTS (SELECT 1 FROM case_party p
                     WHERE p.county = line_ticket.county AND p.case_id = line_ticket.case_id
                       AND p.stands_as = 'HOUSEHOLD' AND p.person_id = scope_person() AND p.ended_at IS NULL)
       THEN true
       WHEN EXISTS (SELECT 1 FROM person_grant g
                     WHERE g.county = line_ticket.county AND g.person_id = scope_person() AND g.role = 'DEPT'
                       AND g.department = line_ticket.department AND starts_with(line_ticket.village, g.region))
       THEN true ELSE false END
);
GRANT SELECT, INSERT,
  UPDATE (told_at, escalated_at, outcome, answered_by, answered_as, answered_at, answer_key, answer, family_told)
  ON line_ticket TO shouwang_app;
