package vn.hoidan.client.app.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.quota.QuestionWords;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficePost;

/// A supervisor's day: the board and the index as the server has them, or as they were last seen.
public final class SupervisorWork implements Work {
    private final FieldStore store;
    private final HeadOffice office;
    private final Profile profile;
    private final FieldWork.Surroundings surroundings;

    public SupervisorWork(Profile profile, FieldStore store, HeadOffice office, FieldWork.Surroundings surroundings) {
        this.profile = profile;
        this.store = store;
        this.office = office;
        this.surroundings = surroundings;
    }

    /// As last seen; {@link Board#at} says when. Empty before the first sync.
    public Optional<Board> board() {
        return store.board();
    }

    /// As last seen; its heading says when it was counted. Empty before the first sync, and for a survey without one.
    public Optional<IndexReport> index() {
        return store.index();
    }

    public Optional<Survey> survey() {
        return store.survey();
    }

    /// What the form calls the questions that quotas look at; nothing for a survey whose form did not come yet.
    public QuestionWords words() {
        Optional<Survey> survey = store.survey().filter(each -> !FieldWork.screeningQuestions(each).isEmpty());
        return survey.flatMap(each -> store.questionnaire(each.questionnaire())).map(bytes -> {
            Questionnaire form = surroundings.loader().load(bytes);
            SessionContext context = new SessionContext(surroundings.clock().now().atZone(surroundings.clock().zone()),
                    profile.device(), profile.person().id().text(), "vi");
            return QuestionWords.of(FieldWork.screeningQuestions(survey.get()), form.begin(context),
                    form.languages());
        }).orElseGet(() -> new QuestionWords(Map.of()));
    }

    /// Tells the server what the supervisor decides; needs the network. What is shown comes with {@link #fetch}.
    public QuotaDecision.Effect decide(QuotaDecision decision) {
        return office.decide(decision);
    }

    /// Interviews that count in a cell, the newest first; needs the network.
    ///
    /// @param before number of the oldest that is known, {@link Board.Counted#NEWEST} at first
    public List<Board.Counted> counted(CellKey cell, long before) {
        return office.counted(cell, before);
    }

    /// Records of the area that the office keeps and could not use; needs the network.
    public List<AsideRecord> aside() {
        return office.aside();
    }

    /// Has one of them tried again; needs the network.
    public AsideOutcome release(AsideRelease asked) {
        return office.release(asked);
    }

    /// What was sent to enumerators and who has read it; needs the network.
    public OfficePost post() {
        return office.post();
    }

    /// By which an order is known again after a lost answer.
    public String newOrder() {
        return surroundings.ids().get().toString();
    }

    /// Says something to one enumerator of the area or to all; needs the network.
    public OfficePost send(MessageOrder order) {
        return office.send(order);
    }

    /// Asks the server; part of each round of sync, and after a decision.
    public void fetch() {
        store.apply(List.of(new Change.BoardReceived(office.board())));
        office.index().ifPresent(report -> store.apply(List.of(new Change.IndexReceived(report))));
    }
}
