package vn.hoidan.client.app.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.FakeOffice;
import vn.hoidan.client.app.RecordNumbers;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.MemoryFieldStore;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;

class SyncRoundTest {
    private final MemoryFieldStore store = new MemoryFieldStore();
    private final FakeOffice office = new FakeOffice();
    private QuestionnaireId loaded = Samples.QUESTIONNAIRE;
    private final SyncRound round = new SyncRound(store, office, this::load, new RecordNumbers(),
            new SettableClock(Samples.MORNING));

    private Questionnaire load(Bytes xform) {
        return new Questionnaire() {
            @Override
            public QuestionnaireId id() {
                return loaded;
            }

            @Override
            public String title() {
                return "";
            }

            @Override
            public String version() {
                return "";
            }

            @Override
            public List<String> languages() {
                return List.of("vi");
            }

            @Override
            public Optional<byte[]> file(String name) {
                return Optional.empty();
            }

            @Override
            public List<Path> unaskable() {
                return List.of();
            }

            @Override
            public Set<Path> lastSavedPaths() {
                return Set.of();
            }

            @Override
            public Session begin(SessionContext context) {
                throw new AssertionError("a round of sync asks nothing");
            }
        };
    }

    private void append(int records) {
        for (int count = 0; count < records; count++) {
            store.apply(List.of(new Change.RecordAppended(RecordType.CONTACT, Samples.bytes(300, count),
                    Optional.empty())));
        }
    }

    private void run() {
        round.run(progress -> { }, () -> false, false);
    }

    @Test
    void sendsWhatWaitsOnceAndNothingTheSecondTime() {
        append(3);
        run();
        assertEquals(3, office.log.size());
        assertEquals(0, store.syncState().waiting());
        assertTrue(store.syncState().lastSync().isPresent());
        run();
        assertEquals(3, office.log.size());
        assertEquals(List.of(), office.requests.getLast().records());
    }

    @Test
    void goesOnUploadingBesideANewerOfficeAndTakesWhatItDoesNotKnowLater() {
        office.send(new DownItem.ListWithdrawn(Samples.LIST));
        office.send(new DownItem.NotKnownHere("hours-of-quiet"));
        office.send(new DownItem.ListsBegin());
        append(SyncRequest.RECORDS_PER_REQUEST + 5);
        assertEquals(Optional.of(ProblemKind.OFFICE_IS_NEWER), runAndHear());
        assertEquals(0, store.syncState().waiting());
        assertEquals(1, store.syncState().cursor(), "what follows it waits too, in its order");
        append(1);
        assertEquals(Optional.of(ProblemKind.OFFICE_IS_NEWER), runAndHear());
        assertEquals(0, store.syncState().waiting());
        // the program is newer now
        office.down.set(1, new DownEntry(2, new DownItem.ListWithdrawn(Samples.LIST)));
        assertEquals(Optional.empty(), runAndHear());
        assertEquals(3, store.syncState().cursor());
    }

    private Optional<ProblemKind> runAndHear() {
        return round.run(progress -> { }, () -> false, true).map(Problem::kind);
    }

    @Test
    void showsTheKeyItSignsWithAndKeepsItsTeam() {
        office.send(new DownItem.TeamKnown(List.of(Samples.mate("1-8", false))));
        run();
        assertEquals(Optional.of(store.signing().publicKey()), office.requests.getFirst().signingKey());
        assertEquals(List.of(Samples.mate("1-8", false)), store.team());
    }

    @Test
    void sendsADayInBoundedBatches() {
        append(SyncRequest.RECORDS_PER_REQUEST * 2 + 5);
        List<SyncProgress> progress = new ArrayList<>();
        round.run(progress::add, () -> false, false);
        assertEquals(405, office.log.size());
        assertEquals(3, office.requests.size());
        assertTrue(office.requests.stream()
                .allMatch(request -> request.records().size() <= SyncRequest.RECORDS_PER_REQUEST));
        assertEquals(new SyncProgress(405, 405, 0), progress.getLast());
    }

    @Test
    void losesAndDoublesNothingWhereverTheLineIsCut() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int rounds = 0;
        for (int step = 0; step < 200; step++) {
            append(random.nextInt(3));
            if (random.nextBoolean()) {
                office.send(new DownItem.InterviewRuled(Samples.interviewId(1), Ruling.PENDING, ""));
            }
            if (random.nextInt(3) > 0) {
                office.cutNext(FakeOffice.Cut.values()[random.nextInt(2)]);
                assertThrows(ProblemException.class, this::run);
            } else {
                run();
                rounds++;
            }
        }
        run();
        assertTrue(rounds > 0, "seed " + seed);
        SyncState state = store.syncState();
        assertEquals(state.head(), state.stored(), "seed " + seed);
        assertEquals(state.head().number(), office.log.size(), "seed " + seed);
        assertEquals(office.down.size(), state.cursor(), "seed " + seed);
        for (int index = 0; index < office.log.size(); index++) {
            UpRecord record = office.log.get(index);
            assertEquals(index + 1, record.number());
            assertEquals(Optional.of(record.position().hash()), store.hashOf(record.number()));
        }
    }

    @Test
    void takesDownWhatTheServerHasInOrder() {
        office.send(new DownItem.SurveyAssigned(Samples.survey()));
        office.send(new DownItem.ListAssigned(Samples.list(), Samples.lease()));
        office.send(new DownItem.ListWithdrawn(Samples.LIST));
        run();
        assertEquals(Optional.of(Samples.survey()), store.survey());
        assertTrue(store.questionnaire(Samples.QUESTIONNAIRE).isPresent());
        assertEquals(List.of(new HeldList(Samples.list(), Optional.of(Samples.lease()), true)), store.lists());
        assertEquals(Optional.of(Samples.quota()), store.quota());
        assertEquals(3, store.syncState().cursor());
    }

    @Test
    void takesWhatWasDoneOnAListElsewhereOnceAndNotWhatItDidItself() {
        Contact own = new Contact(Samples.LIST, 1, 1, Outcome.NOT_AT_HOME, "", Samples.MORNING.plusNanos(7),
                Optional.empty());
        Contact others = new Contact(Samples.LIST, 2, 1, Outcome.INTERVIEWED_ELSEWHERE, "", Samples.MORNING,
                Optional.empty());
        store.apply(List.of(new Change.ContactRecorded(own)));
        Contact told = new Contact(Samples.LIST, 1, 1, Outcome.NOT_AT_HOME, "", Samples.MORNING, Optional.empty());
        office.send(new DownItem.ListHistory(Samples.LIST, List.of(told, others)));
        run();
        office.send(new DownItem.ListHistory(Samples.LIST, List.of(told, others)));
        run();
        assertEquals(List.of(own, others), store.contacts(Samples.LIST));
    }

    @Test
    void takesNothingOfAReplyWhoseQuestionnaireIsAnother() {
        loaded = new QuestionnaireId("sha256:" + "cd".repeat(32));
        append(1);
        office.send(new DownItem.SurveyAssigned(Samples.survey()));
        ProblemException refused = assertThrows(ProblemException.class, this::run);
        assertEquals(ProblemKind.MESSAGE_UNREADABLE, refused.problem().kind());
        assertEquals(Optional.empty(), store.survey());
        assertEquals(0, store.syncState().cursor());
        assertEquals(1, store.syncState().waiting());
    }

    @Test
    void sendsEverythingInAnotherLogWhenTheServerHoldsOtherRecordsThanThisLaptop() {
        MemoryFieldStore before = new MemoryFieldStore();
        before.apply(List.of(new Change.RecordAppended(RecordType.CONTACT, Samples.bytes(50, 9), Optional.empty())));
        new SyncRound(before, office, this::load, new RecordNumbers(), new SettableClock(Samples.MORNING))
                .run(progress -> { }, () -> false, false);
        append(1);
        assertEquals(Optional.of(ProblemKind.LOG_BEGUN), runAndHear());
        assertEquals(2, store.syncState().incarnation());
        assertEquals(0, store.syncState().waiting());
        assertEquals(List.of(Samples.bytes(300, 0)), office.log.stream().map(UpRecord::body).toList());
        assertEquals(Optional.empty(), runAndHear());
    }

    @Test
    void stopsBetweenRequestsWhenAsked() {
        append(SyncRequest.RECORDS_PER_REQUEST + 1);
        round.run(progress -> { }, () -> !office.requests.isEmpty(), false);
        assertEquals(SyncRequest.RECORDS_PER_REQUEST, office.log.size());
        assertEquals(1, store.syncState().waiting());
        assertFalse(store.syncState().lastSync().isPresent());
    }
}
