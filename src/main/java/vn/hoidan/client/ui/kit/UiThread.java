package vn.hoidan.client.ui.kit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// The one door to the window's thread and to the toolkit's start and end.
public final class UiThread {
    /// Debian's and Fedora's names of what the window needs on Linux.
    private static final String GTK_PACKAGES = "libgtk-3-0 (Debian, Ubuntu), gtk3 (Fedora)";
    /// The start of the toolkit; null before it and after one that failed.
    private static FutureTask<Void> starting;

    private UiThread() {
    }

    /// Begins to start the toolkit, beside what the caller does meanwhile; {@link #start} waits for it. Nobody may make
    /// nodes or load fonts before that: on Linux the system's library of fonts reads the environment of the process
    /// while the toolkit's start writes it, which ends the process now and then.
    ///
    /// @param look of the windows to come
    /// @throws ProblemException if there is no display
    public static synchronized void begin(Look look) {
        if (starting == null) {
            refuseWithoutDisplay();
            starting = new FutureTask<>(() -> bringUp(look), null);
            Thread.ofPlatform().name("hoidan toolkit").daemon().start(starting);
        }
    }

    /// Starts the toolkit unless it runs; it then goes on when the last window is closed, until {@link #exit}.
    ///
    /// @throws ProblemException if there is no display or its library is missing
    public static synchronized void start() {
        begin(Look.USUAL);
        try {
            starting.get();
        } catch (ExecutionException failed) {
            starting = null;
            throw failed.getCause() instanceof ProblemException told ? told
                    : new IllegalStateException("the toolkit does not start", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the toolkit started", stopped);
        }
    }

    private static void bringUp(Look look) {
        CountDownLatch running = new CountDownLatch(1);
        try {
            Theme.announce(look);
            Platform.startup(() -> {
                running.countDown();
                Theme.sheet(look);
            });
        } catch (IllegalStateException already) {
            System.getLogger(UiThread.class.getName()).log(System.Logger.Level.DEBUG, "the toolkit runs already",
                    already);
            running.countDown();
        } catch (UnsupportedOperationException | LinkageError broken) {
            throw displayProblem(broken).exception(broken);
        }
        await(running);
        Platform.setImplicitExit(false);
    }

    /// Told apart before the toolkit is asked, because that ends on a thread of its own.
    private static void refuseWithoutDisplay() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        if (linux && !headless && System.getenv("DISPLAY") == null) {
            throw Problem.of(ProblemKind.NO_DISPLAY).exception();
        }
    }

    private static Problem displayProblem(Throwable broken) {
        return broken instanceof LinkageError || String.valueOf(broken.getMessage()).contains("GTK")
                ? Problem.of(ProblemKind.GTK_MISSING, "packages", GTK_PACKAGES)
                : Problem.of(ProblemKind.NO_DISPLAY);
    }

    public static boolean isHere() {
        return Platform.isFxApplicationThread();
    }

    /// At once if called on the window's thread, else as soon as it is free.
    public static void run(Runnable action) {
        if (isHere()) {
            action.run();
        } else {
            later(action);
        }
    }

    /// After what the window's thread is doing now.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /// Runs on the window's thread and waits; exceptions come back to the caller.
    public static void runAndWait(Runnable action) {
        if (isHere()) {
            action.run();
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        Throwable[] failure = new Throwable[1];
        later(() -> {
            try {
                action.run();
            } catch (RuntimeException | Error thrown) {
                failure[0] = thrown;
            } finally {
                done.countDown();
            }
        });
        await(done);
        if (failure[0] != null) {
            throw new IllegalStateException(failure[0]);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the window", stopped);
        }
    }

    public static void requireHere() {
        if (!isHere()) {
            throw new IllegalStateException("not on the window's thread: " + Thread.currentThread().getName());
        }
    }

    /// Ends the toolkit.
    public static void exit() {
        Platform.exit();
    }
}
