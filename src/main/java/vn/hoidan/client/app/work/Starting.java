package vn.hoidan.client.app.work;

import vn.hoidan.core.problem.Problem;

/// What came of starting an interview.
public sealed interface Starting {
    record Started(InterviewWork interview) implements Starting {
    }

    /// The quota is full, the household is not open, or the disk is nearly full.
    record Refused(Problem problem) implements Starting {
    }
}
