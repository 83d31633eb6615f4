-- The versions of each survey's questionnaire in the order in which they became the one for new interviews. One that
-- was put back stands here twice. Versions are never removed: interviews begun under them are explained by them.

CREATE TABLE survey_questionnaire (
  survey TEXT NOT NULL REFERENCES survey (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  questionnaire TEXT NOT NULL REFERENCES questionnaire (id),
  valid_from BIGINT NOT NULL,
  PRIMARY KEY (survey, number)
);

INSERT INTO survey_questionnaire (survey, number, questionnaire, valid_from)
SELECT id, 1, questionnaire, created_at FROM survey;
