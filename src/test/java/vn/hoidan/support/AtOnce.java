package vn.hoidan.support;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.hoidan.client.app.Background;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;

/// The twin of the background lane: everything happens at once on the caller's thread. What is no problem of the
/// catalogue is a mistake and goes on to the test.
public final class AtOnce implements Background {
    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
        T result;
        try {
            result = work.call();
        } catch (ProblemException problem) {
            onProblem.accept(problem.problem());
            return;
        } catch (RuntimeException mistake) {
            throw mistake;
        } catch (Exception mistake) {
            throw new IllegalStateException(mistake);
        }
        onDone.accept(result);
    }

    @Override
    public void tell(Runnable message) {
        message.run();
    }
}
