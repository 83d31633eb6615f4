package vn.hoidan.client.app.work;

import java.time.Instant;
import vn.hoidan.core.problem.Problem;

/// The truth about the last answer: is it on the disk?
public sealed interface SaveState {
    /// Everything answered is durable; the last of it since this moment.
    record Saved(Instant at) implements SaveState {
    }

    record Saving() implements SaveState {
    }

    /// An author's trial: nothing is ever written.
    record NotKept() implements SaveState {
    }

    /// Not on the disk, kept in memory, tried again with the next answer or on request.
    record Failed(Problem problem) implements SaveState {
    }
}
