-- Colleagues' envelopes on their way to the server, and its answers on their way back. They are sealed to others: this
-- laptop can read neither.
CREATE TABLE carried (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    envelope BLOB,
    answer BLOB
) STRICT;

-- How far the log is in a file that was written.
ALTER TABLE position ADD COLUMN exported INTEGER NOT NULL DEFAULT 0;
ALTER TABLE position ADD COLUMN exported_at TEXT;
