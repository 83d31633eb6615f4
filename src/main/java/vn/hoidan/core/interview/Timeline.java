package vn.hoidan.core.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.questionnaire.Path;

/// The paradata of one interview, folded from its facts.
///
/// @param activeMillis interviewing time; time between {@link Fact.Paused} and {@link Fact.Resumed}, and between the
///                     last fact before a break of the program and the next, is left out
/// @param changes      how often an answer was given a new value after the first
/// @param timings      when each answer got its last value, in the order of answering
public record Timeline(long activeMillis, int changes, List<AnswerTiming> timings) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    public Timeline {
        timings = List.copyOf(timings);
    }

    public static Timeline of(List<Fact> facts) {
        long active = 0;
        int changes = 0;
        Map<Path, Long> lastAnswer = new LinkedHashMap<>();
        Optional<Moment> running = Optional.empty();
        for (Fact fact : facts) {
            active += running.map(from -> between(from, fact.at())).orElse(0L);
            running = fact instanceof Fact.Paused ? Optional.empty() : Optional.of(fact.at());
            if (fact instanceof Fact.AnswerSet set) {
                if (lastAnswer.remove(set.path()) != null) {
                    changes++;
                }
                lastAnswer.put(set.path(), active);
            } else if (fact instanceof Fact.AnswerCleared cleared && lastAnswer.remove(cleared.path()) != null) {
                changes++;
            }
        }
        List<AnswerTiming> timings = new ArrayList<>();
        lastAnswer.forEach((path, millis) -> timings.add(new AnswerTiming(path, millis)));
        return new Timeline(active, changes, timings);
    }

    /// The forward-only clock tells the time within one run of the program; it begins anew with each, so a step
    /// backwards means a restart, whose length nobody was interviewing.
    private static long between(Moment from, Moment to) {
        return Math.max(0, (to.monotonicNanos() - from.monotonicNanos()) / NANOS_PER_MILLI);
    }
}
