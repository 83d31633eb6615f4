package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The languages of a form, the default one first.
///
/// @param names as headers write them: `Tiếng Việt (vi)`; {@link #UNNAMED} for columns that name none
record Languages(List<String> names) {
    /// How XForms call the texts of columns that name no language.
    static final String UNNAMED = "default";

    Languages {
        names = List.copyOf(names);
    }

    static Languages of(Set<String> found, String wanted) {
        List<String> ordered = new ArrayList<>(new LinkedHashSet<>(found));
        String first = ordered.contains(wanted) ? wanted : UNNAMED;
        if (ordered.remove(first)) {
            ordered.addFirst(first);
        }
        if (ordered.isEmpty()) {
            ordered.add(UNNAMED);
        }
        return new Languages(ordered);
    }

    String main() {
        return names.getFirst();
    }
}
