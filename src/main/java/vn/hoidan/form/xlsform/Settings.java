package vn.hoidan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The settings sheet: its one row by column.
///
/// @param values     by the setting's own name
/// @param attributes of the instance's root, from columns `attribute::x`
/// @param namespaces further XML namespaces by their prefix
record Settings(Map<String, String> values, Map<String, String> attributes, Map<String, String> namespaces) {
    static final String SHEET = "settings";
    private static final Map<String, String> ALIASES =
            Map.of("title", "form_title", "id_string", "form_id", "set_form_title", "form_title", "set_form_id",
                    "form_id");
    private static final Set<String> KNOWN = Set.of("form_title", "form_id", "version", "default_language",
            "instance_name", "style", "name", "allow_choice_duplicates", "clean_text_values", "namespaces",
            "omit_instanceid", "instance_id");
    private static final Set<String> YES = Set.of("yes", "true", "true()");
    private static final Set<String> NO = Set.of("no", "false", "false()");
    private static final Pattern NAMESPACE = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.-]*)\\s*=\\s*\"([^\"<]*)\"");
    private static final String ATTRIBUTE = "attribute::";
    /// Prefixes that every form declares.
    private static final Set<String> PREFIXES = Set.of("h", "ev", "xsd", "jr", "orx", "odk");
    /// Attributes by which the form holds together.
    private static final Set<String> OWN =
            Set.of("nodeset", "ref", "id", "xmlns", "jr:template", "jr:count", "jr:noAddRemove");
    /// Name of the instance's root, as the field's other compiler has it.
    private static final String ROOT = "data";

    static Settings read(Sheet sheet, CellErrors errors) {
        Settings settings = new Settings(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        if (sheet.rows().isEmpty()) {
            return settings;
        }
        Sheet.Row row = sheet.rows().getFirst();
        for (int column = 0; column < sheet.header().size(); column++) {
            String header = sheet.header().get(column).strip();
            String value = row.cell(column).strip();
            if (!value.isEmpty() && !header.isEmpty()) {
                settings.take(header, value, row.number(), errors);
            }
        }
        settings.attributes.keySet().stream().filter(name -> !settings.allows(name)).forEach(name -> errors.add(
                CellErrorKind.ATTRIBUTE_MALFORMED, SHEET, row.number(), ATTRIBUTE + name, ATTRIBUTE + name));
        if (!Names.isWellFormed(settings.root())) {
            errors.add(CellErrorKind.NAME_MALFORMED, SHEET, row.number(), "name", settings.root());
        }
        if (settings.omitsInstanceId() && settings.values.containsKey("public_key")) {
            errors.add(CellErrorKind.INSTANCE_ID_NEEDED, SHEET, row.number(), "omit_instanceID");
        }
        return settings;
    }

    private void take(String header, String value, int row, CellErrors errors) {
        String plain = header.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        String key = ALIASES.getOrDefault(plain, plain);
        if (plain.startsWith(ATTRIBUTE)) {
            attributes.put(header.substring(header.indexOf(':') + 2).strip(), value);
            return;
        }
        values.put(key, key.equals("instance_name") ? Cleaning.expression(value) : value);
        if (key.equals("namespaces")) {
            Matcher matcher = NAMESPACE.matcher(Cleaning.quotes(value));
            while (matcher.find()) {
                namespaces.put(matcher.group(1), matcher.group(2));
            }
        } else if (!KNOWN.contains(key)) {
            errors.add(CellErrorKind.SETTING_NOT_SUPPORTED, SHEET, row, header, header);
        }
    }

    /// False for an attribute whose name XML does not allow, whose prefix nobody declared or that the form needs
    /// itself.
    boolean allowsColumn(String column) {
        return Stream.of(Columns.BIND, Columns.BODY, Columns.INSTANCE).filter(column::startsWith)
                .allMatch(part -> allows(column.substring(part.length())));
    }

    private boolean allows(String attribute) {
        int at = attribute.indexOf(':');
        boolean declared = at < 0 || PREFIXES.contains(attribute.substring(0, at))
                || namespaces.containsKey(attribute.substring(0, at));
        return declared && Names.isWellFormed(attribute.substring(at + 1)) && !OWN.contains(attribute);
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

    boolean isYes(String key) {
        return YES.contains(value(key).toLowerCase(Locale.ROOT));
    }

    /// Unless the author says no, what word processors did to names and expressions is mended.
    boolean cleansTexts() {
        return !NO.contains(value("clean_text_values").toLowerCase(Locale.ROOT));
    }

    boolean omitsInstanceId() {
        return isYes("omit_instanceid");
    }
}
