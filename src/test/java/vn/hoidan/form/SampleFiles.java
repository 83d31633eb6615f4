package vn.hoidan.form;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.hoidan.core.sync.Bytes;

/// Makes small files of the names that a form asks for, so that it can be filled in: lists of three, and pictures.
final class SampleFiles {
    private static final Pattern SOURCE = Pattern.compile("jr://(?:file|file-csv|images|audio|video)/([^\"'<&]+)");
    private static final Pattern COLUMN = Pattern.compile("<(?:value|label) ref=\"([^\"/()]+)\"/>");
    private static final List<String> COLUMNS = List.of("name", "label", "value", "title", "state", "county",
            "name_key", "id");
    private static final String GEOMETRY = "\"geometry\": {\"type\": \"Point\", \"coordinates\": [105.8, 21.0]}";

    private SampleFiles() {
    }

    /// @param names further files that are wanted
    static Map<String, Bytes> of(String xform, List<String> names) {
        Set<String> columns = new LinkedHashSet<>(COLUMNS);
        COLUMN.matcher(xform).results().forEach(column -> columns.add(column.group(1)));
        Map<String, Bytes> files = new LinkedHashMap<>();
        SOURCE.matcher(xform).results().forEach(source -> put(source.group(1), columns, files));
        names.forEach(name -> put(name, columns, files));
        return files;
    }

    private static void put(String name, Set<String> columns, Map<String, Bytes> files) {
        if (!FileNames.plain(name)) {
            return;
        }
        String content = name.endsWith(".csv") ? csv(columns) : name.endsWith(".xml") ? xml(columns)
                : name.endsWith(".geojson") ? geoJson(columns) : "picture";
        files.put(name, Bytes.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String csv(Set<String> columns) {
        return rows(List.of("", "a", "b", "c"), columns, (row, column) -> row.isEmpty() ? column : row + column,
                row -> "", ",", "", "\n");
    }

    private static String xml(Set<String> columns) {
        return "<root>" + rows(List.of("a", "b"), columns,
                (row, column) -> "<" + column + ">" + row + column + "</" + column + ">",
                row -> "<item>", "", "</item>", "") + "</root>";
    }

    private static String geoJson(Set<String> columns) {
        return "{\"type\": \"FeatureCollection\", \"features\": [" + rows(List.of("a", "b"), columns,
                (row, column) -> "\"" + column + "\": \"" + row + column + "\"",
                row -> "{\"type\": \"Feature\", \"id\": \"" + row + "\", " + GEOMETRY + ", \"properties\": {",
                ", ", "}}", ", ") + "]}";
    }

    private static String rows(List<String> rows, Set<String> columns, BinaryOperator<String> cell,
            UnaryOperator<String> before, String between, String after, String betweenRows) {
        return rows.stream().map(row -> columns.stream().map(column -> cell.apply(row, column))
                .collect(Collectors.joining(between, before.apply(row), after)))
                .collect(Collectors.joining(betweenRows));
    }
}
