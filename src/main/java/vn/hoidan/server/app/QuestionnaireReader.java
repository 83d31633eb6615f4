package vn.hoidan.server.app;

import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.sync.Bytes;

/// Makes questionnaires from what is stored.
public interface QuestionnaireReader {
    /// @throws vn.hoidan.core.problem.ProblemException QUESTIONNAIRE_INVALID
    Questionnaire read(Bytes stored);
}
