-- The office has other records than this log, or none of it, as it told by another road than the network: the next file
-- asks for another log.
ALTER TABLE position ADD COLUMN log_sought INTEGER NOT NULL DEFAULT 0 CHECK (log_sought IN (0, 1));
