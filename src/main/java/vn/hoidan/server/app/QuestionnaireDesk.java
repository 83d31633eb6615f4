package vn.hoidan.server.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Surveys;

/// Versions of a survey's questionnaire, side by side: the newest is for new interviews, those begun end under theirs.
public final class QuestionnaireDesk {

    private final CentralStore store;
    private final QuestionnaireReader reader;
    private final InstantSource clock;

    public QuestionnaireDesk(CentralStore store, QuestionnaireReader reader, InstantSource clock) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
    }

    /// What came of a questionnaire brought to a survey.
    public sealed interface Outcome {
        QuestionnaireId id();

        /// It is the one for new interviews from now on.
        ///
        /// @param putBack the survey had it before and it is in use again
        /// @param devices how many laptops will learn of it at their next sync
        record Replaced(QuestionnaireId id, boolean putBack, int devices) implements Outcome {
        }

        /// It was the one for new interviews already; nothing was done.
        record Same(QuestionnaireId id) implements Outcome {
        }
    }

    /// A version of a survey's questionnaire.
    ///
    /// @param number     from 1, in the order in which they became the one for new interviews
    /// @param title      in the form's own words
    /// @param version    what its author calls it, or empty
    /// @param from       when it became the one for new interviews
    /// @param interviews how many were received that were held with it
    /// @param current    it is the one for new interviews
    public record Version(int number, QuestionnaireId id, String title, String version, Instant from, int interviews,
            boolean current) {
    }

    /// Makes a questionnaire the one for new interviews of a survey, here at once and on each laptop at its next sync.
    ///
    /// @param stored XForm or package
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN, QUESTIONNAIRE_INVALID
    public Outcome replace(SurveyId survey, Bytes stored) {
        QuestionnaireId id = reader.read(stored).id();
        return store.write(central -> {
            Survey before = found(central, survey);
            if (before.questionnaire().equals(id)) {
                return new Outcome.Same(id);
            }
            boolean putBack = central.surveys().versions(survey).stream()
                    .anyMatch(version -> version.questionnaire().equals(id));
            Instant now = clock.instant();
            Survey after = before.asking(id);
            central.surveys().change(after, stored, now);
            List<Devices.Device> devices = central.devices().of(survey);
            devices.forEach(device -> central.logs().tell(device.id(), new DownItem.SurveyAssigned(after), now));
            return new Outcome.Replaced(id, putBack,
                    (int) devices.stream().filter(device -> !device.replaced()).count());
        });
    }

    /// Puts a version back that records wait for and that this office does not know, such as after it was restored from
    /// an older backup. The one for new interviews stays, and laptops are told nothing.
    ///
    /// @param stored XForm or package
    /// @return false if it is known; nothing was done
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN, QUESTIONNAIRE_INVALID
    public boolean putBack(SurveyId survey, Bytes stored) {
        QuestionnaireId id = reader.read(stored).id();
        return store.write(central -> {
            Survey now = found(central, survey);
            if (central.surveys().versions(survey).stream().anyMatch(each -> each.questionnaire().equals(id))) {
                return false;
            }
            // the last of the versions is the one for new interviews
            Bytes current = central.surveys().questionnaire(now.questionnaire()).orElseThrow();
            Instant at = clock.instant();
            central.surveys().change(now.asking(id), stored, at);
            central.surveys().change(now, current, at);
            return true;
        });
    }

    /// Every version of a survey's questionnaire, oldest first.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN
    public List<Version> versions(SurveyId survey) {
        return store.read(central -> {
            QuestionnaireId current = found(central, survey).questionnaire();
            Map<QuestionnaireId, Integer> counts = central.interviews().byQuestionnaire(survey);
            List<Surveys.Version> versions = central.surveys().versions(survey);
            int last = versions.getLast().number();
            return versions.stream().map(each -> {
                Questionnaire form = reader.read(central.surveys().questionnaire(each.questionnaire())
                        .orElseThrow(() -> new IllegalStateException("version without questionnaire")));
                return new Version(each.number(), form.id(), form.title(), form.version(), each.from(),
                        Optional.ofNullable(counts.get(form.id())).orElse(0),
                        each.number() == last && form.id().equals(current));
            }).toList();
        });
    }

    private static Survey found(CentralStore.Central central, SurveyId survey) {
        return central.surveys().find(survey)
                .orElseThrow(() -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", survey.text()).exception());
    }
}
