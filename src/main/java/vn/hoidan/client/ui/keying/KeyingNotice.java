package vn.hoidan.client.ui.keying;

import vn.hoidan.core.problem.Problem;

/// Something to be said below the row that is keyed.
sealed interface KeyingNotice {
    record None() implements KeyingNotice {
    }

    /// @param key text of the keying room, or of the question room, that says what is expected
    record Wrong(String key) implements KeyingNotice {
    }

    /// The form does not take the value.
    ///
    /// @param message its own words, or empty
    record Refused(String message) implements KeyingNotice {
    }

    /// @param count rows that were given the value of the row above
    record Repeated(int count) implements KeyingNotice {
    }

    /// @param count rows that were marked as left blank
    record Blanked(int count) implements KeyingNotice {
    }

    record CannotLeave(Problem problem) implements KeyingNotice {
    }

    /// @param count facts that the form did not take again
    record FactsNotTaken(int count) implements KeyingNotice {
    }
}
