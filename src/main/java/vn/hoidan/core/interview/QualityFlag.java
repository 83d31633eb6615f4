package vn.hoidan.core.interview;

import java.time.Duration;
import vn.hoidan.core.questionnaire.Path;

/// Something about how an interview went that a supervisor may want to look at. It says what was seen, not why; it
/// never blocks anything.
public sealed interface QualityFlag {
    /// The word stored and sent.
    default String code() {
        return switch (this) {
            case TooFast _ -> "too-fast";
            case StraightLine _ -> "straight-line";
            case SameAnswers _ -> "same-answers";
            case OddHour _ -> "odd-hour";
            case ClockJumped _ -> "clock-jumped";
            case ManyBackSteps _ -> "many-back-steps";
            case LongPause _ -> "long-pause";
            case FactsLost _ -> "facts-lost";
            case StaleUnit _ -> "stale-unit";
        };
    }

    /// @param activeMillis interviewing time
    /// @param leastMillis  what the questions answered take at least
    record TooFast(long activeMillis, long leastMillis) implements QualityFlag {
    }

    /// @param grid  the group of rows
    /// @param rows  rows answered
    /// @param equal rows with the answer given most often
    record StraightLine(Path grid, int rows, int equal) implements QualityFlag {
    }

    /// @param other   interview of the same enumerator
    /// @param percent of the questions answered in both that have the same answer
    record SameAnswers(InterviewId other, int percent) implements QualityFlag {
    }

    /// @param hour of the day on the laptop's clock when it began, 0 to 23
    record OddHour(int hour) implements QualityFlag {
    }

    /// @param times   how often
    /// @param largest how far at most; negative when the clock was turned back
    record ClockJumped(int times, Duration largest) implements QualityFlag {
    }

    record ManyBackSteps(int backSteps, int answered) implements QualityFlag {
    }

    /// @param times   pauses that were long
    /// @param longest of them
    record LongPause(int times, Duration longest) implements QualityFlag {
    }

    /// Its quota unit should have been used before: the laptop was away from the office for long.
    record StaleUnit(Duration late) implements QualityFlag {
    }

    /// The laptop's file was damaged while the interview was in work and these facts could not be brought over.
    record FactsLost(int count) implements QualityFlag {
    }
}
