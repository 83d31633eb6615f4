package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Attaching;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore.OpenProfile;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.message.ProblemTexts;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;
import vn.hoidan.vault.PinVault;

/// One interview from the PIN to its completion on a disk that fails somewhere, held by somebody who reads what the
/// window says and goes on. After each act what is on the disk is compared with what the window says of it.
final class FaultedInterview {
    private static final String PIN = "482916";
    private static final Profile PROFILE = new Profile("5f0c-1", "1-7", Samples.enumerator(),
            new ServerAddress("khaosat.example", 8443, Samples.bytes(16, 3)));
    private static final int MOST_TRIES = 40;
    private static final int HOUSEHOLD = 17;
    private static final Set<ProblemKind> DISK = EnumSet.of(ProblemKind.DISK_FULL, ProblemKind.FOLDER_NOT_WRITABLE);

    private final Path laptop;
    private final Questionnaire questionnaire;
    private final Random random;
    private final String where;
    private final SettableClock clock = new SettableClock(Samples.MORNING);
    /// Facts of the interview in their order, on the disk or not.
    private final List<String> acts = new ArrayList<>();
    private OpenProfile open;
    private InterviewWork work;
    private SaveState shown = new SaveState.Saving();
    /// Acts known to be on the disk.
    private int saved;
    private int told;

    FaultedInterview(Path laptop, Questionnaire questionnaire, Random random, String where) {
        this.laptop = laptop;
        this.questionnaire = questionnaire;
        this.random = random;
        this.where = where;
    }

    /// A laptop to which a survey and a village came down.
    static void prepare(Path laptop, Bytes xform, Questionnaire questionnaire) {
        Survey survey = Samples.survey();
        Survey own = new Survey(survey.id(), survey.name(), questionnaire.id(), survey.consent(),
                survey.areas(), survey.constraints(), true);
        try (FieldStore store = folders(laptop, new SettableClock(Samples.MORNING)).create(PROFILE,
                new DeviceCredentials("1-7", Samples.bytes(32, 11)), PIN.toCharArray()).store()) {
            store.apply(List.of(new Change.QuestionnaireReceived(own.questionnaire(), xform),
                    new Change.SurveyReceived(own), new Change.ListReceived(Samples.list(), Samples.lease())));
        }
    }

    private static ProfileFolders folders(Path laptop, SettableClock clock) {
        return new ProfileFolders(laptop, clock, PinVault.Cost.LEAST);
    }

    /// How often the person was told that something was not written.
    int told() {
        return told;
    }

    /// @param dies the program ends with the first failure of which the window tells in the interview
    void hold(boolean dies) {
        unlock();
        tried(() -> {
            field().recordContact(Samples.LIST, HOUSEHOLD, Outcome.NOT_AT_HOME, "");
            return true;
        }, () -> assertEquals(0, store().contacts(Samples.LIST).size(), where));
        begin();
        boolean alive = answer(dies);
        attach();
        pauseAndComeBack(alive);
        complete();
        look();
        store().close();
    }

    private void unlock() {
        open = tried(() -> assertInstanceOf(Unlocking.Opened.class,
                folders(laptop, clock).unlock(PROFILE.id(), PIN.toCharArray()), where).profile(), () -> { });
    }

    private FieldStore store() {
        return open.store();
    }

    private FieldWork field() {
        return new FieldWork(PROFILE, store(), new FieldWork.Surroundings(new ImmediateBackground(), clock,
                UUID::randomUUID, _ -> questionnaire, new CompressedRecords(), new VoucherFiles(), "0.1.0"));
    }

    /// Does something until it is done, as a person would who reads why it was not.
    ///
    /// @param undone looks whether nothing of a failed try is there
    private <T> T tried(Supplier<T> action, Runnable undone) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                return action.get();
            } catch (ProblemException refused) {
                tell(refused.problem());
                undone.run();
            }
        }
        throw new AssertionError(where + ": never done");
    }

    private void tell(Problem problem) {
        told++;
        assertTrue(DISK.contains(problem.kind()), where + ": " + problem);
        for (String language : List.of("vi", "en")) {
            assertFalse(ProblemTexts.of(problem, language).next().isBlank(), where);
        }
    }

    private void begin() {
        work = tried(() -> assertInstanceOf(Starting.Started.class, field().start(Samples.LIST, HOUSEHOLD,
                InterviewMode.FACE_TO_FACE, "vi"), where).interview(), () -> {
                    assertEquals(List.of(), store().interviews(), where);
                    assertEquals(1, store().contacts(Samples.LIST).size(), where);
                });
        acts.add(facts().getFirst());
        assertTrue(acts.getFirst().startsWith("InterviewStarted"), where);
        saved = 1;
        listen();
    }

    private void listen() {
        work.onSaveState(state -> {
            shown = state;
            switch (state) {
                case SaveState.Failed failed -> tell(failed.problem());
                case SaveState.Saved _, SaveState.Saving _ -> { }
                case SaveState.NotKept _ -> throw new AssertionError(where);
            }
        });
    }

    private List<String> facts() {
        return store().facts(entry().id()).stream().map(RandomActs::text).toList();
    }

    private InterviewEntry entry() {
        return store().interviews().getFirst();
    }

    /// What the window says of the last act, and what is on the disk.
    private void compare() {
        switch (shown) {
            case SaveState.Saved _ -> {
                saved = acts.size();
                assertEquals(acts, facts(), where);
            }
            case SaveState.Failed _ -> assertEquals(acts.subList(0, saved), facts(), where);
            case SaveState.Saving _, SaveState.NotKept _ -> throw new AssertionError(where + ": " + shown);
        }
        assertEquals(saved, entry().facts(), where);
    }

    /// False when the program ended meanwhile and was started again.
    private boolean answer(boolean dies) {
        boolean alive = true;
        while (work.firstOpen().isPresent()) {
            RandomActs drawn = new RandomActs(work, random, fact -> acts.add(RandomActs.text(fact)));
            drawn.answer();
            compare();
            if (dies && shown instanceof SaveState.Failed) {
                alive = false;
                restart();
            }
        }
        return alive;
    }

    /// What was never shown as saved is lost with the program, and nothing else.
    private void restart() {
        store().close();
        acts.subList(saved, acts.size()).clear();
        unlock();
        assertEquals(acts, facts(), where);
        resume();
    }

    private void resume() {
        work = tried(() -> field().resume(entry().id()), () -> assertEquals(acts, facts(), where));
        assertEquals(0, work.factsNotTaken(), where);
        acts.add(RandomActs.text(new Fact.Resumed(RandomActs.WHENEVER)));
        saved = acts.size();
        assertEquals(acts, facts(), where);
        listen();
    }

    private void attach() {
        Optional<Element.Question> file = work.sections().stream().flatMap(section -> section.elements().stream())
                .filter(Element.Question.class::isInstance).map(Element.Question.class::cast)
                .filter(question -> question.type() == QuestionType.FILE).findFirst();
        if (file.isEmpty()) {
            return;
        }
        String content = "%PDF-1.7 tệp kèm theo " + random.nextLong();
        List<Attaching> done = new ArrayList<>();
        work.attach(file.get().path(), new Letter(content), AnswerManner.ALONE, done::add, this::tell);
        String name = assertInstanceOf(Attaching.Kept.class, done.getFirst(), where).name();
        acts.add(RandomActs.text(new Fact.AnswerSet(RandomActs.WHENEVER, file.get().path(), name,
                AnswerManner.ALONE)));
        compare();
        List<Bytes> kept = new ArrayList<>();
        work.attachment(name, found -> found.ifPresent(kept::add), this::tell);
        assertEquals(content, new String(kept.getFirst().toArray(), StandardCharsets.UTF_8), where);
    }

    private record Letter(String content) implements AttachmentSource {
        @Override
        public String fileName() {
            return "thư.pdf";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void pauseAndComeBack(boolean alive) {
        vn.hoidan.core.questionnaire.Path somewhere = work.question(new vn.hoidan.core.questionnaire.Path("/data/q1"))
                .map(Element.Question::path).orElse(work.sections().getFirst().path());
        acts.add(RandomActs.text(new Fact.Paused(RandomActs.WHENEVER, somewhere, 0)));
        work.pause(somewhere);
        compare();
        // the window waits for "saved" before it lets the interview go, and the person asks again
        for (int tries = 0; shown instanceof SaveState.Failed && tries < MOST_TRIES; tries++) {
            work.saveAgain();
            compare();
        }
        assertEquals(acts.size(), saved, where);
        if (alive) {
            store().close();
            unlock();
        }
        resume();
    }

    private void complete() {
        List<Completing> done = new ArrayList<>();
        for (int tries = 0; done.isEmpty() && tries < MOST_TRIES; tries++) {
            work.complete(done::add, problem -> {
                tell(problem);
                assertEquals(InterviewState.IN_WORK, entry().state(), where);
                assertEquals(acts.subList(0, facts().size()), facts(), where);
                assertEquals(0, records(RecordType.INTERVIEW), where);
            });
        }
        assertInstanceOf(Completing.Completed.class, done.getFirst(), where);
    }

    private int records(RecordType type) {
        return (int) store().recordsAfter(0, 100, 1_000_000).stream().map(UpRecord::type).filter(type::equals).count();
    }

    /// All is there once.
    private void look() {
        assertEquals(InterviewState.COMPLETED, entry().state(), where);
        acts.add(RandomActs.text(new Fact.Completed(RandomActs.WHENEVER, 0)));
        assertEquals(acts, facts(), where);
        assertEquals(1, store().interviews().size(), where);
        assertEquals(1, records(RecordType.INTERVIEW), where);
        assertEquals(2, records(RecordType.CONTACT), where);
        assertEquals(2, store().contacts(Samples.LIST).size(), where);
        assertEquals(1, store().sketches(entry().questionnaire()).size(), where);
    }
}
