-- What the good rows of a table of payments add up to, in fen: the sender compares it with the own books.
ALTER TABLE import_job ADD COLUMN fen_good bigint NOT NULL DEFAULT 0;
GRANT UPDATE (fen_good) ON import_job TO shouwang_app;
