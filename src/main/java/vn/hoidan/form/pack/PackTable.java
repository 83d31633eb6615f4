package vn.hoidan.form.pack;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.form.xlsform.CsvSheet;
import vn.hoidan.form.xlsform.Sheet;
import vn.hoidan.form.xlsform.SheetFolder;

/// A table of a pack with its columns by name. Every fault names file, row and column.
record PackTable(String file, List<String> columns, List<PackTable.Line> lines) {
    private static final int MOST_NUMBER = 1_000_000;
    private static final int MOST_TEXT_CHARACTERS = 20_000;
    private static final String VIETNAMESE = "_vi";
    private static final String ENGLISH = "_en";

    PackTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /// One row.
    record Line(String file, List<String> columns, Sheet.Row row) {
        /// The cell's text, empty if nothing stands there or the table leaves the column out.
        String value(String column) {
            return !columns.contains(column) ? "" : row.cell(columns.indexOf(column)).strip();
        }

        String needed(String column) {
            String value = value(column);
            if (value.isEmpty()) {
                throw fault(column, "cell-empty");
            }
            if (value.length() > MOST_TEXT_CHARACTERS) {
                throw fault(column, "cell-too-long", String.valueOf(MOST_TEXT_CHARACTERS));
            }
            return value;
        }

        /// What the word in a cell stands for.
        <T> T known(String column, Function<String, Optional<T>> meaning) {
            String word = needed(column);
            return meaning.apply(word).orElseThrow(() -> fault(column, "word-unknown", word));
        }

        /// A whole number from 1.
        int number(String column) {
            String text = needed(column);
            if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_NUMBER) {
                throw fault(column, "not-a-number", text);
            }
            return Integer.parseInt(text);
        }

        LocalDate date(String column) {
            String text = needed(column);
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException wrong) {
                throw fault(column, "not-a-date", text);
            }
        }

        /// A text from the columns `NAME_vi` and `NAME_en`; both must be there.
        Text text(String name) {
            return Text.of(needed(name + VIETNAMESE), needed(name + ENGLISH));
        }

        /// Parts of a cell between semicolons.
        List<String> parts(String column) {
            return Arrays.stream(needed(column).split(";")).map(String::strip).filter(part -> !part.isEmpty())
                    .toList();
        }

        ProblemException fault(String column, String reason, String... details) {
            return PackTable.faultAt(file + ":" + row.number() + ":" + column, reason, details);
        }
    }

    /// @param needed columns that it must have
    static PackTable read(SheetFolder folder, String name, String... needed) {
        String file = name + ".csv";
        return of(file, CsvSheet.read(folder, name).orElseThrow(() -> faultAt(file, "file-missing")), needed);
    }

    /// @param file   as faults name it
    /// @param needed columns that it must have
    static PackTable of(String file, Sheet sheet, String... needed) {
        List<String> columns = sheet.header().stream().map(String::strip).toList();
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw faultAt(file + ":1", "column-missing", column);
            }
        }
        if (sheet.rows().isEmpty()) {
            throw faultAt(file, "no-rows");
        }
        return new PackTable(file, columns,
                sheet.rows().stream().map(row -> new Line(file, columns, row)).toList());
    }

    /// A fault of the table as a whole.
    ProblemException fault(String reason, String... details) {
        return faultAt(file, reason, details);
    }

    static ProblemException faultAt(String place, String reason, String... details) {
        return Problem.of(ProblemKind.PACK_INVALID, "place", place, "reason", PackMessages.reason(reason, details))
                .exception();
    }
}
