package vn.hoidan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.store.Attachment;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.UpRecord;

/// What every field store promises.
public abstract class FieldStoreContract extends DeletedAnswersContract {
    private static final Instant AT = Samples.MORNING;

    @Test
    void isEmptyAtFirst() {
        assertTrue(store.survey().isEmpty());
        assertTrue(store.questionnaire(Samples.QUESTIONNAIRE).isEmpty());
        assertTrue(store.lists().isEmpty());
        assertTrue(store.contacts(Samples.LIST).isEmpty());
        assertTrue(store.interviews().isEmpty());
        assertTrue(store.interview(Samples.interviewId(1)).isEmpty());
        assertTrue(store.facts(Samples.interviewId(1)).isEmpty());
        assertTrue(store.recordsAfter(0, 10, 1_000).isEmpty());
        assertEquals(new SyncState(0, OwnLog.FIRST, 0, LogPosition.START, LogPosition.START, LogPosition.START,
                Optional.empty(), Optional.empty()), store.syncState());
        assertTrue(store.hashOf(1).isEmpty());
        assertTrue(store.quota().isEmpty());
        assertTrue(store.board().isEmpty());
        assertTrue(store.index().isEmpty());
    }

    @Test
    void keepsWhatCameDown() {
        Bytes xform = Samples.bytes(5_000, 7);
        apply(new Change.SurveyReceived(Samples.survey()),
                new Change.QuestionnaireReceived(Samples.QUESTIONNAIRE, xform),
                new Change.QuotaReceived(Samples.quota()), new Change.BoardReceived(Samples.board()),
                new Change.IndexReceived(IndexSamples.report()), new Change.SyncEnded(AT, false));
        store = reopened(store);
        assertEquals(Optional.of(Samples.survey()), store.survey());
        assertEquals(Optional.of(xform), store.questionnaire(Samples.QUESTIONNAIRE));
        assertEquals(Optional.of(Samples.quota()), store.quota());
        assertEquals(Optional.of(Samples.board()), store.board());
        assertEquals(Optional.of(IndexSamples.report()), store.index());
        assertEquals(Optional.of(AT), store.syncState().lastSync());
    }

    @Test
    void replacesTheSurveyTheQuotaAndTheBoard() {
        apply(new Change.SurveyReceived(Samples.survey()), new Change.QuotaReceived(Samples.quota()),
                new Change.BoardReceived(Samples.board()), new Change.SyncEnded(AT, false));
        apply(new Change.SurveyReceived(Samples.survey()), new Change.QuotaReceived(Samples.quota()),
                new Change.BoardReceived(Samples.board()), new Change.SyncEnded(AT.plusSeconds(1), false));
        assertEquals(Optional.of(Samples.survey()), store.survey());
        assertEquals(Optional.of(AT.plusSeconds(1)), store.syncState().lastSync());
    }

    @Test
    void keepsOldVersionsOfTheQuestionnaireWhileAnInterviewNeedsThem() {
        for (int version = 1; version <= 4; version++) {
            apply(new Change.QuestionnaireReceived(version(version), Samples.bytes(9, version)),
                    new Change.SurveyReceived(Samples.survey().asking(version(version))));
            if (version == 1) {
                apply(new Change.InterviewBegun(Samples.interviewId(1), version(1), Samples.LIST, 1, Optional.empty(),
                        InterviewMode.FACE_TO_FACE, AT));
            }
        }
        assertEquals(List.of(1, 3, 4), kept(), "a draft needs 1; 3 was the one before");
        apply(moved(InterviewState.IN_WORK, InterviewState.COMPLETED), new Change.RecordAppended(RecordType.INTERVIEW,
                Samples.bytes(10, 1), Optional.of(Samples.interviewId(1))));
        apply(new Change.SurveyReceived(Samples.survey().asking(version(4))));
        assertEquals(List.of(1, 4), kept(), "what is not safe at the server may be needed");
        apply(new Change.Acknowledged(1, store.syncState().head(), store.syncState().head()));
        apply(new Change.SurveyReceived(Samples.survey().asking(version(4))));
        assertEquals(List.of(4), kept());
    }

    private List<Integer> kept() {
        store = reopened(store);
        return IntStream.rangeClosed(1, 4).filter(number -> store.questionnaire(version(number)).isPresent()).boxed()
                .toList();
    }

    private static QuestionnaireId version(int number) {
        return new QuestionnaireId("sha256:" + ("0" + number).repeat(32));
    }

    @Test
    void keepsListsInTheOrderTheyCame() {
        List<HeldList> wanted = new ArrayList<>();
        for (String id : List.of("z", "a", "m")) {
            wanted.add(new HeldList(list(id), Optional.of(Samples.lease()), false));
            apply(new Change.ListReceived(list(id), Samples.lease()));
        }
        assertEquals(wanted, reopen().lists());
    }

    @Test
    void marksAListThatWasWithdrawnAndTakesItBackWithANewLease() {
        apply(new Change.ListReceived(list("a"), Samples.lease()), new Change.ListReceived(list("b"), Samples.lease()));
        apply(new Change.ListWithdrawn(new ListId("a")), new Change.ListWithdrawn(new ListId("unknown")));
        assertEquals(List.of(true, false), reopen().lists().stream().map(HeldList::withdrawn).toList());
        Lease other = new Lease(new LeaseId("1-43"), List.of(), 10, AT, AT);
        apply(new Change.ListReceived(list("a"), other));
        assertEquals(List.of(new HeldList(list("a"), Optional.of(other), false),
                new HeldList(list("b"), Optional.of(Samples.lease()), false)), reopen().lists());
    }

    @Test
    void keepsContactsOfEachListInTheirOrder() {
        apply(new Change.ContactRecorded(Samples.contact()), new Change.ContactRecorded(Samples.contact()));
        assertEquals(List.of(Samples.contact(), Samples.contact()), reopen().contacts(Samples.LIST));
        assertTrue(store.contacts(new ListId("other")).isEmpty());
    }

    @Test
    void beginsAnInterviewInWorkWithoutFacts() {
        apply(begun(1));
        assertEquals(Optional.of(new InterviewEntry(Samples.interviewId(1), Samples.QUESTIONNAIRE, Samples.LIST, 17,
                Optional.of(Samples.LEASE), InterviewMode.FACE_TO_FACE, InterviewState.IN_WORK, AT, AT, 0, 0, 0,
                Optional.empty(), Optional.empty())), reopen().interview(Samples.interviewId(1)));
    }

    @Test
    void keepsEveryKindOfFactInItsOrder() {
        apply(begun(1), begun(2));
        for (Fact fact : Samples.facts()) {
            apply(new Change.FactAppended(Samples.interviewId(1), fact, 5, 9));
        }
        store = reopened(store);
        assertEquals(Samples.facts(), store.facts(Samples.interviewId(1)));
        assertTrue(store.facts(Samples.interviewId(2)).isEmpty());
        InterviewEntry entry = store.interview(Samples.interviewId(1)).orElseThrow();
        assertEquals(List.of(5, 9, Samples.facts().size()), List.of(entry.answered(), entry.asked(), entry.facts()));
        assertEquals(Samples.facts().getLast().at().wall(), entry.changedAt());
    }

    @Test
    void keepsEachContentOnceAndGivesItBackByItsHash() {
        Attachment photograph = attachment(200_000, 3, "jpg");
        Attachment other = attachment(10, 4, "");
        Attachment sameContent = attachment(200_000, 3, "jpeg");
        assertEquals(photograph.name().hash(), sameContent.name().hash());
        apply(begun(1), new Change.AttachmentKept(photograph), answer(1, photograph.name().asText()));
        apply(new Change.AttachmentKept(other), new Change.AttachmentKept(sameContent));
        store = reopened(store);
        assertEquals(Optional.of(photograph.content()), store.attachment(photograph.name().hash()));
        assertEquals(Optional.of(other.content()), store.attachment(other.name().hash()));
        assertTrue(store.attachment(attachment(10, 5, "").name().hash()).isEmpty());
    }

    @Test
    void keepsNoFileWhenTheFactThatNamesItIsRefused() {
        Attachment photograph = attachment(5_000, 3, "jpg");
        refuses(new Change.AttachmentKept(photograph), answer(1, photograph.name().asText()));
        assertTrue(reopen().attachment(photograph.name().hash()).isEmpty());
    }

    @Test
    void keepsSketchesOfTheQuestionnaireAsked() {
        AnswerSketch sketch = new AnswerSketch(List.of(-5, 7, Integer.MAX_VALUE));
        apply(begun(1), begun(2), new Change.SketchKept(Samples.interviewId(2), sketch));
        assertEquals(Map.of(Samples.interviewId(2), sketch), reopen().sketches(Samples.QUESTIONNAIRE));
        assertTrue(store.sketches(new QuestionnaireId("sha256:" + "cd".repeat(32))).isEmpty());
    }

    @Test
    void listsInterviewsOldestFirstWhateverTheirIds() {
        apply(begun(5), begun(2), begun(9));
        apply(answer(5, "1"));
        assertEquals(List.of(5, 2, 9).stream().map(Samples::interviewId).toList(),
                reopen().interviews().stream().map(InterviewEntry::id).toList());
    }

    @Test
    void movesAnInterviewByTheTableOnly() {
        apply(begun(1), moved(InterviewState.IN_WORK, InterviewState.BROKEN_OFF));
        refuses(moved(InterviewState.IN_WORK, InterviewState.COMPLETED));
        refuses(moved(InterviewState.BROKEN_OFF, InterviewState.COMPLETED));
        apply(answer(1, "after"), moved(InterviewState.BROKEN_OFF, InterviewState.IN_WORK),
                moved(InterviewState.IN_WORK, InterviewState.COMPLETED));
        refuses(moved(InterviewState.COMPLETED, InterviewState.IN_WORK));
        assertEquals(InterviewState.COMPLETED,
                reopen().interview(Samples.interviewId(1)).orElseThrow().state());
        assertEquals(AT.plusSeconds(60), store.interview(Samples.interviewId(1)).orElseThrow().changedAt());
    }

    @Test
    void refusesWhatCannotBe() {
        apply(begun(1));
        refuses(begun(1));
        refuses(answer(2, "x"));
        refuses(new Change.RecordAppended(RecordType.INTERVIEW, Samples.bytes(3, 1),
                Optional.of(Samples.interviewId(2))));
        apply(moved(InterviewState.IN_WORK, InterviewState.COMPLETED));
        refuses(answer(1, "too late"));
        assertEquals(0, reopen().syncState().head().number());
    }

    @Test
    void changesNothingWhenOneOfTheChangesIsRefused() {
        apply(begun(1));
        SyncState before = store.syncState();
        refuses(answer(1, "4"), new Change.ContactRecorded(Samples.contact()), begun(2),
                new Change.ListReceived(Samples.list(), Samples.lease()),
                new Change.RecordAppended(RecordType.CONTACT, Samples.bytes(3, 1), Optional.empty()),
                new Change.CursorMoved(7, 8));
        store = reopened(store);
        assertTrue(store.facts(Samples.interviewId(1)).isEmpty());
        assertEquals(0, store.interview(Samples.interviewId(1)).orElseThrow().facts());
        assertTrue(store.interview(Samples.interviewId(2)).isEmpty());
        assertTrue(store.contacts(Samples.LIST).isEmpty());
        assertTrue(store.lists().isEmpty());
        assertEquals(before, store.syncState());
    }

    @Test
    void chainsTheRecordsOfTheUpLog() {
        apply(begun(1));
        List<UpRecord> wanted = new ArrayList<>();
        LogPosition head = LogPosition.START;
        for (int count = 1; count <= 5; count++) {
            UpRecord record = UpRecord.after(head, RecordType.CONTACT, Samples.bytes(100, count));
            wanted.add(record);
            head = record.position();
            apply(new Change.RecordAppended(RecordType.CONTACT, record.body(), Optional.empty()));
        }
        apply(new Change.RecordAppended(RecordType.INTERVIEW, Samples.bytes(10, 9),
                Optional.of(Samples.interviewId(1))));
        store = reopened(store);
        assertEquals(wanted, store.recordsAfter(0, 5, 1_000));
        assertEquals(wanted.subList(2, 4), store.recordsAfter(2, 2, 1_000));
        assertEquals(wanted.subList(0, 3), store.recordsAfter(0, 200, 399));
        assertEquals(wanted.subList(0, 1), store.recordsAfter(0, 200, 1));
        assertEquals(RecordType.INTERVIEW, store.recordsAfter(5, 9, 9_999).getFirst().type());
        assertTrue(store.recordsAfter(6, 10, 1_000).isEmpty());
        assertEquals(Optional.of(wanted.get(3).position().hash()), store.hashOf(4));
        assertTrue(store.hashOf(7).isEmpty());
        assertEquals(6, store.syncState().head().number());
        assertEquals(Optional.of(6L), store.interview(Samples.interviewId(1)).orElseThrow().recordNumber());
    }

    @Test
    void keepsPositionsAndRefusesThoseOfAnotherLog() {
        apply(record(1), record(2), record(3));
        LogPosition second = store.recordsAfter(1, 1, 1).getFirst().position();
        LogPosition first = store.recordsAfter(0, 1, 1).getFirst().position();
        apply(new Change.Acknowledged(4, second, first), new Change.CursorMoved(0, 2), new Change.CursorMoved(2, 3));
        SyncState state = reopen().syncState();
        assertEquals(List.of(4L, 3L, 1L), List.of(state.epoch(), state.cursor(), state.waiting()));
        assertEquals(second, state.stored());
        assertEquals(first, state.safe());
        refuses(new Change.Acknowledged(4, new LogPosition(3, Samples.bytes(32, 1)), first));
        refuses(new Change.Acknowledged(4, new LogPosition(4, Samples.bytes(32, 1)), first));
        refuses(new Change.Acknowledged(4, second, new LogPosition(0, Samples.bytes(32, 1))));
        refuses(new Change.CursorMoved(2, 4));
        refuses(new Change.CursorMoved(3, 3));
        apply(new Change.Acknowledged(5, LogPosition.START, LogPosition.START));
        assertEquals(3, reopen().syncState().waiting());
    }

    @Test
    void putsEverythingIntoAnotherLogWhenTheServerGivesOne() {
        apply(begun(1), record(1), new Change.RecordAppended(RecordType.INTERVIEW, Samples.bytes(90, 2),
                Optional.of(Samples.interviewId(1))), record(3));
        List<UpRecord> before = store.recordsAfter(0, 9, 9_999);
        apply(new Change.Acknowledged(4, before.get(2).position(), before.get(1).position()),
                new Change.CursorMoved(0, 5), new Change.LogBegun(3));
        assertEquals(new SyncState(4, 3, 0, before.get(2).position(), LogPosition.START, LogPosition.START,
                Optional.empty(), Optional.empty()), reopen().syncState());
        assertEquals(before, store.recordsAfter(0, 9, 9_999));
        assertEquals(Optional.of(2L), store.interview(Samples.interviewId(1)).orElseThrow().recordNumber());
    }

    @Test
    void takesListsForWithdrawnUntilTheyComeAgain() {
        apply(new Change.ListReceived(Samples.list(), Samples.lease()), new Change.CursorMoved(0, 1),
                new Change.DownLogBegun(), new Change.ListsBegun());
        assertEquals(0, reopen().syncState().cursor());
        assertTrue(store.lists().getFirst().withdrawn());
    }

    @Test
    void remembersWhatTheServerMadeOfAnInterview() {
        apply(begun(1), new Change.InterviewRuled(Samples.interviewId(1), Ruling.PENDING),
                new Change.InterviewRuled(Samples.interviewId(77), Ruling.ACCEPTED));
        assertEquals(Optional.of(Ruling.PENDING), reopen().interview(Samples.interviewId(1)).orElseThrow().ruling());
        apply(new Change.InterviewRuled(Samples.interviewId(1), Ruling.ACCEPTED));
        assertEquals(Optional.of(Ruling.ACCEPTED), reopen().interview(Samples.interviewId(1)).orElseThrow().ruling());
        assertTrue(store.interview(Samples.interviewId(77)).isEmpty());
    }

    @Test
    void losesNothingWhenSeveralThreadsWriteAndRead() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 1; number <= 4; number++) {
                int mine = number;
                all.add(threads.submit(() -> {
                    apply(begun(mine));
                    for (int round = 0; round < 15; round++) {
                        apply(answer(mine, String.valueOf(round)), record(round));
                        assertEquals(round + 1, store.facts(Samples.interviewId(mine)).size());
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        List<UpRecord> records = reopen().recordsAfter(0, 1_000, 1_000_000);
        assertEquals(60, records.size());
        LogPosition head = LogPosition.START;
        for (UpRecord record : records) {
            assertEquals(head.hash(), record.previous());
            head = record.position();
        }
        assertEquals(head, store.syncState().head());
    }

    @Test
    void cannotBeUsedAfterClosing() {
        store.close();
        store.close();
        assertThrows(IllegalStateException.class, store::survey);
        assertThrows(IllegalStateException.class, () -> apply(begun(1)));
        store = empty();
    }

    private FieldStore reopen() {
        store = reopened(store);
        return store;
    }

    private void refuses(Change... changes) {
        assertThrows(IllegalStateException.class, () -> apply(changes));
    }

    private static Change begun(int number) {
        return new Change.InterviewBegun(Samples.interviewId(number), Samples.QUESTIONNAIRE, Samples.LIST, 17,
                Optional.of(Samples.LEASE), InterviewMode.FACE_TO_FACE, AT);
    }

    private static Change answer(int number, String value) {
        InterviewId id = Samples.interviewId(number);
        return new Change.FactAppended(id, new Fact.AnswerSet(Samples.moment(5), new Path("/data/q"), value), 1, 2);
    }

    private static Change moved(InterviewState from, InterviewState to) {
        return new Change.InterviewMoved(Samples.interviewId(1), from, to, AT.plusSeconds(60));
    }

    private static Change record(int seed) {
        return new Change.RecordAppended(RecordType.CONTACT, Samples.bytes(20, seed), Optional.empty());
    }

    private static Attachment attachment(int length, int seed, String ending) {
        Bytes content = Samples.bytes(length, seed);
        return new Attachment(AttachmentName.of(content, ending), content);
    }

    private static SampleList list(String id) {
        return new SampleList(new ListId(id), Samples.VILLAGE, id, 2,
                Samples.list().households());
    }
}
