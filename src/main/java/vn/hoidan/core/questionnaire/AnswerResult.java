package vn.hoidan.core.questionnaire;

/// What came of an answer.
public sealed interface AnswerResult {
    /// Taken.
    ///
    /// @param structureChanged parts appeared, vanished or changed their texts, values or choices elsewhere, so what is
    ///                         shown must be read again; false when only this question's value changed
    record Taken(boolean structureChanged) implements AnswerResult {
    }

    /// Not taken; the old answer stands.
    ///
    /// @param message the form's own words, or empty when it has none
    record Refused(String message) implements AnswerResult {
    }
}
