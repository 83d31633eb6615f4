package vn.hoidan.form.lookup;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads a list from CSV: the first line names the columns, and with a semicolon in it, semicolons separate the cells,
/// as ODK's own engine has it. Columns without a name are left out.
public final class CsvList {
    private CsvList() {
    }

    /// @param text decoded, without a byte order mark
    public static ListContent read(String text, Refusing refusing) {
        ListContent.Builder list = new ListContent.Builder(refusing);
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator(text)).get();
        int line = 1;
        try (CSVParser parser = format.parse(new StringReader(text))) {
            List<Integer> places = new ArrayList<>();
            for (CSVRecord record : parser) {
                if (places.isEmpty()) {
                    header(record, list, places, refusing);
                } else {
                    list.add(cells(record, places), line);
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
            if (places.isEmpty()) {
                throw refusing.at(1, "list-header");
            }
        } catch (UncheckedIOException | IOException broken) {
            throw refusing.at(line, "list-csv");
        }
        return list.content("root", "item");
    }

    private static char separator(String text) {
        return text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
    }

    private static void header(CSVRecord record, ListContent.Builder list, List<Integer> places, Refusing refusing) {
        for (int place = 0; place < record.size(); place++) {
            String name = record.get(place).strip();
            if (name.isEmpty()) {
                continue;
            }
            if (list.has(name)) {
                throw refusing.at(1, "list-column-twice", name);
            }
            list.column(name, 1);
            places.add(place);
        }
    }

    private static String[] cells(CSVRecord record, List<Integer> places) {
        String[] cells = new String[places.size()];
        for (int column = 0; column < cells.length; column++) {
            int place = places.get(column);
            cells[column] = place < record.size() ? record.get(place) : "";
        }
        return cells;
    }
}
