package vn.hoidan.core.sync;

import vn.hoidan.core.interview.InterviewId;

/// An interview in work, as far as it is.
///
/// @param revision how many facts it has: it only grows
public record DraftMark(InterviewId interview, int revision) {
    public DraftMark {
        if (revision < 0) {
            throw new IllegalArgumentException("revision " + revision);
        }
    }
}
