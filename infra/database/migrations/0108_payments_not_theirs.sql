-- A payment that came under somebody's ID number and was not theirs, as its payer or an office found out (domain.md 7.1): it
-- stays as it was reported, so that the same file sent again changes nothing, and stands on no statement, card or ledger
-- of a family any more.
CREATE TABLE payment_not_theirs (
  county     char(6)     NOT NULL,
  payment_id text        NOT NULL,
  place      text        NOT NULL,
  ticket_id  text        NOT NULL,
  found_by   text        NOT NULL REFERENCES person (id),
  found_as   text        NOT NULL,
  found_at   timestamptz NOT NULL,
  PRIMARY KEY (county, payment_id),
  FOREIGN KEY (county, payment_id) REFERENCES payment (county, id),
  FOREIGN KEY (county, ticket_id) REFERENCES line_ticket (county, id)
);
ALTER TABLE payment_not_theirs ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_not_theirs FORCE ROW LEVEL SECURITY;
CREATE POLICY region ON payment_not_theirs USING (in_scope(place));
GRANT SELECT, INSERT ON payment_not_theirs TO shouwang_app;

-- What families received: who reads money of people reads it here.
CREATE VIEW payment_received WITH (security_invoker = true) AS
SELECT p.* FROM payment p
 WHERE NOT EXISTS (SELECT 1 FROM payment_not_theirs n WHERE n.county = p.county AND n.payment_id = p.id);
GRANT SELECT ON payment_received TO shouwang_app;
