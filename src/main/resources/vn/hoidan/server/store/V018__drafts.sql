-- Interviews in work, sealed to the office, each as its laptop sent it last. They count nowhere.
CREATE TABLE draft (
  interview TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  person TEXT NOT NULL,
  device TEXT NOT NULL,
  received_at BIGINT NOT NULL
);

CREATE INDEX draft_person ON draft (person);
