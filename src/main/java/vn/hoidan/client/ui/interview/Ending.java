package vn.hoidan.client.ui.interview;

import java.util.List;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Finding;

/// How far the end of an interview is.
sealed interface Ending {
    /// Not looked at yet.
    record Ahead() implements Ending {
    }

    record Checking() implements Ending {
    }

    /// @param findings what is missing or wrong, in the form's order; none means that it can be completed
    record Checked(List<Finding> findings) implements Ending {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    record Completing() implements Ending {
    }

    /// Closed to change, on this laptop, waiting to be sent.
    record Completed() implements Ending {
    }

    record Failed(Problem problem) implements Ending {
    }
}
