-- What people did at the office that no other book tells: files removed, keys put back.
CREATE TABLE office_act (
  number INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  acted_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  done_at BIGINT NOT NULL
);
