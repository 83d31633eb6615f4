package vn.hoidan.cli.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

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
}
