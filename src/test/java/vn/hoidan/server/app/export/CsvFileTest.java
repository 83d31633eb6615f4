package vn.hoidan.server.app.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

class CsvFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84912", "+3.25", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=\"x\"", "\uFF1D1",
        "'=1", "''+x"})
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String text) {
        assertEquals("'" + text, parsed(CsvFile.cell(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "3.25", "0", "Nguyễn", "a=b", "đồng ý", "", "'quoted'"})
    void leavesNumbersAndPlainTextAlone(String text) {
        assertEquals(text, parsed(CsvFile.cell(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"a,b|\"a,b\"",
        "a\"b|\"a\"\"b\"", "a;b|\"a;b\"", "a b|a b"})
    void quotesOnlyWhatNeedsIt(String text, String written) {
        assertEquals(written, CsvFile.cell(text));
    }

    @Test
    void beginsWithAByteOrderMarkAndEndsLinesForWindows() throws IOException {
        Path file = folder.resolve("under/x.csv");
        try (CsvFile csv = CsvFile.create(file)) {
            csv.row(List.of("xã", "2"));
        }
        byte[] expected = "\uFEFFxã,2\r\n".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(expected, Files.readAllBytes(file));
    }

    @Test
    void givesBackWhatWasWrittenWhateverItWas() {
        long seed = new Random().nextLong();
        System.getLogger(CsvFileTest.class.getName()).log(System.Logger.Level.INFO, "seed " + seed);
        Random random = new Random(seed);
        String signs = "=+-@'\",;\t\r\n 1ạ\uFF1D";
        for (int round = 0; round < 5_000; round++) {
            List<String> row = new ArrayList<>();
            for (int cell = 0; cell < 4; cell++) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(6); length > 0; length--) {
                    text.append(signs.charAt(random.nextInt(signs.length())));
                }
                row.add(text.toString());
            }
            String line = String.join(",", row.stream().map(CsvFile::cell).toList());
            List<String> back = Arrays.stream(record(line).values()).map(CsvFileTest::withoutApostrophe).toList();
            assertEquals(row, back, "seed " + seed);
        }
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        ProblemException thrown = assertThrows(ProblemException.class, () -> CsvFile.create(file.resolve("x.csv")));
        assertEquals(ProblemKind.FOLDER_NOT_WRITABLE, thrown.problem().kind());
    }

    private static String parsed(String cell) {
        return record(cell + ",end").get(0);
    }

    private static CSVRecord record(String line) {
        try {
            return CSVFormat.RFC4180.parse(new StringReader(line)).getRecords().getFirst();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// What a reader of the file does to have the answer itself.
    static String withoutApostrophe(String cell) {
        return cell.matches("(?s)'+[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*") ? cell.substring(1) : cell;
    }
}
