-- In whose stead a quarter's sheet was written and confirmed (domain.md 1.4): who lent the role answers for it too, and does
-- not sign the next level. Of sheets before, nobody knows.
ALTER TABLE quarterly_ledger
  ADD COLUMN recorded_for text REFERENCES person (id),
  ADD COLUMN village_for  text REFERENCES person (id);
GRANT UPDATE (village_for) ON quarterly_ledger TO shouwang_app;
