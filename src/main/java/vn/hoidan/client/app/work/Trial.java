package vn.hoidan.client.app.work;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.store.Attaching;
import vn.hoidan.client.app.store.Attachment;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.RemarkTrail;
import vn.hoidan.core.interview.Replay;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.HiddenPart;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.sync.Bytes;

/// An author's trial of a form: filled in exactly as in the field, and nothing of it is stored. Its facts can be told
/// to the next state of the form, so that a trial goes on where the author stood.
public final class Trial implements Filling {
    /// What the form's `deviceid` and `username` give in a trial.
    private static final String NAME_OF_ALL = "preview";

    private final Questionnaire questionnaire;
    private final Memory memory;
    private final Surroundings surroundings;
    private final Session session;
    private final int answersNotTaken;
    private final List<Fact> facts;
    private final Map<String, Bytes> files;
    private RemarkTrail remarks;
    private List<Element.Group> sections;
    private Runnable onChange = () -> { };
    private boolean closed;

    /// @param lane off the window's thread
    public record Surroundings(Background lane, DeviceClock clock) {
    }

    /// What outlives a trial.
    ///
    /// @param startedAt what `start` and `today` say
    /// @param facts     what was done so far, oldest first
    /// @param files     attached so far, by name
    /// @param lastSaved answers of the trial that was completed before
    /// @param language  to begin in, if the form has it
    public record Memory(ZonedDateTime startedAt, List<Fact> facts, Map<String, Bytes> files,
            Map<Path, String> lastSaved, String language) {
        public Memory {
            facts = List.copyOf(facts);
            files = Map.copyOf(files);
            lastSaved = Map.copyOf(lastSaved);
        }

        /// Nothing was done yet.
        public static Memory empty(ZonedDateTime startedAt, String language) {
            return new Memory(startedAt, List.of(), Map.of(), Map.of(), language);
        }
    }

    private Trial(Questionnaire questionnaire, Memory memory, Surroundings surroundings) {
        this.questionnaire = questionnaire;
        this.memory = memory;
        this.surroundings = surroundings;
        facts = new ArrayList<>(memory.facts());
        files = new HashMap<>(memory.files());
        session = begin();
        answersNotTaken = (int) Replay.into(session, facts).stream().filter(Trial::gaveSomething).count();
        sections = session.sections();
        remarks = RemarkTrail.of(facts);
    }

    /// Begins a trial, or goes on with one on another state of the form. Takes some milliseconds: not for the window's
    /// thread.
    public static Trial of(Questionnaire questionnaire, Memory memory, Surroundings surroundings) {
        return new Trial(questionnaire, memory, surroundings);
    }

    private Session begin() {
        return questionnaire.begin(new SessionContext(memory.startedAt(), NAME_OF_ALL, NAME_OF_ALL,
                memory.language(), memory.lastSaved()));
    }

    /// An author who changes a form's languages or its order misses no answer.
    private static boolean gaveSomething(Fact fact) {
        return switch (fact) {
            case Fact.AnswerSet _, Fact.RepeatAdded _ -> true;
            case Fact.AnswerCleared _, Fact.AnswerRefused _, Fact.CommentSet _, Fact.RepeatRemoved _,
                    Fact.LanguageChanged _, Fact.InterviewStarted _, Fact.Paused _, Fact.Resumed _, Fact.Completed _,
                    Fact.BrokenOff _, Fact.Paper _ -> false;
        };
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /// What the next trial of the form, or of another state of it, goes on with.
    public Memory memory() {
        return new Memory(memory.startedAt(), facts, files, memory.lastSaved(), session.language());
    }

    /// What a new trial begins with after this one was completed.
    public Memory afterwards(ZonedDateTime startedAt) {
        return new Memory(startedAt, List.of(), Map.of(), closed ? session.answers() : memory.lastSaved(),
                session.language());
    }

    /// The one who is told after each change of the answers, the place left or the language.
    public void onChange(Runnable listener) {
        onChange = listener;
    }

    /// Answers as they would be stored now, in the form's order.
    public Map<Path, String> answers() {
        return session.answers();
    }

    /// What is not shown now and why; takes some milliseconds.
    public List<HiddenPart> hidden() {
        return session.hidden();
    }

    /// Completed: nothing changes any more.
    public boolean completed() {
        return closed;
    }

    @Override
    public List<Element.Group> sections() {
        return sections;
    }

    @Override
    public Optional<Element.Question> question(Path path) {
        return session.question(path);
    }

    @Override
    public Progress progress() {
        return Progress.of(sections);
    }

    @Override
    public Optional<Path> firstOpen() {
        return Progress.firstOpen(sections);
    }

    @Override
    public Optional<Path> lastPlace() {
        return Replay.lastPlace(memory.facts());
    }

    /// Nothing was stored, so nothing stored was lost; see {@link #answersNotTaken}.
    @Override
    public int factsNotTaken() {
        return 0;
    }

    /// How many answers of the trial before this state of the form does not take.
    public int answersNotTaken() {
        return answersNotTaken;
    }

    @Override
    public AnswerResult answer(Path path, String value) {
        return answer(path, value, AnswerManner.ENTERED);
    }

    @Override
    public AnswerResult answer(Path path, String value, AnswerManner manner) {
        refuseWhenClosed();
        AnswerResult result = session.answer(path, value);
        switch (result) {
            case AnswerResult.Taken taken -> changed(path, taken,
                    new Fact.AnswerSet(surroundings.clock().moment(), path, value, manner));
            case AnswerResult.Refused _ -> { }
        }
        return result;
    }

    @Override
    public RemarkTrail remarks() {
        return remarks;
    }

    @Override
    public boolean aloneOnDevice() {
        return false;
    }

    @Override
    public void comment(Path path, String text) {
        refuseWhenClosed();
        if (!text.strip().equals(remarks.comments().getOrDefault(path, ""))) {
            done(new Fact.CommentSet(surroundings.clock().moment(), path, text.strip()));
        }
    }

    @Override
    public AnswerResult clear(Path path) {
        refuseWhenClosed();
        AnswerResult result = session.clear(path);
        if (result instanceof AnswerResult.Taken taken) {
            changed(path, taken, new Fact.AnswerCleared(surroundings.clock().moment(), path));
        }
        return result;
    }

    private void changed(Path path, AnswerResult.Taken taken, Fact fact) {
        sections = taken.structureChanged() ? session.sections()
                : session.question(path).map(question -> Outline.with(sections, question)).orElseGet(session::sections);
        done(fact);
    }

    private void done(Fact fact) {
        facts.add(fact);
        remarks = remarks.after(fact);
        onChange.run();
    }

    @Override
    public void attach(Path path, AttachmentSource source, AnswerManner manner, Consumer<Attaching> onDone,
            Consumer<Problem> onProblem) {
        refuseWhenClosed();
        boolean picture = question(path).filter(asked -> asked.type() == QuestionType.IMAGE).isPresent();
        surroundings.lane().run(() -> Attachment.read(source, picture), outcome -> onDone.accept(switch (outcome) {
            case Attachment.Outcome.Read read -> keep(path, read.attachment(), manner);
            case Attachment.Outcome.Not not -> not.why();
        }), onProblem);
    }

    private Attaching keep(Path path, Attachment attachment, AnswerManner manner) {
        if (closed || question(path).filter(Element.Question::asks).isEmpty()) {
            return new Attaching.TooLate();
        }
        String name = attachment.name().asText();
        files.put(name, attachment.content());
        return switch (answer(path, name, manner)) {
            case AnswerResult.Taken _ -> new Attaching.Kept(name);
            case AnswerResult.Refused refused -> new Attaching.Refused(refused.message());
        };
    }

    @Override
    public void attachment(String name, Consumer<Optional<Bytes>> onDone, Consumer<Problem> onProblem) {
        onDone.accept(Optional.ofNullable(files.get(name)));
    }

    @Override
    public Optional<Bytes> picture(String name) {
        return questionnaire.file(name).map(Bytes::of);
    }

    @Override
    public Path addRepeat(Path repeat) {
        refuseWhenClosed();
        Path added = session.addRepeat(repeat);
        sections = session.sections();
        done(new Fact.RepeatAdded(surroundings.clock().moment(), repeat));
        return added;
    }

    @Override
    public void removeRepeat(Path instance) {
        refuseWhenClosed();
        session.removeRepeat(instance);
        sections = session.sections();
        done(new Fact.RepeatRemoved(surroundings.clock().moment(), instance));
    }

    @Override
    public List<String> languages() {
        return questionnaire.languages();
    }

    @Override
    public String language() {
        return session.language();
    }

    @Override
    public void setLanguage(String language) {
        session.setLanguage(language);
        sections = session.sections();
        done(new Fact.LanguageChanged(surroundings.clock().moment(), language));
    }

    @Override
    public void pause(Path where) {
        facts.add(new Fact.Paused(surroundings.clock().moment(), where));
    }

    @Override
    public SaveState saveState() {
        return new SaveState.NotKept();
    }

    @Override
    public void onSaveState(Consumer<SaveState> listener) {
        listener.accept(saveState());
    }

    @Override
    public void saveAgain() {
        // Nothing is ever written, so nothing waits for it.
    }

    @Override
    public void check(Consumer<List<Finding>> onDone, Consumer<Problem> onProblem) {
        List<Fact> now = List.copyOf(facts);
        String language = session.language();
        surroundings.lane().run(() -> replayed(now, language).findings(), onDone, onProblem);
    }

    @Override
    public void whereabouts(Consumer<Whereabouts> onDone, Consumer<Problem> onProblem) {
        // Nothing is kept, so there is no place to tell.
    }

    @Override
    public void complete(Consumer<Completing> onDone, Consumer<Problem> onProblem) {
        refuseWhenClosed();
        check(findings -> {
            closed = findings.isEmpty();
            onDone.accept(closed ? new Completing.Completed() : new Completing.Incomplete(findings));
            onChange.run();
        }, onProblem);
    }

    /// As in the field, the whole form is looked through on a fresh session, which also tells whether a draft replays.
    private Session replayed(List<Fact> told, String language) {
        Session whole = begin();
        Replay.into(whole, told);
        whole.setLanguage(language);
        return whole;
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new IllegalStateException("the trial is completed");
        }
    }
}
