package vn.hoidan.support;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;

/// A lane that does everything at once on the caller's thread. Unforeseen exceptions fly, so that a test sees them.
public final class ImmediateBackground implements Background {
    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
        T result;
        try {
            result = work.call();
        } catch (ProblemException known) {
            onProblem.accept(known.problem());
            return;
        } catch (RuntimeException unforeseen) {
            throw unforeseen;
        } catch (Exception unforeseen) {
            throw new IllegalStateException(unforeseen);
        }
        onDone.accept(result);
    }

    @Override
    public void tell(Runnable message) {
        message.run();
    }
}
