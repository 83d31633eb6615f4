package vn.hoidan.core.interview;

import vn.hoidan.core.questionnaire.Path;

/// Something that happened in an interview, in the past tense. Facts are only ever appended: a draft is its facts, and
/// they are crash recovery, paradata and audit trail in one.
public sealed interface Fact {
    Moment at();

    /// @param consentVersion version of the consent text that the respondent agreed to, or empty if the survey has none
    record InterviewStarted(Moment at, String language, InterviewMode mode, String consentVersion,
            String applicationVersion) implements Fact {
    }

    record AnswerSet(Moment at, Path path, String value) implements Fact {
    }

    record AnswerCleared(Moment at, Path path) implements Fact {
    }

    /// An answer that the form refused; kept because it tells of a misunderstanding.
    record AnswerRefused(Moment at, Path path) implements Fact {
    }

    record RepeatAdded(Moment at, Path repeat) implements Fact {
    }

    record RepeatRemoved(Moment at, Path instance) implements Fact {
    }

    record LanguageChanged(Moment at, String language) implements Fact {
    }

    /// @param where the question in focus
    record Paused(Moment at, Path where) implements Fact {
    }

    record Resumed(Moment at) implements Fact {
    }

    record Completed(Moment at) implements Fact {
    }

    /// @param reason code of the reason
    record BrokenOff(Moment at, String reason) implements Fact {
    }
}
