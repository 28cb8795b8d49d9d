-- WeChat's one-time subscriptions: each consent lets one message of that template through. The ledger is a balance a
-- person and template; WeChat keeps its own, and where they differ (error 43101) ours is corrected to nothing.

CREATE TABLE subscription_credit (
  person_id  text        NOT NULL REFERENCES person (id),
  template   text        NOT NULL CHECK (length(template) BETWEEN 1 AND 64),
  remaining  int         NOT NULL CHECK (remaining BETWEEN 0 AND 99),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, template)
);

ALTER TABLE subscription_credit ENABLE ROW LEVEL SECURITY;
ALTER TABLE subscription_credit FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON subscription_credit USING (is_own(person_id));
GRANT SELECT, INSERT, UPDATE ON subscription_credit TO shouwang_app;
