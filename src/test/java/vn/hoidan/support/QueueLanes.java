package vn.hoidan.support;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Lanes as the window has them, each a thread, with a window's thread that is whoever calls {@link #until}: outcomes
/// wait for it in a queue.
public final class QueueLanes {
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

    /// A lane of its own thread.
    public Background lane(String name) {
        return new Lane(Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory()));
    }

    /// Tells what has come so far.
    public void now() {
        for (Runnable outcome = window.poll(); outcome != null; outcome = window.poll()) {
            outcome.run();
        }
    }

    /// Tells outcomes as they come until something is so.
    public void until(BooleanSupplier done) {
        try {
            while (!done.getAsBoolean()) {
                window.take().run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private final class Lane implements Background {
        private final ExecutorService thread;

        Lane(ExecutorService thread) {
            this.thread = thread;
        }

        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
            thread.execute(() -> {
                try {
                    T result = work.call();
                    window.add(() -> onDone.accept(result));
                } catch (ProblemException known) {
                    window.add(() -> onProblem.accept(known.problem()));
                } catch (Exception unforeseen) {
                    unforeseen.printStackTrace();
                    window.add(() -> onProblem.accept(Problem.of(ProblemKind.INTERNAL, "code", "-")));
                }
            });
        }

        @Override
        public void tell(Runnable message) {
            window.add(message);
        }
    }
}
