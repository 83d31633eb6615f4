package vn.hoidan.client.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sqlite.FolderLock;

/// That a folder of data has one window: who comes second asks the first to come to the front, perhaps with a file, and
/// ends. It asks by a small file beside the lock, because that needs no port and works on every system.
public final class OneWindow implements AutoCloseable {
    /// How long the first may take before the second opens a window of its own: it may be starting on a slow laptop.
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FOLDER = "window";
    private static final String ASKED = "asked-";
    /// Paths of Windows may be that long.
    private static final int MOST_BYTES = 4 * 32_767;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
    private static final System.Logger LOG = System.getLogger(OneWindow.class.getName());

    private final Path folder;
    private final AutoCloseable lock;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hoidan asked").daemon().factory());

    private OneWindow(Path folder, AutoCloseable lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// What a start is for.
    ///
    /// @param file that was opened with the program; empty for the window alone
    public record Asking(Optional<Path> file) {
    }

    /// @param data     folder of the program's data on this laptop
    /// @param patience how long an open window may take to answer
    /// @return empty if a window that is open has taken over what was asked
    public static Optional<OneWindow> open(Path data, Asking asking, Duration patience) {
        Path folder = data.resolve(FOLDER);
        try {
            Files.createDirectories(folder);
            Path asked = folder.resolve(ASKED + ProcessHandle.current().pid());
            long end = System.nanoTime() + patience.toNanos();
            boolean told = false;
            while (true) {
                Optional<OneWindow> first = first(folder);
                if (first.isPresent() || System.nanoTime() - end > 0) {
                    Files.deleteIfExists(asked);
                    return Optional.of(first.orElseGet(() -> new OneWindow(folder, () -> { })));
                }
                if (!told) {
                    ask(asked, asking);
                    told = true;
                } else if (!Files.exists(asked)) {
                    return Optional.empty();
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        } catch (IOException | ProblemException refused) {
            // whoever signs in is told what is wrong with the folder
            LOG.log(System.Logger.Level.WARNING, "nobody knows whether another window is open", refused);
            return Optional.of(new OneWindow(folder, () -> { }));
        }
    }

    private static Optional<OneWindow> first(Path folder) {
        try {
            return Optional.of(new OneWindow(folder, FolderLock.of(folder)));
        } catch (ProblemException held) {
            if (held.problem().kind() != ProblemKind.STORE_IN_USE) {
                throw held;
            }
            return Optional.empty();
        }
    }

    private static void ask(Path asked, Asking asking) throws IOException {
        Path next = asked.resolveSibling("part-" + asked.getFileName());
        Files.writeString(next, asking.file().map(file -> file.toAbsolutePath().toString()).orElse(""));
        Files.move(next, asked, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// From now on this is told what others ask, on a thread of its own.
    public void whenAsked(Consumer<Asking> told) {
        looking.scheduleWithFixedDelay(() -> look(told), 0, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Consumer<Asking> told) {
        try (DirectoryStream<Path> asked = Files.newDirectoryStream(folder, ASKED + "*")) {
            for (Path each : asked) {
                Asking asking = read(each);
                Files.deleteIfExists(each);
                told.accept(asking);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "what another start asked is not known", failed);
        }
    }

    private static Asking read(Path asked) throws IOException {
        try (InputStream in = Files.newInputStream(asked)) {
            String path = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return new Asking(path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path)));
        } catch (InvalidPathException none) {
            LOG.log(System.Logger.Level.WARNING, "another start asked for no file of this system", none);
            return new Asking(Optional.empty());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
        try {
            lock.close();
        } catch (Exception broken) {
            throw new IllegalStateException("a lock that does not close", broken);
        }
    }
}
