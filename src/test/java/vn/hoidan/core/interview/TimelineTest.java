package vn.hoidan.core.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Path;

class TimelineTest {
    private static final Path FIRST = new Path("/data/first");
    private static final Path SECOND = new Path("/data/second");

    /// @param seconds on the forward-only clock; the wall clock is turned back on purpose
    private static Moment at(long seconds) {
        return new Moment(Instant.ofEpochSecond(1_000_000 - seconds), seconds * 1_000_000_000L);
    }

    @Test
    void leavesPausesAndRestartsOut() {
        Timeline timeline = Timeline.of(List.of(
                new Fact.InterviewStarted(at(100), "vi", InterviewMode.FACE_TO_FACE, "1", "test"),
                new Fact.AnswerSet(at(110), FIRST, "1"),
                new Fact.Paused(at(115), SECOND),
                new Fact.Resumed(at(500)),
                new Fact.AnswerSet(at(502), SECOND, "2"),
                // the program was killed and started again: its clock begins anew
                new Fact.Resumed(at(3)),
                new Fact.Completed(at(10))));
        assertEquals(15_000 + 2_000 + 7_000, timeline.activeMillis());
        assertEquals(List.of(new AnswerTiming(FIRST, 10_000), new AnswerTiming(SECOND, 17_000)), timeline.timings());
    }

    @Test
    void countsChangesButNotFirstAnswers() {
        Timeline timeline = Timeline.of(List.of(
                new Fact.AnswerSet(at(1), FIRST, "1"),
                new Fact.AnswerSet(at(2), SECOND, "1"),
                new Fact.AnswerSet(at(3), FIRST, "2"),
                new Fact.AnswerRefused(at(4), SECOND),
                new Fact.AnswerCleared(at(5), FIRST),
                new Fact.AnswerSet(at(6), FIRST, "3")));
        assertEquals(2, timeline.changes());
        assertEquals(List.of(new AnswerTiming(SECOND, 1_000), new AnswerTiming(FIRST, 5_000)), timeline.timings());
    }

    @Test
    void tellsNothingOfNoFacts() {
        assertEquals(new Timeline(0, 0, List.of()), Timeline.of(List.of()));
    }
}
