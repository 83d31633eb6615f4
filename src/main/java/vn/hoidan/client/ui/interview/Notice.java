package vn.hoidan.client.ui.interview;

import vn.hoidan.core.problem.Problem;

/// Something to say in the foot of the screen until the next act.
sealed interface Notice {
    record None() implements Notice {
    }

    /// Enter on a required question without an answer: once more goes on.
    record AnswerNeeded() implements Notice {
    }

    /// Enter at the end of a grid with open rows: once more goes on.
    record RowsOpen(int count) implements Notice {
    }

    /// Nothing is open any more: F4 leads to the end.
    record NothingOpen() implements Notice {
    }

    /// The draft held answers that the questionnaire does not take any more.
    record FactsNotTaken(int count) implements Notice {
    }

    /// The unit that is held should have been used by now: one goes on and syncs soon.
    record UnitStale() implements Notice {
    }

    /// The respondent answers this one alone.
    ///
    /// @param answered the answer is there, and covered
    record ForRespondent(boolean answered) implements Notice {
    }

    /// Where the completed interview is could not be read.
    record CannotTellWhere(Problem problem) implements Notice {
    }

    /// Leaving waits until everything is on the disk.
    record CannotLeave(Problem problem) implements Notice {
    }
}
