-- The store is a copy that was brought back: nothing is sent until the server has said that it holds no record which
-- the copy does not hold, since numbers after the copy may have been used.
ALTER TABLE position ADD COLUMN brought_back INTEGER NOT NULL DEFAULT 0 CHECK (brought_back IN (0, 1));
