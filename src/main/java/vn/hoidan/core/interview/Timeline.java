package vn.hoidan.core.interview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.questionnaire.Path;

/// The paradata of one interview, folded from its facts.
///
/// @param activeMillis interviewing time; pauses, and the time between the last fact before a break of the program and
///                     the next, are left out
/// @param changes      how often an answer was given a new value after the first
/// @param timings      when each answer got its last value, in the order of answering
/// @param backSteps    how often somebody went back to an earlier question, as far as is known
/// @param pauses       by the wall clock, in their order; none where the clock went back meanwhile
/// @param clockJumps   how far the wall clock left the forward-only clock at once, in their order; negative when it was
///                     turned back
public record Timeline(long activeMillis, int changes, List<AnswerTiming> timings, int backSteps,
        List<Duration> pauses, List<Duration> clockJumps) {
    /// Turned back by less is a clock being set right by the network.
    public static final Duration LEAST_JUMP_BACK = Duration.ofMinutes(2);
    /// Ahead by less may be a laptop that slept with the interview open.
    public static final Duration LEAST_JUMP_AHEAD = Duration.ofHours(24);

    private static final long NANOS_PER_MILLI = 1_000_000;

    public Timeline {
        timings = List.copyOf(timings);
        pauses = List.copyOf(pauses);
        clockJumps = List.copyOf(clockJumps);
    }

    public static Timeline of(List<Fact> facts) {
        Folding folding = new Folding();
        facts.forEach(folding::take);
        return folding.done();
    }

    /// How far the wall clock was moved between two moments that followed each other; empty for what clocks do by
    /// themselves and for sleep.
    ///
    /// @param sameRun the program was not ended in between, so that the forward-only clock measures both
    public static Optional<Duration> jump(Moment from, Moment to, boolean sameRun) {
        Duration wall = Duration.between(from.wall(), to.wall());
        Duration moved = sameRun ? wall.minusNanos(to.monotonicNanos() - from.monotonicNanos()) : wall;
        boolean back = moved.plus(LEAST_JUMP_BACK).compareTo(Duration.ZERO) <= 0;
        boolean ahead = sameRun && moved.compareTo(LEAST_JUMP_AHEAD) >= 0;
        return back || ahead ? Optional.of(moved) : Optional.empty();
    }

    /// What is known after some of the facts.
    private static final class Folding {
        private final Map<Path, Long> lastAnswer = new LinkedHashMap<>();
        private final List<Duration> pauses = new ArrayList<>();
        private final List<Duration> jumps = new ArrayList<>();
        private Optional<Moment> before = Optional.empty();
        private Optional<Instant> pausedAt = Optional.empty();
        private long active;
        private int changes;
        private int backSteps;

        void take(Fact fact) {
            boolean goesOn = !(fact instanceof Fact.Resumed);
            before.flatMap(from -> jump(from, fact.at(), goesOn)).ifPresent(jumps::add);
            if (goesOn && pausedAt.isEmpty()) {
                active += before.map(from -> between(from, fact.at())).orElse(0L);
            }
            pausedAt.filter(from -> fact.at().wall().isAfter(from))
                    .ifPresent(from -> pauses.add(Duration.between(from, fact.at().wall())));
            pausedAt = Optional.empty();
            before = Optional.of(fact.at());
            switch (fact) {
                case Fact.AnswerSet set -> answered(set.path());
                case Fact.AnswerCleared cleared -> changes += lastAnswer.remove(cleared.path()) == null ? 0 : 1;
                case Fact.Paused paused -> {
                    pausedAt = Optional.of(paused.at().wall());
                    backSteps += paused.backSteps();
                }
                case Fact.Completed completed -> backSteps += completed.backSteps();
                case Fact.InterviewStarted _, Fact.AnswerRefused _, Fact.CommentSet _, Fact.RepeatAdded _,
                        Fact.RepeatRemoved _, Fact.LanguageChanged _, Fact.Resumed _, Fact.BrokenOff _,
                        Fact.Paper _ -> {
                }
            }
        }

        private void answered(Path path) {
            changes += lastAnswer.remove(path) == null ? 0 : 1;
            lastAnswer.put(path, active);
        }

        Timeline done() {
            List<AnswerTiming> timings = new ArrayList<>();
            lastAnswer.forEach((path, millis) -> timings.add(new AnswerTiming(path, millis)));
            return new Timeline(active, changes, timings, backSteps, pauses, jumps);
        }

        /// The forward-only clock may begin anew without a fact that says so: then nothing is known.
        private static long between(Moment from, Moment to) {
            return Math.max(0, (to.monotonicNanos() - from.monotonicNanos()) / NANOS_PER_MILLI);
        }
    }
}
