-- How the index of a survey is counted: its indicators, its rule, the plan of the sample and what it was drawn from.

CREATE TABLE index_method (
  survey TEXT PRIMARY KEY REFERENCES survey (id),
  body BLOB NOT NULL
);
