-- That its followers were told holds no notice in place: whoever takes one out is found by the walk over the chain.
ALTER TABLE notice_told DROP CONSTRAINT notice_told_county_notice_id_fkey;
