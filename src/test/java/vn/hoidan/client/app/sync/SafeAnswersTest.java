package vn.hoidan.client.app.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.support.Samples;

class SafeAnswersTest {
    private static final InterviewId ID = Samples.interviewId(1);
    private static final Instant FOUND = Samples.MORNING;
    private static final Instant AFTER = FOUND.plus(SafeAnswers.KEPT);

    @Test
    void countsFromTheTimeAtWhichAnInterviewIsFirstFoundSafe() {
        assertEquals(List.of(), plan(entry(2, Optional.empty()), 1, FOUND));
        assertEquals(List.of(new Change.SafeSince(ID, Optional.of(FOUND))), plan(entry(2, Optional.empty()), 2, FOUND));
        assertEquals(List.of(), plan(entry(2, Optional.of(FOUND)), 2, AFTER.minus(Duration.ofMillis(1))));
        assertEquals(List.of(new Change.AnswersDeleted(ID)), plan(entry(2, Optional.of(FOUND)), 2, AFTER));
    }

    @Test
    void waitsForTheFilesOfAnInterview() {
        assertEquals(List.of(), SafeAnswers.plan(List.of(entry(2, Optional.empty())), sync(2),
                Map.of(ID, AttachmentState.Stage.STORED), FOUND));
    }

    @Test
    void countsAnewWhenTheOfficeWasRestoredToBeforeTheInterview() {
        assertEquals(List.of(new Change.SafeSince(ID, Optional.empty())), plan(entry(2, Optional.of(FOUND)), 1, AFTER));
    }

    @Test
    void leavesAloneWhatIsNotCompletedOnPaperOrDeletedAlready() {
        assertEquals(List.of(), plan(entry(InterviewState.IN_WORK, InterviewMode.FACE_TO_FACE, false), 2, AFTER));
        assertEquals(List.of(), plan(entry(InterviewState.COMPLETED, InterviewMode.PAPER, false), 2, AFTER));
        assertEquals(List.of(), plan(entry(InterviewState.COMPLETED, InterviewMode.FACE_TO_FACE, true), 2, AFTER));
        // and tells the truth about where it is, whatever log there is now
        assertEquals(Whereabouts.OFFICE, Whereabouts.of(
                entry(InterviewState.COMPLETED, InterviewMode.FACE_TO_FACE, true), sync(0), Map.of()));
    }

    private static List<Change> plan(InterviewEntry entry, long safe, Instant now) {
        return SafeAnswers.plan(List.of(entry), sync(safe), Map.of(), now);
    }

    private static SyncState sync(long safe) {
        LogPosition position = safe == 0 ? LogPosition.START : new LogPosition(safe, Samples.bytes(32, 1));
        return new SyncState(1, 1, 0, position, position, position, Optional.empty(), Optional.empty());
    }

    private static InterviewEntry entry(long number, Optional<Instant> safeSince) {
        return entry(number, safeSince, InterviewState.COMPLETED, InterviewMode.FACE_TO_FACE, false);
    }

    private static InterviewEntry entry(InterviewState state, InterviewMode mode, boolean onlyAtOffice) {
        return entry(2, Optional.of(FOUND), state, mode, onlyAtOffice);
    }

    private static InterviewEntry entry(long number, Optional<Instant> safeSince, InterviewState state,
            InterviewMode mode, boolean onlyAtOffice) {
        return new InterviewEntry(ID, Samples.QUESTIONNAIRE, Samples.LIST, 17, Optional.empty(), mode, state, FOUND,
                FOUND, 3, 3, 9, Optional.of(number), Optional.empty(), 0, safeSince, onlyAtOffice);
    }
}
