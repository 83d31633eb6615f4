package vn.hoidan.core.interview;

import java.time.Duration;
import java.util.List;

/// How an interview went, in numbers that need no answer to be told.
///
/// @param backSteps    how often somebody went back to an earlier question; those before a cut of the program are not
///                     known
/// @param pauses       how often it was left for later
/// @param pausedMillis how long by the wall clock; pauses in which that clock was turned back are not in it
/// @param refused      answers that the form refused
public record Course(int backSteps, int pauses, long pausedMillis, int refused) {
    public static Course of(List<Fact> facts) {
        Timeline timeline = Timeline.of(facts);
        long paused = timeline.pauses().stream().mapToLong(Duration::toMillis).sum();
        return new Course(timeline.backSteps(), count(facts, Fact.Paused.class), paused,
                count(facts, Fact.AnswerRefused.class));
    }

    private static int count(List<Fact> facts, Class<? extends Fact> kind) {
        return (int) facts.stream().filter(kind::isInstance).count();
    }
}
