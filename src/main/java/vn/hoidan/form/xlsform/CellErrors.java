package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Gathers all that is wrong with a form, so that its author learns of everything at once.
public final class CellErrors {
    private static final Comparator<CellError> ORDER = Comparator
            .comparingInt((CellError error) -> sheetOrder(error.sheet()))
            .thenComparingInt(CellError::row);

    private final List<CellError> errors = new ArrayList<>();
    private final List<CellError> warnings = new ArrayList<>();
    private long comparisons;

    /// Notes an error or warning; those beyond the most that anybody reads are dropped.
    public void add(CellErrorKind kind, String sheet, int row, String column, String... details) {
        List<CellError> list = kind.isWarning() ? warnings : errors;
        if (list.size() < Limits.MOST_ERRORS) {
            list.add(new CellError(kind, sheet, row, column, List.of(details)));
        }
    }

    /// The known word nearest to one that is not, or empty; also empty when there were too many such words before.
    String similar(String word, Collection<String> known) {
        comparisons += known.size();
        return comparisons > Limits.MOST_COMPARISONS ? "" : Similar.to(word, known);
    }

    /// Takes over what another step found.
    void addAll(List<CellError> found) {
        found.forEach(one -> add(one.kind(), one.sheet(), one.row(), one.column(),
                one.details().toArray(String[]::new)));
    }

    /// Errors, then warnings.
    public List<CellError> all() {
        return Stream.concat(errors().stream(), warnings().stream()).toList();
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    List<CellError> errors() {
        return errors.stream().sorted(ORDER).distinct().toList();
    }

    List<CellError> warnings() {
        return warnings.stream().sorted(ORDER).distinct().toList();
    }

    private static int sheetOrder(String sheet) {
        int index = XlsFormSheets.NAMES.indexOf(sheet);
        return index < 0 ? XlsFormSheets.NAMES.size() : index;
    }
}
