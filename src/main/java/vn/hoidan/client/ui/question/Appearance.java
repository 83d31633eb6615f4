package vn.hoidan.client.ui.question;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoidan.core.questionnaire.Element;

/// The words of an author's `appearance`, as XLSForm lists them; unknown words change nothing.
record Appearance(Set<String> words) {
    /// As many columns as there is room for.
    static final int ANY_COLUMNS = 0;
    private static final Pattern COLUMNS = Pattern.compile("(?:columns|compact|quickcompact)-(\\d{1,2})");

    static Appearance of(Element element) {
        return new Appearance(Set.copyOf(List.of(element.appearance().toLowerCase(Locale.ROOT).strip().split("\\s+"))));
    }

    /// True when it has one of these words.
    boolean has(String... wanted) {
        return List.of(wanted).stream().anyMatch(words::contains);
    }

    /// Columns that choices are shown in: 1 for a list, {@link #ANY_COLUMNS} to fill the width.
    int columns() {
        for (String word : words) {
            Matcher matcher = COLUMNS.matcher(word);
            if (matcher.matches()) {
                return Math.max(1, Integer.parseInt(matcher.group(1)));
            }
        }
        return has("columns", "columns-pack", "columns-flex", "compact", "quickcompact", "horizontal",
                "horizontal-compact") ? ANY_COLUMNS : 1;
    }

    /// Choosing goes on by itself.
    boolean quick() {
        return has("quick", "quickcompact");
    }

    /// Only pictures and words, no marks.
    boolean withoutMarks() {
        return has("no-buttons", "compact", "quickcompact");
    }

    /// Searched by typing, however short the list.
    boolean searched() {
        return has("autocomplete", "search") || words.stream().anyMatch(word -> word.startsWith("search("));
    }
}
