-- Quotas beyond village lists: leases without a list, fences, targets that change, units back from interviews. Tables
-- whose conditions change are made anew and take over the rows; those that others name go last.

CREATE TABLE new_cell (
  survey TEXT NOT NULL REFERENCES survey (id),
  cell TEXT NOT NULL,
  position INTEGER NOT NULL,
  target INTEGER NOT NULL CHECK (target >= 0),
  -- units that a lowered target no longer asks for and that are still out
  over INTEGER NOT NULL CHECK (over >= 0),
  pool INTEGER NOT NULL CHECK (pool >= 0),
  on_lease INTEGER NOT NULL CHECK (on_lease >= 0),
  accepted INTEGER NOT NULL CHECK (accepted >= 0),
  pending INTEGER NOT NULL CHECK (pending >= 0),
  PRIMARY KEY (survey, cell),
  CHECK (pool + on_lease + accepted = target + over),
  -- what comes back pays before it is free
  CHECK (over = 0 OR pool = 0)
);
INSERT INTO new_cell (survey, cell, position, target, over, pool, on_lease, accepted, pending)
SELECT survey, cell, position, target, 0, pool, on_lease, accepted, pending FROM quota_cell;
DROP TABLE quota_cell;
ALTER TABLE new_cell RENAME TO quota_cell;

CREATE TABLE new_lease (
  id TEXT PRIMARY KEY,
  survey TEXT NOT NULL REFERENCES survey (id),
  -- empty in a free quota
  list TEXT REFERENCES sample_list (id),
  device TEXT NOT NULL REFERENCES device (id),
  units INTEGER NOT NULL CHECK (units >= 0),
  -- the same in each of its cells: units move as bundles
  balance INTEGER NOT NULL CHECK (balance >= 0 AND balance <= units),
  state TEXT NOT NULL CHECK (state IN ('live', 'withdrawn', 'fenced')),
  granted_at BIGINT NOT NULL,
  use_by BIGINT NOT NULL,
  fence_at BIGINT NOT NULL,
  ended_at BIGINT,
  CHECK ((state = 'live') = (ended_at IS NULL)),
  CHECK (state = 'live' OR balance = 0)
);
INSERT INTO new_lease (id, survey, list, device, units, balance, state, granted_at, use_by, fence_at, ended_at)
SELECT id, survey, list, device, units,
  (SELECT COALESCE(MAX(balance), 0) FROM lease_cell WHERE lease_cell.lease = lease.id),
  CASE WHEN withdrawn_at IS NULL THEN 'live' ELSE 'withdrawn' END, granted_at, use_by, use_by + 259200000, withdrawn_at
FROM lease;

CREATE TABLE new_lease_cell (
  lease TEXT NOT NULL REFERENCES new_lease (id),
  cell TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- when a lease without a list may be fenced, while it has units; so that what is due in a cell is found at once
  due_at BIGINT,
  PRIMARY KEY (lease, cell)
);
INSERT INTO new_lease_cell (lease, cell, position, due_at)
SELECT lease, cell, position, NULL FROM lease_cell;

CREATE TABLE new_movement (
  number BIGINT PRIMARY KEY,
  survey TEXT NOT NULL REFERENCES survey (id),
  kind TEXT NOT NULL,
  lease TEXT REFERENCES new_lease (id),
  interview TEXT,
  moved_at BIGINT NOT NULL
);
INSERT INTO new_movement (number, survey, kind, lease, interview, moved_at)
SELECT number, survey, kind, lease, interview, moved_at FROM ledger_movement;

CREATE TABLE new_posting (
  movement BIGINT NOT NULL REFERENCES new_movement (number),
  line INTEGER NOT NULL,
  account TEXT NOT NULL CHECK (account IN ('target', 'over', 'pool', 'on-lease', 'accepted')),
  cell TEXT NOT NULL,
  lease TEXT REFERENCES new_lease (id),
  units INTEGER NOT NULL CHECK (units <> 0),
  PRIMARY KEY (movement, line),
  CHECK ((account = 'on-lease') = (lease IS NOT NULL))
);
INSERT INTO new_posting (movement, line, account, cell, lease, units)
SELECT movement, line, account, cell, lease, units FROM ledger_posting WHERE units <> 0;

DROP TABLE ledger_posting;
DROP TABLE ledger_movement;
DROP TABLE lease_cell;
DROP TABLE lease;
ALTER TABLE new_lease RENAME TO lease;
ALTER TABLE new_lease_cell RENAME TO lease_cell;
ALTER TABLE new_movement RENAME TO ledger_movement;
ALTER TABLE new_posting RENAME TO ledger_posting;

-- a list is out to one laptop
CREATE UNIQUE INDEX lease_live ON lease (list) WHERE state = 'live';
CREATE INDEX lease_of_device ON lease (device) WHERE state = 'live';
CREATE INDEX lease_due ON lease_cell (cell, due_at) WHERE due_at IS NOT NULL;
-- an interview uses one unit, however often it comes; once given back it never counts again
CREATE UNIQUE INDEX ledger_one_debit ON ledger_movement (interview)
  WHERE kind IN ('accepted-on-lease', 'accepted-from-pool', 'promoted');
CREATE UNIQUE INDEX ledger_one_back ON ledger_movement (interview) WHERE kind IN ('rejected', 'voided');

-- the cells that a pending interview falls in, so that those waiting in a cell are found at once
CREATE TABLE waiting_cell (
  interview TEXT NOT NULL,
  survey TEXT NOT NULL REFERENCES survey (id),
  cell TEXT NOT NULL,
  PRIMARY KEY (interview, cell)
);
CREATE INDEX waiting_in ON waiting_cell (survey, cell);

-- units moved from one laptop to another without a network; they stay charged to the lease they came from
CREATE TABLE voucher (
  id TEXT PRIMARY KEY,
  lease TEXT NOT NULL REFERENCES lease (id),
  giver TEXT NOT NULL REFERENCES device (id),
  taker TEXT NOT NULL REFERENCES device (id),
  units INTEGER NOT NULL CHECK (units > 0),
  balance INTEGER NOT NULL CHECK (balance >= 0 AND balance <= units),
  given_at BIGINT,
  taken_at BIGINT
);
CREATE INDEX voucher_taken ON voucher (taker, lease);

-- how fast a laptop works, how often it comes, and towards which cells
ALTER TABLE device ADD COLUMN pace_per_day DOUBLE PRECISION NOT NULL DEFAULT 7;
ALTER TABLE device ADD COLUMN pace_days_between DOUBLE PRECISION NOT NULL DEFAULT 2;
ALTER TABLE device ADD COLUMN pace_heard_at BIGINT;
ALTER TABLE device ADD COLUMN pace_done INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN active_until BIGINT NOT NULL DEFAULT 0;

CREATE TABLE device_cell (
  survey TEXT NOT NULL REFERENCES survey (id),
  cell TEXT NOT NULL,
  device TEXT NOT NULL REFERENCES device (id),
  PRIMARY KEY (survey, cell, device)
);

-- what people decided about quotas, for good
CREATE TABLE quota_act (
  number BIGINT PRIMARY KEY,
  survey TEXT NOT NULL REFERENCES survey (id),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  done_at BIGINT NOT NULL
);
