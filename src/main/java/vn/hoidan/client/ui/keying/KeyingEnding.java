package vn.hoidan.client.ui.keying;

import java.util.List;
import vn.hoidan.core.interview.KeyingDifference;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Finding;

/// How far the end of a paper form is.
sealed interface KeyingEnding {
    /// Rows are being keyed.
    record Ahead() implements KeyingEnding {
    }

    record Checking() implements KeyingEnding {
    }

    /// @param findings what is missing or wrong, in the form's order; never empty
    record Found(List<Finding> findings) implements KeyingEnding {
        public Found {
            findings = List.copyOf(findings);
        }
    }

    /// The sample chose this form: who keys it the second time?
    record WhoKeysAgain() implements KeyingEnding {
    }

    /// @param difference to be ruled on now
    /// @param left       differences to be ruled on, this one included
    record Ruling(KeyingDifference difference, int left) implements KeyingEnding {
    }

    /// Nothing is missing; it can be completed.
    record Ready() implements KeyingEnding {
    }

    record Completing() implements KeyingEnding {
    }

    record Completed() implements KeyingEnding {
    }

    record Failed(Problem problem) implements KeyingEnding {
    }
}
