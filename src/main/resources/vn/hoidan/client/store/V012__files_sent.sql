-- Files kept with interviews that are on their way to the office: what each is sealed with, the hash and the size of
-- its sealed bytes, and how it stands there as it last told.
CREATE TABLE file_sent (
    attachment INTEGER PRIMARY KEY REFERENCES attachment (number) ON DELETE CASCADE,
    hash BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL CHECK (size >= 1),
    held INTEGER NOT NULL CHECK (held >= 0),
    stage TEXT NOT NULL CHECK (stage IN ('part', 'stored', 'safe')),
    head BLOB NOT NULL,
    sealed_secret BLOB NOT NULL
) STRICT;

-- Which interviews name a file that is on its way.
CREATE TABLE file_use (
    interview TEXT NOT NULL,
    attachment INTEGER NOT NULL REFERENCES attachment (number) ON DELETE CASCADE,
    PRIMARY KEY (interview, attachment)
) STRICT;
