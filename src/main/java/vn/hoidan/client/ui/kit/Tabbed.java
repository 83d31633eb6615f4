package vn.hoidan.client.ui.kit;

import java.util.List;
import java.util.stream.Collectors;

/// Rows for the clipboard: cells between tabs, ready for a spreadsheet, which shall take none of them for a formula.
public final class Tabbed {
    private static final String FORMULA_STARTS = "=+-@";

    private Tabbed() {
    }

    public static String of(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(Tabbed::cell).collect(Collectors.joining("\t")) + "\n")
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        String plain = text.replaceAll("[\\t\\r\\n]+", " ");
        return !plain.isEmpty() && FORMULA_STARTS.indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
    }
}
