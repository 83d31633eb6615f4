-- Everything the office keeps. Times are milliseconds since 1970 in UTC. Words in columns are those of the code() of
-- their types. Kept to what SQLite and PostgreSQL both understand, BLOB and the types of keys apart.

CREATE TABLE server (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  epoch BIGINT NOT NULL,
  leases BIGINT NOT NULL,
  address TEXT NOT NULL
);
INSERT INTO server (id, epoch, leases, address) VALUES (1, 1, 0, '');

CREATE TABLE questionnaire (
  id TEXT PRIMARY KEY,
  xform BLOB NOT NULL
);

CREATE TABLE survey (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  questionnaire TEXT NOT NULL REFERENCES questionnaire (id),
  body BLOB NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  survey TEXT NOT NULL REFERENCES survey (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('enumerator', 'supervisor')),
  area TEXT NOT NULL,
  area_name TEXT NOT NULL,
  added_at BIGINT NOT NULL
);

CREATE TABLE device (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  person TEXT NOT NULL REFERENCES person (id),
  survey TEXT NOT NULL REFERENCES survey (id),
  label TEXT NOT NULL,
  token_hash BLOB NOT NULL,
  enrolled_at BIGINT NOT NULL,
  replaced_at BIGINT,
  last_sync_at BIGINT,
  clock_behind_millis BIGINT,
  forked_at BIGINT,
  stored_number BIGINT NOT NULL,
  stored_hash BLOB NOT NULL,
  safe_number BIGINT NOT NULL,
  safe_hash BLOB NOT NULL,
  told BIGINT NOT NULL,
  cursor_at BIGINT NOT NULL,
  accepted INTEGER NOT NULL CHECK (accepted >= 0),
  CHECK (safe_number <= stored_number)
);
-- one laptop a person works with
CREATE UNIQUE INDEX device_current ON device (person) WHERE replaced_at IS NULL;

CREATE TABLE enrolment_code (
  secret_hash BLOB PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id),
  issued_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  token_hash BLOB,
  device TEXT REFERENCES device (id),
  CHECK ((token_hash IS NULL) = (device IS NULL))
);

-- what devices sent, as it came
CREATE TABLE up_record (
  device TEXT NOT NULL REFERENCES device (id),
  number BIGINT NOT NULL,
  previous BLOB NOT NULL,
  hash BLOB NOT NULL,
  type TEXT NOT NULL,
  body BLOB NOT NULL,
  received_at BIGINT NOT NULL,
  PRIMARY KEY (device, number)
);

CREATE TABLE quarantine (
  device TEXT NOT NULL,
  number BIGINT NOT NULL,
  cause TEXT NOT NULL,
  PRIMARY KEY (device, number),
  FOREIGN KEY (device, number) REFERENCES up_record (device, number)
);

-- what devices are told
CREATE TABLE down_item (
  device TEXT NOT NULL REFERENCES device (id),
  number BIGINT NOT NULL,
  body BLOB NOT NULL,
  told_at BIGINT NOT NULL,
  PRIMARY KEY (device, number)
);

CREATE TABLE draft_count (
  device TEXT NOT NULL REFERENCES device (id),
  list TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (device, list)
);

CREATE TABLE sample_list (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  survey TEXT NOT NULL REFERENCES survey (id),
  village TEXT NOT NULL,
  village_name TEXT NOT NULL,
  target INTEGER NOT NULL CHECK (target > 0),
  holder TEXT REFERENCES person (id),
  body BLOB NOT NULL
);

CREATE TABLE household (
  list TEXT NOT NULL REFERENCES sample_list (id),
  number INTEGER NOT NULL,
  PRIMARY KEY (list, number)
);

-- derived from the ledger; the checks are the promise that no quota is overshot
CREATE TABLE quota_cell (
  survey TEXT NOT NULL REFERENCES survey (id),
  cell TEXT NOT NULL,
  position INTEGER NOT NULL,
  target INTEGER NOT NULL,
  pool INTEGER NOT NULL CHECK (pool >= 0),
  on_lease INTEGER NOT NULL CHECK (on_lease >= 0),
  accepted INTEGER NOT NULL CHECK (accepted >= 0),
  pending INTEGER NOT NULL CHECK (pending >= 0),
  PRIMARY KEY (survey, cell),
  CHECK (pool + on_lease + accepted = target)
);

CREATE TABLE lease (
  id TEXT PRIMARY KEY,
  survey TEXT NOT NULL REFERENCES survey (id),
  list TEXT NOT NULL REFERENCES sample_list (id),
  device TEXT NOT NULL REFERENCES device (id),
  units INTEGER NOT NULL CHECK (units >= 0),
  granted_at BIGINT NOT NULL,
  use_by BIGINT NOT NULL,
  withdrawn_at BIGINT
);
-- a list is out to one laptop
CREATE UNIQUE INDEX lease_live ON lease (list) WHERE withdrawn_at IS NULL;

CREATE TABLE lease_cell (
  lease TEXT NOT NULL REFERENCES lease (id),
  cell TEXT NOT NULL,
  position INTEGER NOT NULL,
  balance INTEGER NOT NULL CHECK (balance >= 0),
  PRIMARY KEY (lease, cell)
);

CREATE TABLE ledger_movement (
  number BIGINT PRIMARY KEY,
  survey TEXT NOT NULL REFERENCES survey (id),
  kind TEXT NOT NULL,
  lease TEXT REFERENCES lease (id),
  interview TEXT,
  moved_at BIGINT NOT NULL
);
-- an interview uses one unit, however often it comes
CREATE UNIQUE INDEX ledger_one_debit ON ledger_movement (interview) WHERE interview IS NOT NULL;

CREATE TABLE ledger_posting (
  movement BIGINT NOT NULL REFERENCES ledger_movement (number),
  line INTEGER NOT NULL,
  account TEXT NOT NULL CHECK (account IN ('target', 'pool', 'on-lease', 'accepted')),
  cell TEXT NOT NULL,
  lease TEXT REFERENCES lease (id),
  units INTEGER NOT NULL,
  PRIMARY KEY (movement, line),
  CHECK ((account = 'on-lease') = (lease IS NOT NULL))
);

-- derived from the records kept; answers stay there
CREATE TABLE interview (
  position BIGINT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  survey TEXT NOT NULL REFERENCES survey (id),
  questionnaire TEXT NOT NULL,
  list TEXT NOT NULL REFERENCES sample_list (id),
  household INTEGER NOT NULL,
  device TEXT NOT NULL,
  number BIGINT NOT NULL,
  content_hash BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'pending', 'void')),
  reason TEXT,
  received_at BIGINT NOT NULL,
  FOREIGN KEY (device, number) REFERENCES up_record (device, number)
);
-- one household, one counted interview
CREATE UNIQUE INDEX interview_counted ON interview (list, household) WHERE state = 'accepted';
CREATE INDEX interview_waiting ON interview (survey, position) WHERE state = 'pending';

CREATE TABLE contact (
  device TEXT NOT NULL,
  number BIGINT NOT NULL,
  list TEXT NOT NULL REFERENCES sample_list (id),
  household INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (device, number),
  FOREIGN KEY (device, number) REFERENCES up_record (device, number)
);
CREATE INDEX contact_household ON contact (list, household);

-- which answers occur, so that an export knows its columns
CREATE TABLE answer_path (
  questionnaire TEXT NOT NULL,
  path TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (questionnaire, path)
);
