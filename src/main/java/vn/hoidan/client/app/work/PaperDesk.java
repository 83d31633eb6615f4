package vn.hoidan.client.app.work;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.PaperTrail;
import vn.hoidan.core.interview.Replay;
import vn.hoidan.core.interview.SecondKeyingSample;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Session;

/// What the keying of one paper form needs from the store.
record PaperDesk(InterviewEntry entry, FieldStore store, FieldWork.Surroundings surroundings, FieldWork field) {
    <T> void onLane(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
        surroundings.writer().run(work, onDone, onProblem);
    }

    DeviceClock clock() {
        return surroundings.clock();
    }

    PaperOverview overview() {
        return PaperOverview.of(store);
    }

    /// True if the rule of the sample says that this form is keyed twice.
    boolean chosen(PaperOverview overview) {
        return SecondKeyingSample.chooses(field.keyingSeed(), entry.id(), overview.before(entry.id()));
    }

    /// The second keying as the disk holds it.
    Session second(String language) {
        Session second = field.session(entry);
        second.setLanguage(language);
        List<Fact> notTaken = Replay.into(second, PaperTrail.ofSecondKeying(store.facts(entry.id())));
        if (!notTaken.isEmpty()) {
            throw new IllegalStateException("second keying replays differently: " + notTaken.size()
                    + " facts not taken");
        }
        return second;
    }

    List<Finding> secondFindings(String language) {
        return PaperTrail.of(store.facts(entry.id())).unexcusedInSecond(second(language).findings());
    }
}
