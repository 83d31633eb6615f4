package vn.hoidan.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.frame.Hands;
import vn.hoidan.client.ui.frame.MainWindow;
import vn.hoidan.client.ui.frame.WatchedInterviews;
import vn.hoidan.client.ui.kit.LaneBackground;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.release.Version;

/// A client whose window is open. It can be worked like a person works it, by keys, as the practice day that plays by
/// itself does; none of these methods may be called on the window's thread.
public final class RunningClient implements AutoCloseable {
    private final LaneBackground writer;
    private final LaneBackground sync;
    private final LaneBackground copies;
    private final CountDownLatch usable = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private Runnable atEnd = () -> { };
    private MainWindow window;
    private Hands hands;
    private volatile boolean practising;
    private final WatchedInterviews interviews;

    RunningClient(LaneBackground writer, LaneBackground sync, LaneBackground copies, WatchedInterviews interviews) {
        this.writer = writer;
        this.sync = sync;
        this.copies = copies;
        this.interviews = interviews;
    }

    void shows(MainWindow shown) {
        window = shown;
        hands = new Hands(shown);
    }

    void tell(Problem problem) {
        window.tell(problem);
    }

    void versionWaits(Version version) {
        window.versionWaits(version);
    }

    void opened(Path file) {
        UiThread.run(() -> window.opened(file));
    }

    /// The program was started once more.
    void toFront() {
        UiThread.run(window::toFront);
    }

    /// The window is closed, and what started it goes on to practice.
    void practise() {
        practising = true;
        UiThread.run(window::close);
    }

    /// True if the window was closed to go on to practice.
    boolean isPractising() {
        return practising;
    }

    /// The window can be used.
    void usable() {
        usable.countDown();
    }

    /// @param last done when the window is closed
    void whenClosed(Runnable last) {
        atEnd = last;
    }

    void closed() {
        atEnd.run();
        closed.countDown();
    }

    /// Waits until the window can be used.
    public void awaitUsable() {
        await(usable);
    }

    /// Waits until somebody closes the window.
    public void awaitClosed() {
        await(closed);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the window was open", stopped);
        }
    }

    /// Presses keys one after the other, as the sheet of keys names them: `Enter`, `Esc`, `F2`, `1`, `A`, `Ctrl+D`.
    public void press(String... keys) {
        for (String key : keys) {
            hands.press(key);
        }
    }

    /// The interview on the screen.
    public Optional<InterviewWork> interview() {
        return interviews.open();
    }

    /// Somebody who holds interviews at this window, see {@link Interviewer}.
    public Interviewer interviewer(RandomGenerator random, String words) {
        return new Interviewer(hands, random, words);
    }

    /// Types into the field in focus.
    public void type(String text) {
        hands.type(text);
    }

    /// Everything that can be read in the window now.
    public String text() {
        return hands.text();
    }

    /// Waits until this can be read in the window.
    ///
    /// @return false if it cannot after that long
    public boolean waitFor(String text, Duration atMost) {
        return hands.waitFor(text, atMost);
    }

    /// Writes what the window shows as a PNG file.
    ///
    /// @throws IOException if it cannot be written
    public void picture(Path file) throws IOException {
        hands.picture(file);
    }

    /// Gives the window another size, in pixels.
    public void resize(double width, double height) {
        hands.resize(width, height);
    }

    /// Closes the window if it is open, once everything is on disk.
    @Override
    public void close() {
        if (closed.getCount() > 0) {
            UiThread.runAndWait(window::close);
            awaitClosed();
        }
        writer.close();
        sync.close();
        copies.close();
    }
}
