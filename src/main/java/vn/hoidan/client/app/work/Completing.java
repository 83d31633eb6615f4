package vn.hoidan.client.app.work;

import java.util.List;
import vn.hoidan.core.questionnaire.Finding;

/// What came of completing an interview.
public sealed interface Completing {
    /// Closed to change, on this laptop, waiting to be sent.
    record Completed() implements Completing {
    }

    /// @param findings what is missing or wrong, in the form's order
    record Incomplete(List<Finding> findings) implements Completing {
        public Incomplete {
            findings = List.copyOf(findings);
        }
    }
}
