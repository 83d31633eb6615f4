-- The same as for SQLite, but that a table which others name is changed in place.

ALTER TABLE sample_list ADD COLUMN device TEXT REFERENCES device (id);
ALTER TABLE sample_list DROP CONSTRAINT sample_list_target_check;
ALTER TABLE sample_list ADD CHECK (target >= 0);
ALTER TABLE sample_list ADD CHECK ((target = 0) = (device IS NOT NULL));
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
