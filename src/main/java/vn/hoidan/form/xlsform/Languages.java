package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// @param found  the languages of the headers
    /// @param wanted the setting default_language, or empty; columns that name no language are in this one
    static Languages of(Set<String> found, String wanted) {
        List<String> ordered = new ArrayList<>(new LinkedHashSet<>(found));
        String first = isKnown(found, wanted) ? wanted : UNNAMED;
        if (ordered.remove(UNNAMED) | ordered.remove(first)) {
            ordered.addFirst(first);
        }
        if (ordered.isEmpty()) {
            ordered.add(UNNAMED);
        }
        return new Languages(ordered);
    }

    /// True if there are texts in this language.
    static boolean isKnown(Set<String> found, String wanted) {
        return !wanted.isEmpty() && (found.contains(wanted) || found.contains(UNNAMED));
    }

    /// `vi` of `Tiếng Việt (vi)`; a name without a tag is given back as it is.
    static String tag(String language) {
        int at = language.lastIndexOf('(');
        return at >= 0 && language.endsWith(")") ? language.substring(at + 1, language.length() - 1) : language;
    }

    String main() {
        return names.getFirst();
    }

    /// The text in one language, if the author wrote it.
    Optional<String> pick(Map<String, String> text, String language) {
        Optional<String> own = Optional.ofNullable(text.get(language));
        return own.isPresent() || !language.equals(main()) ? own : Optional.ofNullable(text.get(UNNAMED));
    }

    /// The text in one language; where it lacks, that of the main language, else of any: better than a gap in the
    /// field. Asking for a text that has no language at all is a mistake of the caller.
    String pickAny(Map<String, String> text, String language) {
        return pick(text, language).or(() -> pick(text, main())).orElseGet(() -> text.values().iterator().next());
    }
}
