-- Everything of one person on a laptop. Columns named sealed hold AES-256-GCM under the person's data key; the others
-- hold only what tells nothing about respondents: numbers, states, ids, times.

-- What makes the data key out of the PIN.
CREATE TABLE pin_vault (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    memory_kib INTEGER NOT NULL,
    passes INTEGER NOT NULL,
    lanes INTEGER NOT NULL,
    salt BLOB NOT NULL,
    wrapped_key BLOB NOT NULL
) STRICT;

-- Wrong PINs since the last right one, and what is left of the wait after them.
CREATE TABLE pin_guard (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    wrong_tries INTEGER NOT NULL CHECK (wrong_tries >= 0),
    wait_millis INTEGER NOT NULL CHECK (wait_millis >= 0),
    seen_at TEXT NOT NULL
) STRICT;

-- Single things that are replaced as a whole: profile, token, survey, quota, board.
CREATE TABLE document (
    name TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE questionnaire (
    id TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_list (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    sealed_lease BLOB NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;

CREATE TABLE contact (
    list TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    sealed BLOB NOT NULL,
    PRIMARY KEY (list, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE interview (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    questionnaire TEXT NOT NULL,
    list TEXT NOT NULL,
    household INTEGER NOT NULL,
    lease TEXT,
    mode TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('in-work', 'completed', 'broken-off')),
    started_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    answered INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    facts INTEGER NOT NULL CHECK (facts >= 0),
    record_number INTEGER REFERENCES up_record (number),
    ruling TEXT
) STRICT;

CREATE TABLE fact (
    interview INTEGER NOT NULL REFERENCES interview (ordinal),
    number INTEGER NOT NULL CHECK (number >= 1),
    sealed BLOB NOT NULL,
    PRIMARY KEY (interview, number)
) STRICT, WITHOUT ROWID;

-- The up-log. The chain column holds the hash before and the own hash: a hash could confirm a guess at the body.
CREATE TABLE up_record (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    type TEXT NOT NULL,
    body_bytes INTEGER NOT NULL,
    sealed_chain BLOB NOT NULL,
    sealed_body BLOB NOT NULL
) STRICT;

-- How far this laptop and the server are with each other; hashes stand in the up-log.
CREATE TABLE position (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    epoch INTEGER NOT NULL,
    cursor INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    safe INTEGER NOT NULL,
    last_sync TEXT
) STRICT;

INSERT INTO position (one, epoch, cursor, stored, safe, last_sync) VALUES (1, 0, 0, 0, 0, NULL);
