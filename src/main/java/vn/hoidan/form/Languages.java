package vn.hoidan.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.services.locale.Localizer;

/// The languages of a form, default first. XLSForm names them `Tiếng Việt (vi)`; the tag is what stands in brackets,
/// or the whole name where there is none.
///
/// @param names as the form writes them
/// @param tags  as everybody else does, in the same order
record Languages(List<String> names, List<String> tags) {
    /// The tag of a form that is written in one unnamed language; pyxform calls it so, too.
    static final String UNNAMED = "default";

    private static final Pattern TAG = Pattern.compile(".*\\(\\s*([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\\s*\\)\\s*");

    static Languages of(FormDef form) {
        Localizer localizer = form.getLocalizer();
        if (localizer == null || localizer.getAvailableLocales().length == 0) {
            return new Languages(List.of(UNNAMED), List.of(UNNAMED));
        }
        List<String> names = new ArrayList<>(Arrays.asList(localizer.getAvailableLocales()));
        String first = localizer.getDefaultLocale();
        if (first != null && names.remove(first)) {
            names.addFirst(first);
        }
        List<String> tags = new ArrayList<>();
        for (String name : names) {
            Matcher matcher = TAG.matcher(name);
            String tag = matcher.matches() ? matcher.group(1) : name;
            tags.add(tags.contains(tag) ? name : tag);
        }
        return new Languages(List.copyOf(names), List.copyOf(tags));
    }

    /// The language asked for, else the form's default; given as its place in the lists.
    int find(String language) {
        return Math.max(0, Math.max(tags.indexOf(language), names.indexOf(language)));
    }

    /// The first of these that the program itself speaks, else Vietnamese.
    static String spoken(List<String> spoken, String... wanted) {
        Optional<String> first = Arrays.stream(wanted).filter(spoken::contains).findFirst();
        return first.orElse(spoken.getFirst());
    }
}
