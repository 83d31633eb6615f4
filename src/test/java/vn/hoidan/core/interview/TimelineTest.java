package vn.hoidan.core.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
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
        assertEquals(new Timeline(0, 0, List.of(), 0, List.of(), List.of()), Timeline.of(List.of()));
    }

    @Test
    void leavesOutWhatPassedWhileTheProgramWasNotThereAlthoughTheForwardClockWentOn() {
        Timeline timeline = Timeline.of(List.of(
                new Fact.InterviewStarted(real(0, 0), "vi", InterviewMode.FACE_TO_FACE, "1", "test"),
                new Fact.AnswerSet(real(10, 10), FIRST, "1"),
                new Fact.Resumed(real(5_000, 5_000)),
                new Fact.Completed(real(5_003, 5_003))));
        assertEquals(13_000, timeline.activeMillis());
        assertEquals(List.of(), timeline.clockJumps());
    }

    @Test
    void addsUpBackStepsAndTellsPausesByTheWallClock() {
        Timeline timeline = Timeline.of(List.of(
                new Fact.InterviewStarted(real(0, 0), "vi", InterviewMode.FACE_TO_FACE, "1", "test"),
                new Fact.Paused(real(10, 10), FIRST, 3),
                new Fact.Resumed(real(3_610, 5)),
                new Fact.Paused(real(3_620, 15), FIRST, 1),
                new Fact.Resumed(real(3_600, 20)),
                new Fact.Completed(real(3_605, 25), 2)));
        assertEquals(6, timeline.backSteps());
        assertEquals(List.of(Duration.ofHours(1)), timeline.pauses());
        assertEquals(10_000 + 10_000 + 5_000, timeline.activeMillis());
    }

    @Test
    void tellsHowAnInterviewWentInNumbers() {
        assertEquals(new Course(6, 2, 3_600_000, 1), Course.of(List.of(
                new Fact.InterviewStarted(real(0, 0), "vi", InterviewMode.FACE_TO_FACE, "1", "test"),
                new Fact.AnswerRefused(real(5, 5), SECOND),
                new Fact.Paused(real(10, 10), FIRST, 3),
                new Fact.Resumed(real(3_610, 5)),
                new Fact.Paused(real(3_620, 15), FIRST, 1),
                new Fact.Resumed(real(3_600, 20)),
                new Fact.Completed(real(3_605, 25), 2))));
    }

    @Test
    void tellsAClockThatWasMovedFromSleepAndSmallCorrections() {
        Timeline timeline = Timeline.of(List.of(
                new Fact.InterviewStarted(real(100_000, 0), "vi", InterviewMode.FACE_TO_FACE, "1", "test"),
                // set right by the network
                new Fact.AnswerSet(real(99_950, 10), FIRST, "1"),
                // slept with the lid closed
                new Fact.AnswerSet(real(120_000, 20), FIRST, "2"),
                // turned back
                new Fact.AnswerSet(real(116_400, 20), FIRST, "3"),
                // set to another year
                new Fact.AnswerSet(real(32_000_030, 50), FIRST, "4"),
                // turned back while the program was not there
                new Fact.Resumed(real(32_000_000 - 600, 5))));
        assertEquals(List.of(Duration.ofSeconds(-3_600), Duration.ofSeconds(32_000_030 - 116_400 - 30),
                Duration.ofSeconds(-630)), timeline.clockJumps());
    }

    private static Moment real(long wallSeconds, long monotonicSeconds) {
        return new Moment(Instant.ofEpochSecond(wallSeconds), monotonicSeconds * 1_000_000_000L);
    }
}
