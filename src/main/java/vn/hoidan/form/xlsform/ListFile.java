package vn.hoidan.form.xlsform;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file with a list that lies beside the form.
///
/// @param id   of its instance: the file's name without its ending
/// @param name `xa.csv`, `tinh.xml` or `diem.geojson`
record ListFile(String id, String name) {
    static final String CSV = ".csv";
    static final String XML = ".xml";
    static final String GEOJSON = ".geojson";
    private static final Map<String, String> PLACES =
            Map.of(CSV, "jr://file-csv/", XML, "jr://file/", GEOJSON, "jr://file/");
    /// No slashes, quotes or anything else that has a meaning in a path or an expression.
    private static final Pattern BASE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.()+-]*");

    /// The file of this name, or empty if it is none of the three kinds or its name is not allowed.
    static Optional<ListFile> parse(String name) {
        int at = name.lastIndexOf('.');
        if (at <= 0 || !PLACES.containsKey(name.substring(at)) || !isAllowed(name.substring(0, at))) {
            return Optional.empty();
        }
        return Optional.of(new ListFile(name.substring(0, at), name));
    }

    /// The CSV file that `pulldata('id', …)` looks things up in, or empty if its name is not allowed.
    static Optional<ListFile> csv(String id) {
        return isAllowed(id) ? Optional.of(new ListFile(id, id + CSV)) : Optional.empty();
    }

    /// Where the engine finds it: `jr://file-csv/xa.csv`.
    String address() {
        return PLACES.get(ending()) + name;
    }

    /// The column that holds the codes unless the author names another.
    String valueColumn() {
        return ending().equals(GEOJSON) ? "id" : "name";
    }

    /// The column that holds the labels unless the author names another.
    String labelColumn() {
        return ending().equals(GEOJSON) ? "title" : "label";
    }

    private String ending() {
        return name.substring(name.lastIndexOf('.'));
    }

    private static boolean isAllowed(String base) {
        return Names.isFileName(base + GEOJSON) && BASE.matcher(base).matches();
    }
}
