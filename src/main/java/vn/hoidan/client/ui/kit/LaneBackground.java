package vn.hoidan.client.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.core.problem.Problem;

/// A lane of one thread; outcomes are told on the window's thread.
public final class LaneBackground implements Background, AutoCloseable {
    /// Longest wait for work begun before the program ends.
    private static final long LAST_WORK_SECONDS = 20;

    private final ExecutorService lane;

    /// @param name of the thread, as it stands in logs
    public LaneBackground(String name) {
        lane = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
        lane.execute(() -> tell(work, onDone, onProblem));
    }

    /// Each piece on a thread of its own, which does not keep the program from ending.
    @Override
    public <T> void beside(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
        Thread.ofPlatform().daemon().name("hoidan beside").start(() -> tell(work, onDone, onProblem));
    }

    private static <T> void tell(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
        try {
            T result = work.call();
            UiThread.later(() -> onDone.accept(result));
        } catch (Throwable thrown) {
            Problem problem = FaultCode.problemOf(thrown);
            UiThread.later(() -> onProblem.accept(problem));
        }
    }

    @Override
    public void tell(Runnable message) {
        UiThread.later(message);
    }

    /// Carries out what was given, takes nothing new, and waits for the end of it.
    @Override
    public void close() {
        lane.shutdown();
        try {
            if (!lane.awaitTermination(LAST_WORK_SECONDS, TimeUnit.SECONDS)) {
                lane.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            lane.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
