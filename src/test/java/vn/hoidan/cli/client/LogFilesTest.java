package vn.hoidan.cli.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the log keeps of what went wrong.
class LogFilesTest {
    @Test
    void tellsWhereAnExceptionCameFromAndNotWhatItQuotes() {
        LogRecord told = new LogRecord(Level.WARNING, "a store did not open");
        told.setThrown(new IllegalStateException("answer: 42", new IllegalArgumentException("answer: 43")));
        String line = new LogFiles.Line().format(told);
        assertTrue(line.contains("a store did not open"), line);
        assertTrue(line.contains("IllegalArgumentException") && line.contains("LogFilesTest"), line);
        assertFalse(line.contains("42") && line.contains("43"), line);
        assertFalse(line.contains("answer"), line);
    }

    /// Whoever asks for help sends it.
    @Test
    void tellsNoPathThatMayBearAName(@TempDir Path data) throws IOException {
        Path logs = Files.createDirectories(data.resolve("logs"));
        List<String> places = List.of("/srv/nguyenvana/x", "C:\\Users\\Nguyễn Văn A\\HoiDan\\x",
                "\\\\may-chu\\nguyenvana",
                "E:/nguyenvana/copies", "\"/media/nguyenvana/USB\": refused");
        Files.writeString(logs.resolve("client-0.log"), places.stream().map(place ->
                "2026-01-01T00:00:00Z WARNING vn.hoidan.X a copy cannot be read: " + place + "\n")
                .collect(Collectors.joining()) + "  at java.base/java.nio.file.Files.copy(Files.java:1)\n"
                + "kept " + data.toAbsolutePath().resolve("people")
                + "\nsync 3/4 over https://host:1 and 12/11/2026\n");
        String read = LogFiles.read(data);
        assertFalse(read.contains("nguyenvana") || read.contains("Nguyễn"), read);
        assertEquals(places.size(), read.lines().filter(line -> line.matches(".* a copy cannot be read: \"?…")).count(),
                read);
        assertTrue(read.contains("java.base/java.nio.file.Files.copy(Files.java:1)"), read);
        assertTrue(read.contains("kept DATA") && read.contains("people"), read);
        assertTrue(read.contains("sync 3/4 over https://host:1 and 12/11/2026"), read);
    }
}
