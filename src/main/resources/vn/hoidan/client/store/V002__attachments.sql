-- Files and pictures kept with interviews, each content once. The hash is sealed as well: it could confirm a guess.
CREATE TABLE attachment (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    sealed_hash BLOB NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
