package vn.hoidan.client.app.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.KeyingDifference;
import vn.hoidan.core.interview.KeyingRuling;
import vn.hoidan.core.interview.Keyings;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.core.interview.PaperSheet;
import vn.hoidan.core.interview.PaperTrail;
import vn.hoidan.core.interview.SecondKeyer;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Session;

/// Keying a paper form: once, and if the sample chose it a second time with the first keying out of sight; then each
/// difference is ruled on. Everything keyed is a fact of the interview. All methods belong to the window's thread.
public final class PaperKeying {
    /// What is being done.
    public enum Stage {
        FIRST,
        SECOND,
        /// Both keyings are compared. What is keyed now changes the first, which becomes the interview.
        RULING
    }

    /// @param chosen   the sample says that this form is keyed twice
    /// @param overview of all paper forms of this person
    public record Surroundings(boolean chosen, PaperOverview overview) {
    }

    private final InterviewWork work;
    private final PaperDesk desk;
    private PaperTrail trail;
    /// Null until the second keying is begun and opened.
    private Session second;
    private List<Element.Group> secondSections = List.of();

    PaperKeying(InterviewWork work, PaperDesk desk, List<Fact> facts) {
        this.work = work;
        this.desk = desk;
        this.trail = PaperTrail.of(facts);
        if (trail.sheet().isEmpty()) {
            throw new IllegalStateException("not begun from paper: " + work.id().asText());
        }
    }

    /// The interview that it becomes: for its place in the list, its language and the state of saving.
    public InterviewWork interview() {
        return work;
    }

    public PaperSheet sheet() {
        return trail.sheet().orElseThrow();
    }

    public Stage stage() {
        if (trail.comparison().isPresent()) {
            return Stage.RULING;
        }
        return trail.keyingAgain() ? Stage.SECOND : Stage.FIRST;
    }

    /// Who keys or keyed it the second time; empty before.
    public Optional<SecondKeyer> secondKeyer() {
        return trail.keyer();
    }

    public PaperTrail trail() {
        return trail;
    }

    /// Reads what the screen needs before it begins: the other forms, and the second keying if it was begun.
    public void open(Consumer<Surroundings> onDone, Consumer<Problem> onProblem) {
        boolean again = trail.keyer().isPresent();
        String language = work.language();
        record Opened(Surroundings surroundings, Optional<Session> second) {
        }
        desk.onLane(() -> {
            PaperOverview overview = desk.overview();
            return new Opened(new Surroundings(desk.chosen(overview), overview),
                    again ? Optional.of(desk.second(language)) : Optional.empty());
        }, opened -> {
            opened.second().ifPresent(this::opened);
            onDone.accept(opened.surroundings());
        }, onProblem);
    }

    private void opened(Session session) {
        second = session;
        secondSections = session.sections();
    }

    private boolean keysSecond() {
        return stage() == Stage.SECOND;
    }

    private PaperTrail.Side side() {
        return keysSecond() ? trail.second() : trail.first();
    }

    /// The form as it stands in the keying of this stage.
    public List<Element.Group> sections() {
        return keysSecond() ? secondSections : work.sections();
    }

    public Optional<Element.Question> question(Path path) {
        return keysSecond() ? second.question(path) : work.question(path);
    }

    /// What was keyed of a question in this stage.
    public Keyed keyed(Element.Question question) {
        return Keyings.of(question, side().marks());
    }

    public Optional<String> note(Path path) {
        return Optional.ofNullable(side().notes().get(path));
    }

    /// Where it was left; empty at the beginning of a keying.
    public Optional<Path> lastPlace() {
        return side().place();
    }

    public AnswerResult answer(Path path, String value) {
        AnswerResult result = keysSecond() ? second.answer(path, value) : work.answer(path, value);
        switch (result) {
            case AnswerResult.Taken taken -> keyed(path, taken, new Fact.AnswerSet(now(), path, value));
            case AnswerResult.Refused _ -> keyed(new Fact.AnswerRefused(now(), path));
        }
        return result;
    }

    public AnswerResult clear(Path path) {
        AnswerResult result = keysSecond() ? second.clear(path) : work.clear(path);
        if (result instanceof AnswerResult.Taken taken) {
            keyed(path, taken, new Fact.AnswerCleared(now(), path));
        }
        return result;
    }

    /// Says that the paper gives no answer that could be keyed; takes away the one there is.
    public void mark(Path path, PaperMark mark) {
        if (question(path).filter(Element.Question::answered).isEmpty()
                || clear(path) instanceof AnswerResult.Taken) {
            append(new Fact.Paper.Marked(now(), path, mark));
        }
    }

    /// @param text what else the paper says here; empty takes the note away
    public void note(Path path, String text) {
        append(new Fact.Paper.Noted(now(), path, text));
    }

    public Path addRepeat(Path repeat) {
        if (!keysSecond()) {
            return work.addRepeat(repeat);
        }
        Path added = second.addRepeat(repeat);
        secondSections = second.sections();
        append(new Fact.RepeatAdded(now(), repeat));
        return added;
    }

    /// Takes the last instance of a repeat away.
    public void removeRepeat(Path instance) {
        if (keysSecond()) {
            second.removeRepeat(instance);
            secondSections = second.sections();
        } else {
            work.removeRepeat(instance);
        }
        keyed(new Fact.RepeatRemoved(now(), instance));
    }

    private void keyed(Path path, AnswerResult.Taken taken, Fact fact) {
        if (keysSecond()) {
            secondSections = taken.structureChanged() ? second.sections() : second.question(path)
                    .map(question -> Outline.with(secondSections, question)).orElseGet(second::sections);
        }
        keyed(fact);
    }

    /// An act that the interview itself keeps in the first keying, and that is only followed here.
    private void keyed(Fact fact) {
        if (keysSecond()) {
            append(fact);
        } else {
            trail = trail.after(fact);
        }
    }

    private void append(Fact fact) {
        Fact kept = keysSecond() && !(fact instanceof Fact.Paper.Compared) ? new Fact.Paper.KeyedAgain(fact) : fact;
        trail = trail.after(kept);
        work.keep(kept);
    }

    private Moment now() {
        return desk.clock().moment();
    }

    /// Texts change, answers and place do not.
    public void setLanguage(String language) {
        work.setLanguage(language);
        if (second != null) {
            second.setLanguage(language);
            secondSections = second.sections();
        }
    }

    /// Looks through the keying of this stage; what the paper does not give is not missing.
    public void check(Consumer<List<Finding>> onDone, Consumer<Problem> onProblem) {
        if (keysSecond()) {
            String language = work.language();
            work.afterSaving(() -> desk.onLane(() -> desk.secondFindings(language), onDone, onProblem), onProblem);
        } else {
            work.check(onDone, onProblem);
        }
    }

    /// Begins the second keying, from the top and with nothing of the first in sight.
    public void beginSecond(SecondKeyer keyer, Runnable onReady, Consumer<Problem> onProblem) {
        if (stage() != Stage.FIRST) {
            throw new IllegalStateException("second keying begun twice");
        }
        String language = work.language();
        desk.onLane(() -> desk.second(language), session -> {
            opened(session);
            append(new Fact.Paper.SecondBegun(now(), keyer));
            onReady.run();
        }, onProblem);
    }

    /// Ends the second keying: lays it beside the first.
    public void compare() {
        if (!keysSecond()) {
            throw new IllegalStateException("no second keying to compare");
        }
        Map<Path, Keyed> one = firstKeyed();
        Map<Path, Keyed> other = secondKeyed();
        append(new Fact.Paper.Compared(now(), Keyings.fields(one, other).size(),
                Keyings.differences(one, other).stream().map(KeyingDifference::path).toList()));
    }

    private Map<Path, Keyed> firstKeyed() {
        return Keyings.of(work.sections(), trail.first().marks());
    }

    private Map<Path, Keyed> secondKeyed() {
        return Keyings.of(secondSections, trail.second().marks());
    }

    /// What is still to be ruled on.
    public List<KeyingDifference> unruled() {
        return stage() == Stage.RULING ? trail.unruled(firstKeyed(), secondKeyed()) : List.of();
    }

    /// Decides one difference.
    ///
    /// @param third what the paper says when neither keying was right
    /// @return false if the form does not take what was decided, or must have an answer there; nothing changes then
    public boolean rule(KeyingDifference difference, KeyingRuling ruling, Keyed third) {
        Keyed outcome = switch (ruling) {
            case FIRST -> difference.first();
            case SECOND -> difference.second();
            case THIRD -> third;
        };
        boolean missing = outcome instanceof Keyed.Nothing
                && work.question(difference.path()).filter(Element.Question::required).isPresent();
        Fact.Paper.Ruled ruled = new Fact.Paper.Ruled(now(), difference.path(), ruling, outcome);
        boolean taken = !missing && work.rule(ruled);
        if (taken) {
            trail = trail.after(ruled);
        }
        return taken;
    }

    /// Closes the interview if nothing is missing, wrong or still to be ruled on.
    public void complete(Consumer<Completing> onDone, Consumer<Problem> onProblem) {
        if (keysSecond() || !unruled().isEmpty()) {
            throw new IllegalStateException("two keyings are not compared to the end");
        }
        work.complete(onDone, onProblem);
    }
}
