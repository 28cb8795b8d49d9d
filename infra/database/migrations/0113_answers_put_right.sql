-- An answer to what a family says of a line that was wrong is put right by a later one (domain.md 7.1): the earlier one stays
-- as it was given. A payment that was found not to be theirs by mistake comes back to statement, ledgers and next card.
CREATE TABLE line_ticket_answer (
  county      char(6)     NOT NULL,
  ticket_id   text        NOT NULL,
  nth         int         NOT NULL CHECK (nth > 0),
  outcome     text        NOT NULL CHECK (outcome IN ('PAID', 'CORRECTED', 'RIGHT')),
  answered_by text        NOT NULL REFERENCES person (id),
  answered_as text        NOT NULL,
  answered_at timestamptz NOT NULL,
  answer_key  text        NOT NULL,
  answer      bytea       NOT NULL,
  PRIMARY KEY (county, ticket_id, nth),
  FOREIGN KEY (county, ticket_id) REFERENCES line_ticket (county, id)
);
ALTER TABLE line_ticket_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE line_ticket_answer FORCE ROW LEVEL SECURITY;
-- Whoever may read the ticket.
CREATE POLICY of_ticket ON line_ticket_answer USING (
  EXISTS (SELECT 1 FROM line_ticket t WHERE t.county = line_ticket_answer.county AND t.id = line_ticket_answer.ticket_id)
);
GRANT SELECT, INSERT ON line_ticket_answer TO shouwang_app;

ALTER TABLE payment_not_theirs
  -- Found, taken back and found again: each is a row of its own.
  ADD COLUMN nth int NOT NULL DEFAULT 1,
  ADD COLUMN taken_back_at timestamptz,
  ADD COLUMN taken_back_by text REFERENCES person (id),
  ADD CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL)),
  DROP CONSTRAINT payment_not_theirs_pkey,
  ADD PRIMARY KEY (county, payment_id, nth);
CREATE UNIQUE INDEX payment_not_theirs_stands ON payment_not_theirs (county, payment_id) WHERE taken_back_at IS NULL;
GRANT UPDATE (taken_back_at, taken_back_by) ON payment_not_theirs TO shouwang_app;

CREATE OR REPLACE VIEW payment_received WITH (security_invoker = true) AS
SELECT p.* FROM payment p
 WHERE NOT EXISTS (SELECT 1 FROM payment_not_theirs n
                    WHERE n.county = p.county AND n.payment_id = p.id AND n.taken_back_at IS NULL);
