-- Free quotas at the office: places where nobody was drawn, who works where, codes of single units, soft targets.

-- An open list has no target and belongs to one laptop for ever, so that no number of a household is given twice. The
-- table is made anew under its own name, because others name it.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE kept_list AS SELECT * FROM sample_list;
DROP TABLE sample_list;
CREATE TABLE sample_list (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  survey TEXT NOT NULL REFERENCES survey (id),
  village TEXT NOT NULL,
  village_name TEXT NOT NULL,
  target INTEGER NOT NULL CHECK (target >= 0),
  holder TEXT REFERENCES person (id),
  device TEXT REFERENCES device (id),
  body BLOB NOT NULL,
  CHECK ((target = 0) = (device IS NOT NULL))
);
INSERT INTO sample_list (id, position, survey, village, village_name, target, holder, device, body)
SELECT id, position, survey, village, village_name, target, holder, NULL, body FROM kept_list;
DROP TABLE kept_list;
CREATE INDEX list_of_holder ON sample_list (holder) WHERE holder IS NOT NULL;

-- where a person looks for people
CREATE TABLE workplace (
  person TEXT NOT NULL REFERENCES person (id),
  area TEXT NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (person, area)
);

-- towards which cells a person works, derived from the workplaces
DROP TABLE device_cell;
CREATE TABLE worker_cell (
  survey TEXT NOT NULL REFERENCES survey (id),
  cell TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  since BIGINT NOT NULL,
  PRIMARY KEY (survey, cell, person)
);
CREATE INDEX worker_of_person ON worker_cell (person);

-- the code of each unit; used once
CREATE TABLE unit_code (
  code TEXT PRIMARY KEY,
  lease TEXT NOT NULL REFERENCES lease (id),
  told_at BIGINT,
  interview TEXT
);

-- how many interviews that count fall in the group of a soft target, and which groups an interview falls in
CREATE TABLE soft_group (
  survey TEXT NOT NULL REFERENCES survey (id),
  cell TEXT NOT NULL,
  accepted INTEGER NOT NULL CHECK (accepted >= 0),
  PRIMARY KEY (survey, cell)
);
CREATE TABLE soft_member (
  interview TEXT NOT NULL,
  survey TEXT NOT NULL REFERENCES survey (id),
  cell TEXT NOT NULL,
  PRIMARY KEY (interview, cell)
);

-- goes up with every change of a survey
ALTER TABLE survey ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;

-- the cells of a village list are those of its leases
INSERT INTO waiting_cell (interview, survey, cell)
SELECT DISTINCT interview.id, interview.survey, lease_cell.cell FROM interview
JOIN lease ON lease.list = interview.list JOIN lease_cell ON lease_cell.lease = lease.id
WHERE interview.state = 'pending';
