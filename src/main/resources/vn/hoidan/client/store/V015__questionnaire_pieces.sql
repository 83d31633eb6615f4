-- Pieces of questionnaires that came by another road than the network, until the survey that names them is taken.
CREATE TABLE questionnaire_piece (
    questionnaire TEXT NOT NULL,
    at INTEGER NOT NULL CHECK (at >= 0),
    size INTEGER NOT NULL CHECK (size >= 1),
    sealed BLOB NOT NULL,
    PRIMARY KEY (questionnaire, at)
) STRICT;
