package vn.hoidan.client.app;

import vn.hoidan.core.problem.Problem;

/// What came of starting an interview.
public sealed interface Starting {
    record Started(InterviewWork interview) implements Starting {
    }

    /// The quota is full or the household is not open.
    record Refused(Problem problem) implements Starting {
    }
}
