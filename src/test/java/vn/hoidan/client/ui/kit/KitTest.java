package vn.hoidan.client.ui.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// The shared parts of the window.
final class KitTest {
    @BeforeAll
    static void toolkit() {
        UiThread.start();
        UiThread.runAndWait(() -> Theme.install());
    }

    /// With the reading on the lane this would wait for ever.
    @Test
    void savesWhileASlowFileIsReadBesideTheLane() throws InterruptedException {
        CountDownLatch saved = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (LaneBackground lane = new LaneBackground("test lane")) {
            lane.beside(() -> {
                saved.await();
                return "read";
            }, text -> {
                told.add(text + UiThread.isHere());
                read.countDown();
            }, problem -> told.add("problem"));
            lane.run(() -> "saved", text -> {
                told.add(text);
                saved.countDown();
            }, problem -> told.add("problem"));
            assertTrue(read.await(20, TimeUnit.SECONDS), told.toString());
        }
        assertEquals(List.of("saved", "readtrue"), told);
    }

    @Test
    void laneKeepsTheOrderAndTellsOutcomesOnTheWindowsThread() throws InterruptedException {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch last = new CountDownLatch(1);
        try (LaneBackground lane = new LaneBackground("test lane")) {
            lane.run(() -> Thread.currentThread().getName(), name -> told.add(name + UiThread.isHere()),
                    problem -> told.add("problem"));
            lane.run(() -> {
                throw Problem.of(ProblemKind.NO_NETWORK).exception();
            }, done -> told.add("done"), problem -> told.add(problem.kind() + "" + UiThread.isHere()));
            lane.run(() -> {
                throw new IllegalStateException("unforeseen");
            }, done -> told.add("done"), problem -> {
                told.add(problem.kind().name());
                told.add(problem.details().get("code"));
                last.countDown();
            });
            last.await();
        }
        assertEquals(List.of("test lanetrue", "NO_NETWORKtrue", "INTERNAL"), told.subList(0, 3));
        assertTrue(told.get(3).matches("[0-9A-Z]{1,7}"), told.get(3));
    }

    @Test
    void sameMistakeHasTheSameCodeWhateverItsMessage() {
        List<String> codes = new ArrayList<>();
        for (String message : List.of("one", "two")) {
            codes.add(FaultCode.of(new IllegalStateException(message)));
        }
        assertEquals(codes.get(0), codes.get(1));
        assertNotEquals(codes.get(0), FaultCode.of(new IllegalArgumentException("one")));
    }

    @Test
    void numbersAndTimesFollowTheLanguage() {
        Language language = new Language("vi");
        Formats formats = new Formats(language, () -> ZoneId.of("Asia/Ho_Chi_Minh"));
        Instant now = Instant.parse("2024-11-02T03:41:00Z");
        assertEquals("1.312", formats.number(1312));
        assertEquals("48,6 %", formats.share(0.486));
        assertEquals("thứ Bảy 2/11/2024", formats.today(now));
        assertEquals("Chủ nhật 3/11/2024", formats.today(now.plusSeconds(86400)));
        assertEquals("10:41", formats.moment(now, now));
        assertEquals("1/11 10:41", formats.moment(now.minusSeconds(86400), now));
        language.next();
        assertEquals("1,312", formats.number(1312));
        assertEquals("48.6 %", formats.share(0.486));
        assertEquals("Saturday 2 November 2024", formats.today(now));
    }

    @Test
    void snapshotIsAPictureOfTheSceneInOurTypeface(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sub").resolve("scene.png");
        String[] family = new String[1];
        UiThread.runAndWait(() -> {
            Label label = new Label("Hỏi Dân: ẫ ữ ợ ỷ");
            Scene scene = new Scene(new VBox(label, new Figures("1.471")), 300, 100);
            Theme.dress(scene, 1);
            try {
                Snapshot.write(scene, file);
            } catch (java.io.IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
            family[0] = label.getFont().getFamily();
        });
        assertEquals("Be Vietnam Pro", family[0]);
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(Files.readAllBytes(file), 4));
        try (var stream = Files.newInputStream(file)) {
            Image image = new Image(stream);
            assertFalse(image.isError());
            assertEquals(300, image.getWidth());
        }
    }

    @Test
    void digitsOfFiguresAreEquallyWide() {
        double[] widths = new double[2];
        UiThread.runAndWait(() -> {
            Figures ones = new Figures("111");
            Figures fours = new Figures("444");
            Scene scene = new Scene(new VBox(ones, fours), 300, 100);
            Theme.dress(scene, 1);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            widths[0] = ones.prefWidth(-1);
            widths[1] = fours.prefWidth(-1);
        });
        assertEquals(widths[0], widths[1]);
    }
}
