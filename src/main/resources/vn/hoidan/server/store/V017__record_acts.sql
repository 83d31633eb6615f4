-- What people did with records that were set aside, and where a record belongs by their word. The record stays as it
-- came.
CREATE TABLE record_act (
  device TEXT NOT NULL,
  number BIGINT NOT NULL,
  act INTEGER NOT NULL,
  kind TEXT NOT NULL,
  list TEXT,
  household INTEGER,
  acted_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  done_at BIGINT NOT NULL,
  PRIMARY KEY (device, number, act),
  FOREIGN KEY (device, number) REFERENCES up_record (device, number)
);
