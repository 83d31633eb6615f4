package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.survey.CodeFile;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.support.FileNames;
import vn.hoidan.support.PracticeOffice;
import vn.hoidan.support.SettableClock;
import vn.hoidan.wire.CarriedFile;

/// What happens in the window when one of its files is opened outside.
@DisplayName("A file of carried work that was opened")
class ArrivedFilesTest {
    private static final Instant NOW = Instant.parse("2024-11-02T00:30:00Z");
    private static final String TAKEN = "Đã nhận 1 gói của đồng nghiệp";

    @TempDir
    private Path folder;
    private WindowBench bench;
    private Path file;

    @BeforeEach
    void open() {
        bench = new WindowBench(new SettableClock(NOW));
        file = folder.resolve(FileNames.possible("Phiếu của tổ 1.hoidan"));
        CarriedFile.write(List.of(new UpEnvelope("d-colleague", NOW, 1, 3, Bytes.of(new byte[40]),
                Bytes.of(new byte[64]))), file);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void opened(Path which) {
        UiThread.runAndWait(() -> bench.window().opened(which));
        bench.settle();
    }

    @Test
    void isTakenInOnTheScreenForIt() {
        bench.join(KeyCode.DIGIT1);
        opened(file);
        assertTrue(bench.waitFor(TAKEN), bench.text());
        Object screen = bench.window().top();
        opened(file);
        assertTrue(bench.waitFor("Trong tệp không có gì mới: những gì trong đó máy này đã có."), bench.text());
        assertSame(screen, bench.window().top(), "one such screen is enough");
        bench.picture("file-opened");
        bench.press(KeyCode.ESCAPE);
        assertFalse(bench.says(TAKEN), bench.text());
    }

    @Test
    void waitsForThePinAndSaysSo() {
        opened(file);
        assertTrue(bench.says("Hãy nhập mã PIN: tệp sẽ tự được nhận ngay sau đó."), bench.text());
        bench.picture("file-waits-for-pin");
        bench.tick();
        assertFalse(bench.says(TAKEN), bench.text());
        bench.join(KeyCode.DIGIT1);
        bench.tick();
        assertTrue(bench.waitFor(TAKEN), bench.text());
        bench.press(KeyCode.ESCAPE);
        bench.tick();
        assertFalse(bench.says("gói của đồng nghiệp;"), "taken in twice");
    }

    @Test
    void waitsUntilTheInterviewIsLeft() {
        bench.join(KeyCode.DIGIT1).press(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.DIGIT1);
        assertTrue(bench.waitFor("interview 1"), bench.text());
        opened(file);
        bench.tick();
        assertTrue(bench.says("interview 1"), bench.text());
        assertTrue(bench.says("tệp sẽ tự được nhận khi rời cuộc phỏng vấn này"), bench.text());
        UiThread.runAndWait(() -> bench.window().top().back());
        bench.tick();
        assertTrue(bench.waitFor(TAKEN), bench.text());
        assertFalse(bench.says("đang chờ nhận"), "what is over is still told");
    }

    @Test
    void waitsUntilNobodyWorksWhenItHoldsACode() throws IOException {
        bench.close();
        bench = WindowBench.withCodes(new SettableClock(NOW));
        Path code = folder.resolve("ma." + CodeFile.ENDING);
        Files.writeString(code, new CodeFile("khaosat.invalid:8443", PracticeOffice.code(Role.SUPERVISOR)).asText());
        bench.join(KeyCode.DIGIT1);
        opened(code);
        bench.tick();
        assertTrue(bench.says("Tệp mã ma.hoidan-code là để thêm một người vào máy này"), bench.text());
        bench.control(KeyCode.L);
        bench.tick();
        assertTrue(bench.waitFor("khaosat.invalid:8443"), bench.text());
    }

    @Test
    void isRefusedInWordsWhenItIsNoneOfOurs() {
        bench.join(KeyCode.DIGIT1);
        opened(folder.resolve("photo.jpg"));
        assertTrue(bench.says("Tệp photo.jpg không phải là tệp của Hỏi Dân"), bench.text());
    }
}
