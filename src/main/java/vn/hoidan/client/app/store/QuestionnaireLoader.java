package vn.hoidan.client.app.store;

import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.sync.Bytes;

/// Makes a questionnaire from its XForm. Takes up to a second; throws a ProblemException if it cannot be asked.
public interface QuestionnaireLoader {
    Questionnaire load(Bytes xform);
}
