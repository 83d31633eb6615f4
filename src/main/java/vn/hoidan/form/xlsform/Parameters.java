package vn.hoidan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The parameters column: `start=0 end=10 step=1`; between them spaces, commas or semicolons.
record Parameters(Map<String, String> values) {
    static final Parameters NONE = new Parameters(Map.of());

    /// Empty if the text is not of this form.
    static Optional<Parameters> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        String joined = text.strip().replaceAll("\\s*=\\s*", "=");
        if (joined.isEmpty()) {
            return Optional.of(NONE);
        }
        for (String part : joined.split("[\\s,;]+")) {
            int at = part.indexOf('=');
            if (at <= 0 || at == part.length() - 1 || part.indexOf('=', at + 1) >= 0) {
                return Optional.empty();
            }
            values.put(part.substring(0, at).toLowerCase(Locale.ROOT), part.substring(at + 1));
        }
        return Optional.of(new Parameters(values));
    }

    boolean isTrue(String name) {
        return find(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
