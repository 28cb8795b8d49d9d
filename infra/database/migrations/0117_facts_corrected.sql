-- A fact that was written wrongly is put right by rows beside it (domain.md 4.2, 4.3): this names the one that was wrong. It has no
-- foreign key, because the first facts are the case's own and lie in no table.
ALTER TABLE household_fact ADD COLUMN corrects text;
