package vn.hoidan.core.interview;

import vn.hoidan.core.questionnaire.Path;

/// When an answer got its final value: milliseconds of interviewing time after the start, pauses left out.
public record AnswerTiming(Path path, long milliseconds) {
}
