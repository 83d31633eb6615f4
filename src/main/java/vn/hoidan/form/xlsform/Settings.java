package vn.hoidan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The settings sheet: its one row by column.
record Settings(Map<String, String> values) {
    private static final String SHEET = "settings";
    private static final Map<String, String> ALIASES =
            Map.of("title", "form_title", "id_string", "form_id", "set_form_title", "form_title", "set_form_id",
                    "form_id");
    private static final Set<String> KNOWN = Set.of("form_title", "form_id", "version", "default_language",
            "instance_name", "style", "name", "allow_choice_duplicates", "clean_text_values");
    private static final Set<String> YES = Set.of("yes", "true", "true()");
    /// Name of the instance's root, as the field's other compiler has it.
    private static final String ROOT = "data";

    static Settings read(Sheet sheet, CellErrors errors) {
        Map<String, String> values = new LinkedHashMap<>();
        if (sheet.rows().isEmpty()) {
            return new Settings(values);
        }
        Sheet.Row row = sheet.rows().getFirst();
        for (int column = 0; column < sheet.header().size(); column++) {
            String header = sheet.header().get(column).strip();
            String plain = header.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
            String key = ALIASES.getOrDefault(plain, plain);
            String value = row.cell(column).strip();
            if (value.isEmpty() || key.isEmpty()) {
                continue;
            }
            if (KNOWN.contains(key)) {
                values.put(key, value);
            } else {
                errors.add(CellErrorKind.SETTING_NOT_SUPPORTED, SHEET, row.number(), header, header);
            }
        }
        Settings settings = new Settings(values);
        if (!Names.isWellFormed(settings.root())) {
            errors.add(CellErrorKind.NAME_MALFORMED, SHEET, row.number(), "name", settings.root());
        }
        return settings;
    }

    String value(String key) {
        return values.getOrDefault(key, "");
    }

    String root() {
        return values.getOrDefault("name", ROOT);
    }

    String id() {
        return values.getOrDefault("form_id", root());
    }

    String title() {
        return values.getOrDefault("form_title", id());
    }

    boolean allowsChoiceTwins() {
        return YES.contains(value("allow_choice_duplicates").toLowerCase(Locale.ROOT));
    }
}
