package vn.hoidan.server.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;

/// Surveys and their questionnaires, and what the server knows of itself.
public interface Surveys {

    /// @param xform the questionnaire that the survey names
    void add(Survey survey, Bytes xform, Instant at);

    Optional<Survey> find(SurveyId id);

    /// Oldest first.
    List<Survey> all();

    Optional<Bytes> questionnaire(QuestionnaireId id);

    /// Goes up by one whenever the server was restored from a backup; 1 at first.
    long epoch();

    /// Where devices reach the server, as last started; or empty.
    Optional<String> address();

    void setAddress(String address);
}
