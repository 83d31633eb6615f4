-- The number of the log, given by the server: another one begins when the log before cannot go on.
ALTER TABLE position ADD COLUMN incarnation INTEGER NOT NULL DEFAULT 1 CHECK (incarnation >= 1);
