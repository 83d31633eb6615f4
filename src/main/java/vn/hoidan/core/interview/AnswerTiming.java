package vn.hoidan.core.interview;

import vn.hoidan.core.questionnaire.Path;

/// When an answer got its final value: milliseconds of interviewing time after the start, pauses left out.
public record AnswerTiming(Path path, long milliseconds) {
    private static final long TENTH = 100;

    /// To the tenth of a second before it, as records tell it: more would say nothing and cost a third of a record.
    public AnswerTiming inTenths() {
        return new AnswerTiming(path, milliseconds - Math.floorMod(milliseconds, TENTH));
    }
}
