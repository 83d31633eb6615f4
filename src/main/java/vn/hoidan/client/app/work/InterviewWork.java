package vn.hoidan.client.app.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hoidan.client.app.store.Attaching;
import vn.hoidan.client.app.store.Attachment;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.RemarkTrail;
import vn.hoidan.core.interview.Replay;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;

/// One interview being held. All methods belong to the window's thread: the engine answers there in well under a
/// frame, and every fact goes to the writer's lane at once. {@link #saveState} says "saved" only after the commit.
public final class InterviewWork implements Filling {
    private final InterviewEntry entry;
    private final Session session;
    private final Questionnaire questionnaire;
    private final FieldStore store;
    private final FieldWork.Surroundings surroundings;
    private final FieldWork field;
    private final Closing closing;
    private final List<Fact> facts;
    private final int factsNotTaken;
    /// Null for a new interview.
    private final Path lastPlace;
    private final FactQueue queue;
    private RemarkTrail remarks;
    private List<Element.Group> sections;
    /// Since the last pause.
    private int backSteps;
    private boolean closed;
    /// Null where no unit is needed.
    private final Screening screening;

    InterviewWork(InterviewEntry entry, Session session, FieldStore store, FieldWork.Surroundings surroundings,
            FieldWork field, List<Fact> facts, int factsNotTaken, List<Screening> screening) {
        this.entry = entry;
        this.screening = screening.isEmpty() ? null : screening.getFirst();
        this.session = session;
        this.questionnaire = field.questionnaire(entry.questionnaire());
        this.store = store;
        this.surroundings = surroundings;
        this.field = field;
        this.closing = new Closing(entry, store, surroundings, field, factsNotTaken);
        this.facts = List.copyOf(facts);
        this.factsNotTaken = factsNotTaken;
        this.lastPlace = Replay.lastPlace(facts).orElse(null);
        this.remarks = RemarkTrail.of(facts);
        this.sections = session.sections();
        this.queue = new FactQueue(store, surroundings.writer(), surroundings.clock(),
                facts.isEmpty() ? entry.changedAt() : facts.getLast().at().wall());
    }

    public InterviewId id() {
        return entry.id();
    }

    public InterviewEntry entry() {
        return entry;
    }

    /// The keying of the paper form that this interview is made of. Only for an interview whose mode is paper.
    public PaperKeying keying() {
        return new PaperKeying(this, new PaperDesk(entry, store, surroundings, field), facts);
    }

    @Override
    public int factsNotTaken() {
        return factsNotTaken + entry.lostFacts();
    }

    /// Where the interview was left when it was opened again: the question in focus at the last pause, or the one last
    /// dealt with when the program was cut off. It may have stopped being relevant. Empty for a new interview.
    @Override
    public Optional<Path> lastPlace() {
        return Optional.ofNullable(lastPlace);
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
    public AnswerResult answer(Path path, String value) {
        return answer(path, value, AnswerManner.ENTERED);
    }

    @Override
    public AnswerResult answer(Path path, String value, AnswerManner manner) {
        return answer(path, value, manner, List.of());
    }

    @Override
    public RemarkTrail remarks() {
        return remarks;
    }

    @Override
    public boolean aloneOnDevice() {
        return entry.mode() == InterviewMode.ALONE_ON_DEVICE;
    }

    @Override
    public void comment(Path path, String text) {
        String kept = text.strip();
        if (!kept.equals(remarks.comments().getOrDefault(path, ""))) {
            keep(new Fact.CommentSet(surroundings.clock().moment(), path, kept));
        }
    }

    /// @param files what the value names; written in one transaction with the fact
    private AnswerResult answer(Path path, String value, AnswerManner manner, List<Change> files) {
        refuseWhenClosed();
        AnswerResult result = session.answer(path, value);
        switch (result) {
            case AnswerResult.Taken taken -> {
                changed(path, taken, new Fact.AnswerSet(surroundings.clock().moment(), path, value, manner), files);
            }
            case AnswerResult.Refused _ -> save(new Fact.AnswerRefused(surroundings.clock().moment(), path));
        }
        return result;
    }

    @Override
    public AnswerResult clear(Path path) {
        refuseWhenClosed();
        AnswerResult result = session.clear(path);
        if (result instanceof AnswerResult.Taken taken) {
            changed(path, taken, new Fact.AnswerCleared(surroundings.clock().moment(), path), List.of());
        }
        return result;
    }

    private void changed(Path path, AnswerResult.Taken taken, Fact fact, List<Change> files) {
        sections = taken.structureChanged() ? session.sections()
                : session.question(path).map(question -> Outline.with(sections, question)).orElseGet(session::sections);
        save(fact, files);
    }

    @Override
    public void attach(Path path, AttachmentSource source, AnswerManner manner, Consumer<Attaching> onDone,
            Consumer<Problem> onProblem) {
        refuseWhenClosed();
        boolean picture = question(path).filter(asked -> asked.type() == QuestionType.IMAGE).isPresent();
        queue.readingBegins();
        surroundings.writer().beside(() -> Attachment.read(source, picture), outcome -> {
            queue.readingEnds();
            Attaching attaching = switch (outcome) {
                case Attachment.Outcome.Read read -> keep(path, read.attachment(), manner);
                case Attachment.Outcome.Not not -> not.why();
            };
            queue.settle();
            onDone.accept(attaching);
        }, problem -> {
            queue.readingEnds();
            queue.settle();
            onProblem.accept(problem);
        });
    }

    private Attaching keep(Path path, Attachment attachment, AnswerManner manner) {
        if (closed || question(path).filter(Element.Question::asks).isEmpty()) {
            return new Attaching.TooLate();
        }
        String name = attachment.name().asText();
        return switch (answer(path, name, manner, List.of(new Change.AttachmentKept(attachment)))) {
            case AnswerResult.Taken _ -> new Attaching.Kept(name);
            case AnswerResult.Refused refused -> new Attaching.Refused(refused.message());
        };
    }

    @Override
    public void attachment(String name, Consumer<Optional<Bytes>> onDone, Consumer<Problem> onProblem) {
        Optional<AttachmentName> wanted = AttachmentName.parse(name);
        Optional<Bytes> waiting = queue.unsaved().stream().filter(Change.AttachmentKept.class::isInstance)
                .map(change -> ((Change.AttachmentKept) change).attachment())
                .filter(attachment -> wanted.filter(attachment.name()::equals).isPresent())
                .map(Attachment::content).findFirst();
        if (waiting.isPresent() || wanted.isEmpty()) {
            onDone.accept(waiting);
        } else {
            surroundings.writer().run(() -> store.attachment(wanted.get().hash()), onDone, onProblem);
        }
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
        save(new Fact.RepeatAdded(surroundings.clock().moment(), repeat));
        return added;
    }

    @Override
    public void removeRepeat(Path instance) {
        refuseWhenClosed();
        session.removeRepeat(instance);
        sections = session.sections();
        save(new Fact.RepeatRemoved(surroundings.clock().moment(), instance));
    }

    @Override
    public void setLanguage(String language) {
        refuseWhenClosed();
        session.setLanguage(language);
        sections = session.sections();
        save(new Fact.LanguageChanged(surroundings.clock().moment(), language));
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
    public void wentBack() {
        backSteps++;
    }

    @Override
    public void pause(Path where) {
        refuseWhenClosed();
        save(new Fact.Paused(surroundings.clock().moment(), where, backSteps));
        backSteps = 0;
    }

    @Override
    public SaveState saveState() {
        return queue.saveState();
    }

    @Override
    public void onSaveState(Consumer<SaveState> listener) {
        queue.listen(listener);
    }

    @Override
    public void saveAgain() {
        queue.flush();
    }

    /// Appends a fact that changes no answer.
    void keep(Fact fact) {
        refuseWhenClosed();
        save(fact);
    }

    /// A ruling on two keyings: from now on the interview says what was decided. False if the form does not take it.
    boolean rule(Fact.Paper.Ruled ruled) {
        refuseWhenClosed();
        boolean taken = Replay.into(session, List.of(ruled)).isEmpty();
        if (taken) {
            sections = session.sections();
            save(ruled);
        }
        return taken;
    }

    private void save(Fact fact) {
        save(fact, List.of());
    }

    /// @param files what the fact names; written in one transaction with it
    private void save(Fact fact, List<Change> files) {
        remarks = remarks.after(fact);
        Progress progress = progress();
        List<Change> changes = new ArrayList<>(files);
        changes.add(new Change.FactAppended(entry.id(), fact, progress.answered(), progress.asked()));
        Optional.ofNullable(screening).flatMap(known -> known.after(session))
                .ifPresentOrElse(unit -> queue.add(changes, unit), () -> queue.add(changes));
    }

    @Override
    public Gate gate() {
        return screening == null ? Gate.OPEN : new UnitGate(screening, queue, this::turnAway);
    }

    private void turnAway(Runnable onDone, Consumer<Problem> onProblem) {
        refuseWhenClosed();
        afterSaving(() -> surroundings.writer().run(() -> {
            field.recordContact(entry.list(), entry.household(), Outcome.QUOTA_FULL, "");
            return true;
        }, _ -> {
            closed = true;
            onDone.run();
        }, onProblem), onProblem);
    }

    /// Acts once everything done so far is on the disk.
    void afterSaving(Runnable action, Consumer<Problem> onProblem) {
        queue.afterSaving(action, onProblem);
    }

    @Override
    public void check(Consumer<List<Finding>> onDone, Consumer<Problem> onProblem) {
        String language = session.language();
        afterSaving(() -> surroundings.writer().run(() -> closing.findings(language), onDone, onProblem), onProblem);
    }

    @Override
    public void whereabouts(Consumer<Whereabouts> onDone, Consumer<Problem> onProblem) {
        surroundings.writer().run(() -> Whereabouts.of(field.entry(entry.id()), store.syncState(),
                store.files().unsafeInterviews()), onDone, onProblem);
    }

    /// Checks the whole form and, if nothing is missing or wrong, closes it: the last fact, the state, the used unit
    /// and the record for the server become durable together.
    @Override
    public void complete(Consumer<Completing> onDone, Consumer<Problem> onProblem) {
        refuseWhenClosed();
        String language = session.language();
        int steps = backSteps;
        afterSaving(() -> surroundings.writer().run(() -> closing.close(language, steps), completing -> {
            closed = completing instanceof Completing.Completed;
            onDone.accept(completing);
        }, onProblem), onProblem);
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new IllegalStateException("interview is completed");
        }
    }
}
