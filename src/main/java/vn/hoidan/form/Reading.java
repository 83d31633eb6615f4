package vn.hoidan.form;

import org.javarosa.core.model.data.IAnswerData;

/// What came of reading an answer.
sealed interface Reading {
    /// It is a value of the question's type.
    record Readable(IAnswerData data) implements Reading {
    }

    /// It is not.
    ///
    /// @param message key of what to say
    /// @param values  what to put into it
    record Unreadable(String message, Object... values) implements Reading {
    }
}
