-- An answer writes one row of one table, so that its commit costs one page: how far the interview is and when stand
-- beside the fact. The columns of the interview tell how it was when its own row was last written, at its beginning and
-- at each move; a fact with a number above interview.facts is newer than they.
ALTER TABLE fact ADD COLUMN answered INTEGER;
ALTER TABLE fact ADD COLUMN asked INTEGER;
ALTER TABLE fact ADD COLUMN at TEXT;
