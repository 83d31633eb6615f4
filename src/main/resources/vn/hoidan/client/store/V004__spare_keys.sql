-- How the store opens without the PIN: by the office's own key, and by a code that the office tells. Both rows may be
-- seen by anybody.

-- The data key wrapped for the office's public key (HPKE), bound to the device's name.
CREATE TABLE office_wrap (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    device TEXT NOT NULL,
    office_key BLOB NOT NULL,
    encapsulated BLOB NOT NULL,
    wrapped_key BLOB NOT NULL
) STRICT;

-- The data key wrapped by the code of this turn; without a wrap when the office has not given the code yet, which it
-- does at the next sync.
CREATE TABLE recovery (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    turn INTEGER NOT NULL CHECK (turn >= 1),
    memory_kib INTEGER,
    passes INTEGER,
    lanes INTEGER,
    salt BLOB,
    wrapped_key BLOB,
    CHECK ((wrapped_key IS NULL) = (salt IS NULL) AND (wrapped_key IS NULL) = (memory_kib IS NULL)
        AND (wrapped_key IS NULL) = (passes IS NULL) AND (wrapped_key IS NULL) = (lanes IS NULL))
) STRICT;

INSERT INTO recovery (one, turn) VALUES (1, 1);
