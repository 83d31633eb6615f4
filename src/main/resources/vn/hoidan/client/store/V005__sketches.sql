-- Answers of completed interviews as marks, to see whether another is answered alike.
CREATE TABLE sketch (
    interview INTEGER PRIMARY KEY REFERENCES interview (ordinal),
    sealed BLOB NOT NULL
) STRICT;
