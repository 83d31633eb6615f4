package vn.hoidan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;

/// What every store does with answers that are only at the office any more.
public abstract class DeletedAnswersContract extends HandStoreContract {
    private static final Instant AT = Samples.MORNING;
    private static final InterviewId ID = Samples.interviewId(1);

    @Test
    void keepsThePlaceOfAnInterviewInTheLogWhenItsAnswersAreDeleted() {
        apply(new Change.InterviewBegun(ID, Samples.QUESTIONNAIRE, Samples.LIST, 17, Optional.empty(),
                InterviewMode.FACE_TO_FACE, AT), new Change.FactAppended(ID, Samples.facts().getFirst(), 1, 2),
                new Change.SketchKept(ID, new AnswerSketch(List.of(4))),
                new Change.InterviewMoved(ID, InterviewState.IN_WORK, InterviewState.COMPLETED, AT), record(1),
                new Change.RecordAppended(RecordType.INTERVIEW, Samples.bytes(90, 2), Optional.of(ID)), record(3));
        List<UpRecord> before = store.recordsAfter(0, 9, 9_999);
        SyncState state = store.syncState();
        apply(new Change.Acknowledged(1, state.head(), state.head()),
                new Change.SafeSince(ID, Optional.of(AT)));
        assertEquals(Optional.of(AT), reopen().interview(ID).orElseThrow().safeSince());
        apply(new Change.AnswersDeleted(ID));
        InterviewEntry entry = reopen().interview(ID).orElseThrow();
        assertTrue(entry.onlyAtOffice());
        assertEquals(Optional.of(2L), entry.recordNumber());
        assertEquals(InterviewState.COMPLETED, entry.state());
        assertEquals(List.of(), store.facts(entry.id()));
        assertEquals(Map.of(), store.sketches(Samples.QUESTIONNAIRE));
        assertEquals(Optional.of(before.get(1).position().hash()), store.hashOf(2));
        assertEquals(state.head(), store.syncState().safe());
        assertEquals(List.of(before.get(2)), store.recordsAfter(2, 9, 9_999));
        assertEquals(List.of(before.get(0)), store.recordsAfter(0, 9, 9_999));
        // an office that was restored asks for what is not here any more: another log begins without it
        assertEquals(ProblemKind.LOG_TORN, assertThrows(ProblemException.class, () -> store.recordsAfter(1, 9, 9_999))
                .problem().kind());
        apply(new Change.LogBegun(2));
        assertEquals(List.of(before.get(0).body(), before.get(2).body()), reopen().recordsAfter(0, 9, 9_999).stream()
                .map(UpRecord::body).toList());
        entry = store.interview(ID).orElseThrow();
        assertEquals(Optional.empty(), entry.recordNumber());
        assertTrue(entry.onlyAtOffice());
    }

    private static Change record(int seed) {
        return new Change.RecordAppended(RecordType.CONTACT, Samples.bytes(20, seed), Optional.empty());
    }

    private FieldStore reopen() {
        store = reopened(store);
        return store;
    }
}
