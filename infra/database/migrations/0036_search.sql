-- A case is found by its number, the whole name of its head, or the keyed hash of a whole ID number or phone; by nothing
-- less, so that nobody browses people. Number and hashes have their indexes already (0004, 0010).

CREATE INDEX case_row_head ON case_row (county, head_name);
