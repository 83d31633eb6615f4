package vn.hoidan.form.lookup;

import java.util.List;
import java.util.Optional;

/// The rows of a list, wherever they lie.
public interface RowSource {
    /// Name of the element around the rows.
    String root();

    /// Name of a row's element.
    String item();

    /// Place of a column; empty if there is none of this name.
    Optional<Integer> column(String name);

    /// Some cells of each row for which it holds, in the order of the rows.
    List<List<String>> cells(Term term, List<Integer> wanted);

    /// Some cells of the first row for which it holds.
    Optional<List<String>> first(Term term, List<Integer> wanted);
}
