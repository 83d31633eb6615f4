package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.store.OneWindow.Asking;
import vn.hoidan.support.FileNames;

@DisplayName("A folder of data")
class OneWindowTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Asking NOTHING = new Asking(Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void letsTheOpenWindowTakeOverWhatTheNextStartIsFor() throws IOException, InterruptedException {
        Path file = folder.resolve(FileNames.possible("Phiếu của tổ 1.hoidan"));
        BlockingQueue<Asking> asked = new LinkedBlockingQueue<>();
        try (OneWindow first = OneWindow.open(folder, NOTHING, PATIENCE).orElseThrow()) {
            first.whenAsked(asked::add);
            assertTrue(OneWindow.open(folder, new Asking(Optional.of(file)), PATIENCE).isEmpty());
            assertEquals(Optional.of(file), asked.poll(PATIENCE.toMinutes(), TimeUnit.MINUTES).file());
            assertTrue(OneWindow.open(folder, NOTHING, PATIENCE).isEmpty());
            assertEquals(NOTHING, asked.poll(PATIENCE.toMinutes(), TimeUnit.MINUTES));
        }
        assertEquals(List.of("lock"), left());
    }

    @Test
    void isFreeAgainWhenItsWindowWasClosed() {
        OneWindow.open(folder, NOTHING, PATIENCE).orElseThrow().close();
        try (OneWindow next = OneWindow.open(folder, NOTHING, PATIENCE).orElseThrow()) {
            next.whenAsked(asking -> fail("asked by nobody: " + asking));
        }
    }

    @Test
    void getsASecondWindowWhenTheFirstDoesNotAnswer() throws IOException {
        try (OneWindow hangs = OneWindow.open(folder, NOTHING, PATIENCE).orElseThrow();
                OneWindow second = OneWindow.open(folder, NOTHING, Duration.ZERO).orElseThrow()) {
            assertFalse(hangs.equals(second));
            assertEquals(List.of("lock"), left(), "what nobody answered is asked no longer");
        }
    }

    @Test
    void opensAWindowThatSaysWhatIsWrongWithIt() throws IOException {
        Files.writeString(folder.resolve("window"), "a file where the folder should be");
        OneWindow.open(folder, NOTHING, PATIENCE).orElseThrow().close();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("window"))) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }
}
