-- How long a recording is, in whole seconds, as the phone that made it says: what a listener wants to know before.
ALTER TABLE attachment ADD COLUMN seconds smallint CHECK (seconds BETWEEN 1 AND 60);
