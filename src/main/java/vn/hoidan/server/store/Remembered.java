package vn.hoidan.server.store;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;

/// What is committed and rarely or never changes, so that it need not be read for each record.
final class Remembered {

    private final Map<SurveyId, Revision> surveys = new ConcurrentHashMap<>();
    private final Map<QuestionnaireId, Set<Path>> paths = new ConcurrentHashMap<>();

    /// @param number goes up with every change of the survey
    record Revision(int number, Survey survey) {
    }

    Map<SurveyId, Revision> surveys() {
        return surveys;
    }

    boolean knows(QuestionnaireId questionnaire, Path path) {
        return paths.getOrDefault(questionnaire, Set.of()).contains(path);
    }

    void learn(QuestionnaireId questionnaire, Collection<Path> more) {
        paths.computeIfAbsent(questionnaire, key -> ConcurrentHashMap.newKeySet()).addAll(more);
    }
}
