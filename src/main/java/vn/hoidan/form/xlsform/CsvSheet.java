package vn.hoidan.form.xlsform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Reads a sheet from a CSV file: UTF-8 with or without a byte order mark, commas, quotes doubled inside quotes.
public final class CsvSheet {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvSheet() {
    }

    /// The sheet kept as `NAME.csv`, or empty if there is no such file.
    ///
    /// @throws ProblemException PACK_INVALID naming the file and row if it is not UTF-8, not CSV or out of bounds
    public static Optional<Sheet> read(SheetFolder folder, String name) {
        String fileName = name + ".csv";
        return folder.read(fileName).map(content -> parse(name, fileName, content));
    }

    private static Sheet parse(String name, String fileName, byte[] content) {
        String text = decode(fileName, content);
        List<Sheet.Row> rows = new ArrayList<>();
        int number = 0;
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            for (CSVRecord line : parser) {
                number++;
                if (number > Limits.MOST_ROWS) {
                    throw invalid(fileName, number, "too-many-rows", String.valueOf(Limits.MOST_ROWS)).exception();
                }
                if (line.size() > Limits.MOST_COLUMNS) {
                    throw invalid(fileName, number, "too-many-columns", String.valueOf(Limits.MOST_COLUMNS))
                            .exception();
                }
                rows.add(new Sheet.Row(number, List.of(line.values())));
            }
        } catch (IOException | UncheckedIOException malformed) {
            throw invalid(fileName, number + 1, "not-csv").exception(malformed);
        }
        if (rows.isEmpty()) {
            throw invalid(fileName, Sheet.HEADER_ROW, "empty").exception();
        }
        List<Sheet.Row> filled = rows.stream().skip(1).filter(row -> !row.isBlank()).toList();
        return new Sheet(name, rows.getFirst().cells(), filled);
    }

    private static String decode(String fileName, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (CharacterCodingException notUtf8) {
            throw invalid(fileName, Sheet.HEADER_ROW, "not-utf8").exception(notUtf8);
        }
    }

    private static Problem invalid(String fileName, int row, String reason, String... details) {
        return Problem.of(ProblemKind.PACK_INVALID, "place", fileName + ":" + row, "reason",
                FormMessages.inAllLanguages("file." + reason, details));
    }
}
