package vn.hoidan.client.app.machine;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.hoidan.core.problem.Problem;

/// A lane off the window's thread: work runs one piece after the other in the order given. Outcomes are told on the
/// window's thread. Tests use a twin that does everything at once on the caller's thread.
public interface Background {
    /// @param onDone    told the result
    /// @param onProblem told what went wrong; an unforeseen exception arrives as an internal problem with a code
    <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem);

    /// Runs what may take long and needs no order, such as reading a file from a slow stick, beside the lane, so that
    /// nothing waits behind it. A twin without threads does it at once.
    default <T> void beside(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
        run(work, onDone, onProblem);
    }

    /// Called by running work to tell something on the window's thread, such as progress.
    void tell(Runnable message);
}
