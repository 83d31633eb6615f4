-- Figures of earlier rounds that a survey's index is compared with, and what became of their areas.

CREATE TABLE index_round (
  survey TEXT NOT NULL REFERENCES survey (id),
  name TEXT NOT NULL,
  day TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (survey, name)
);
