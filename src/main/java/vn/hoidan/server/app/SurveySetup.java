package vn.hoidan.server.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.LedgerPlanner;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.quota.QuotaCells;

/// Creates surveys and finds them.
public final class SurveySetup {

    private final CentralStore store;
    private final InstantSource clock;

    public SurveySetup(CentralStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Creates a survey with its cells, all units free, and its village lists, nobody's yet; all of it or nothing.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_EXISTS
    public void create(Survey survey, Bytes xform, List<SampleList> lists) {
        QuotaCells cells = QuotaCells.of(survey);
        for (SampleList list : lists) {
            if (cells.at(list.village()).isEmpty()) {
                throw new IllegalArgumentException("no quota for list " + list.id().text());
            }
        }
        store.write(central -> {
            if (central.surveys().find(survey.id()).isPresent()) {
                throw Problem.of(ProblemKind.SURVEY_EXISTS, "survey", survey.id().text()).exception();
            }
            central.surveys().add(survey, xform, clock.instant());
            for (Constraint constraint : survey.constraints()) {
                central.ledger().addCell(survey.id(), constraint);
                central.ledger().carryOut(survey.id(), LedgerPlanner.open(constraint), clock.instant());
            }
            lists.forEach(list -> central.lists().add(survey.id(), list));
            return null;
        });
    }

    public List<Survey> all() {
        return store.read(central -> central.surveys().all());
    }

    /// The survey with this id; without an id the only one there is.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN
    public Survey choose(String id) {
        List<Survey> all = all();
        Optional<Survey> found = id.isEmpty() && all.size() == 1 ? Optional.of(all.getFirst())
                : all.stream().filter(survey -> survey.id().text().equals(id)).findFirst();
        return found.orElseThrow(() -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name",
                id.isEmpty() ? String.join(", ", all.stream().map(Survey::id).map(SurveyId::text).toList()) : id)
                .exception());
    }

    /// The XForm of a questionnaire.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException SURVEY_UNKNOWN
    public Bytes questionnaire(QuestionnaireId id) {
        return store.read(central -> central.surveys().questionnaire(id))
                .orElseThrow(() -> Problem.of(ProblemKind.SURVEY_UNKNOWN, "name", id.text()).exception());
    }

    /// Remembers where devices reach the server.
    public void startedAt(String address) {
        store.write(central -> {
            central.surveys().setAddress(address);
            return null;
        });
    }

    /// Where devices reach the server, as last started; or empty.
    public Optional<String> address() {
        return store.read(central -> central.surveys().address());
    }
}
