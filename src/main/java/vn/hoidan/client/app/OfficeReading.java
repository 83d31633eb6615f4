package vn.hoidan.client.app;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.QuestionnaireLoader;
import vn.hoidan.core.access.OpenedFolder;
import vn.hoidan.core.access.OpenedInterview;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.Replay;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.sampling.Household;

/// Reads every interview out of a store that the office has opened with its own key: drafts as they stand, completed
/// ones, and those broken off. What cannot be read is said with its interview; the others are read all the same.
public final class OfficeReading {
    private final Profile profile;
    private final FieldStore store;
    private final QuestionnaireLoader loader;
    private final ZoneId zone;
    private final Map<QuestionnaireId, Questionnaire> loaded = new HashMap<>();

    /// @param zone in which the interviews were held
    public OfficeReading(Profile profile, FieldStore store, QuestionnaireLoader loader, ZoneId zone) {
        this.profile = profile;
        this.store = store;
        this.loader = loader;
        this.zone = zone;
    }

    public OpenedFolder read() {
        List<HeldList> lists = store.lists();
        List<OpenedInterview> interviews = new ArrayList<>();
        for (InterviewEntry entry : store.interviews()) {
            Optional<Household> household = lists.stream().map(HeldList::list)
                    .filter(list -> list.id().equals(entry.list())).flatMap(list -> list.households().stream())
                    .filter(each -> each.number() == entry.household()).findFirst();
            Map<Path, String> answers = new LinkedHashMap<>();
            Optional<Problem> problem = read(entry, answers);
            interviews.add(new OpenedInterview(entry.id(), entry.questionnaire(), entry.list(), entry.household(),
                    household.map(Household::label).orElse(""), household.map(Household::place).orElse(""),
                    entry.mode(), entry.state(), entry.startedAt(), entry.changedAt(), answers, problem));
        }
        return new OpenedFolder(profile.device(), profile.person(), interviews);
    }

    private Optional<Problem> read(InterviewEntry entry, Map<Path, String> answers) {
        if (entry.onlyAtOffice()) {
            return Optional.of(Problem.of(ProblemKind.ANSWERS_ONLY_AT_OFFICE));
        }
        try {
            Session session = questionnaire(entry.questionnaire()).begin(new SessionContext(
                    entry.startedAt().atZone(zone), profile.device(), profile.person().id().text(), "vi"));
            List<Fact> notTaken = Replay.into(session, store.facts(entry.id()));
            answers.putAll(session.answers());
            return notTaken.isEmpty() ? Optional.empty()
                    : Optional.of(Problem.of(ProblemKind.INTERVIEW_INCOMPLETE, "count",
                            String.valueOf(notTaken.size())));
        } catch (ProblemException unreadable) {
            return Optional.of(unreadable.problem());
        }
    }

    private Questionnaire questionnaire(QuestionnaireId id) {
        return loaded.computeIfAbsent(id, missing -> loader.load(store.questionnaire(missing)
                .orElseThrow(() -> Problem.of(ProblemKind.STORE_DAMAGED, "file", missing.text()).exception())));
    }
}
