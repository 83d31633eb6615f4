-- What the office said to enumerators, to whom, and how far each log of a laptop was told.
CREATE TABLE office_message (
  number INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sent_at BIGINT NOT NULL,
  sender TEXT NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE office_message_to (
  person TEXT NOT NULL,
  number INTEGER NOT NULL REFERENCES office_message (number),
  PRIMARY KEY (person, number)
);

CREATE TABLE office_message_told (
  device TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL
);
