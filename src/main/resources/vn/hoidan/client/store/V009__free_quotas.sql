-- Places of a free quota come without a lease.
CREATE TABLE sample_list_next (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    sealed_lease BLOB,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;
INSERT INTO sample_list_next (ordinal, id, sealed, sealed_lease, withdrawn)
    SELECT ordinal, id, sealed, sealed_lease, withdrawn FROM sample_list;
DROP TABLE sample_list;
ALTER TABLE sample_list_next RENAME TO sample_list;

-- Units in hand, a row for each lease. Cells tell what kind of person an interview is with, so they are sealed.
CREATE TABLE unit_lease (
    ordinal INTEGER PRIMARY KEY,
    lease TEXT NOT NULL UNIQUE,
    sealed BLOB NOT NULL
) STRICT;

-- What interviews in work will use up.
CREATE TABLE unit_hold (
    ordinal INTEGER PRIMARY KEY,
    interview TEXT NOT NULL UNIQUE,
    sealed BLOB NOT NULL
) STRICT;

-- Codes of single units: of own leases as long as they can be read out, and for good those that were read out or used.
CREATE TABLE unit_code (
    number INTEGER PRIMARY KEY,
    lease TEXT,
    spent INTEGER NOT NULL CHECK (spent IN (0, 1)),
    sealed BLOB NOT NULL
) STRICT;

-- Vouchers taken, for good.
CREATE TABLE voucher_taken (
    id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- After a rescue, or when the store was brought back from a copy, the server tells of units again that may be used up.
ALTER TABLE position ADD COLUMN old_units INTEGER NOT NULL DEFAULT 0 CHECK (old_units IN (0, 1));
ALTER TABLE position ADD COLUMN last_turn TEXT;
