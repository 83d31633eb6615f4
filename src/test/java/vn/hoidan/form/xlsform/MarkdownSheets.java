package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads sheets from a Markdown table, as tests and the corpus write forms: a name in the first column begins a sheet.
public final class MarkdownSheets {
    private MarkdownSheets() {
    }

    public static XlsFormSheets parse(String markdown) {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        String current = "";
        for (String line : markdown.lines().map(String::strip).filter(text -> text.startsWith("|")).toList()) {
            List<String> cells = cells(line);
            if (!cells.getFirst().isEmpty()) {
                current = cells.getFirst();
                sheets.computeIfAbsent(current, key -> new ArrayList<>());
            }
            List<String> rest = cells.subList(1, cells.size());
            if (rest.stream().anyMatch(cell -> !cell.isEmpty())) {
                sheets.computeIfAbsent(current, key -> new ArrayList<>()).add(rest);
            }
        }
        List<Sheet> read = new ArrayList<>();
        sheets.forEach((name, rows) -> {
            if (!rows.isEmpty()) {
                List<Sheet.Row> below = new ArrayList<>();
                for (int index = 1; index < rows.size(); index++) {
                    below.add(new Sheet.Row(index + 1, rows.get(index)));
                }
                read.add(new Sheet(name, rows.getFirst(), below));
            }
        });
        return new XlsFormSheets(read);
    }

    /// A bar is written as `\|` inside a cell.
    private static List<String> cells(String line) {
        String inner = line.endsWith("|") ? line.substring(1, line.length() - 1) : line.substring(1);
        return Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(cell -> cell.strip().replace("\\|", "|")).toList();
    }
}
