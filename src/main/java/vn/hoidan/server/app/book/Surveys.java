package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;

/// Surveys and their questionnaires, and what the server knows of itself.
public interface Surveys {

    /// @param xform the questionnaire that the survey names: its first version
    void add(Survey survey, Bytes xform, Instant at);

    /// Puts a new state of the survey in place of the one there is; its questionnaire becomes the next version.
    ///
    /// @param xform the questionnaire that the survey names
    void change(Survey survey, Bytes xform, Instant at);

    /// Puts other quotas in place of those there are; nothing else of the survey may differ.
    void changeQuotas(Survey survey);

    /// The questionnaires that a survey has had, oldest first, the one for new interviews last. One that was put back
    /// stands here twice.
    List<Version> versions(SurveyId id);

    /// @param number from 1
    /// @param from   when it became the one for new interviews
    record Version(int number, QuestionnaireId questionnaire, Instant from) {
    }

    Optional<Survey> find(SurveyId id);

    /// Oldest first.
    List<Survey> all();

    Optional<Bytes> questionnaire(QuestionnaireId id);

    /// Another one after each restore from a backup, see {@link vn.hoidan.core.quota.Epoch}.
    long epoch();

    /// From now on this is the epoch; names of leases begin anew in it.
    void epochBegins(long epoch, Instant at);

    /// When a backup was put in the place of a lost state; empty if never.
    Optional<Instant> restoredAt();

    /// Where devices reach the server, as last started; or empty.
    Optional<String> address();

    void setAddress(String address);
}
