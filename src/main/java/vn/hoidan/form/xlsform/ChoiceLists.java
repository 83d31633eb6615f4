package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The lists of the sheets choices and external_choices, each by the id of its instance in the form. External choices
/// stand in the form itself like all others: there is no side file.
final class ChoiceLists {
    static final String SHEET = "choices";
    static final String EXTERNAL_SHEET = "external_choices";
    /// Name of the choice that `or_other` adds.
    static final String OTHER = "other";
    private static final String EXTERNAL_SUFFIX = "_external";

    private final Map<String, List<Choice>> lists = new LinkedHashMap<>();
    /// Ids of the external lists by their names.
    private final Map<String, String> external = new LinkedHashMap<>();
    private final Set<String> languages = new LinkedHashSet<>();

    /// @param sheet where it stands
    /// @param texts label, image … by column, then by language
    /// @param extra further columns, for choice filters
    record Choice(String sheet, int row, String name, Map<String, Map<String, String>> texts,
            Map<String, String> extra) {
        Map<String, String> label() {
            return texts.getOrDefault(Columns.LABEL, Map.of());
        }

        boolean hasMedia() {
            return Columns.MEDIA.stream().anyMatch(texts::containsKey);
        }
    }

    static ChoiceLists read(XlsFormSheets sheets, Settings settings, CellErrors errors) {
        ChoiceLists lists = new ChoiceLists();
        Sheet choices = sheets.orNone(SHEET);
        if (!choices.header().isEmpty()) {
            lists.new SheetReader(choices, settings, errors).read(SHEET);
        }
        Sheet outside = sheets.orNone(EXTERNAL_SHEET);
        if (!outside.header().isEmpty()) {
            lists.new SheetReader(outside, settings, errors).read(EXTERNAL_SHEET);
        }
        return lists;
    }

    /// Ids of all lists.
    Set<String> names() {
        return lists.keySet();
    }

    /// Names of the lists of the sheet choices.
    Set<String> ownNames() {
        Set<String> names = new LinkedHashSet<>(lists.keySet());
        names.removeAll(new HashSet<>(external.values()));
        return names;
    }

    Set<String> externalNames() {
        return external.keySet();
    }

    /// True if the sheet choices has it.
    boolean has(String list) {
        return lists.containsKey(list) && !external.containsValue(list);
    }

    /// The id of a list of the sheet external_choices.
    Optional<String> external(String list) {
        return Optional.ofNullable(external.get(list));
    }

    List<Choice> list(String id) {
        return lists.getOrDefault(id, List.of());
    }

    Set<String> languages() {
        return languages;
    }

    /// Adds the choice "other" to a list unless it has one.
    void addOther(String list, Map<String, String> label) {
        List<Choice> choices = lists.computeIfAbsent(list, key -> new ArrayList<>());
        if (choices.stream().noneMatch(choice -> choice.name().equals(OTHER))) {
            choices.add(new Choice(SHEET, 0, OTHER, Map.of(Columns.LABEL, label), Map.of()));
        }
    }

    /// Reads one of the two sheets.
    private final class SheetReader {
        private final Sheet sheet;
        private final boolean twinsAllowed;
        private final boolean cleans;
        private final CellErrors errors;
        private final List<Columns.Header> headers;
        private final Map<String, Map<String, Integer>> seen = new HashMap<>();

        SheetReader(Sheet sheet, Settings settings, CellErrors errors) {
            this.sheet = sheet;
            this.twinsAllowed = settings.isYes("allow_choice_duplicates");
            this.cleans = settings.cleansTexts();
            this.errors = errors;
            this.headers = sheet.header().stream().map(Columns::choices).toList();
        }

        void read(String kind) {
            for (String needed : List.of(Columns.LIST_NAME, Columns.NAME)) {
                if (headers.stream().noneMatch(header -> header.column().equals(needed))) {
                    errors.add(CellErrorKind.COLUMN_MISSING, sheet.name(), Sheet.HEADER_ROW, needed, needed);
                    return;
                }
            }
            checkHeaders();
            sheet.rows().forEach(row -> readRow(row, kind.equals(EXTERNAL_SHEET)));
        }

        private void checkHeaders() {
            Map<Columns.Header, String> first = new HashMap<>();
            for (int column = 0; column < headers.size(); column++) {
                String header = sheet.header().get(column);
                if (Columns.isChoices(headers.get(column))) {
                    Optional.ofNullable(first.putIfAbsent(headers.get(column), header)).ifPresent(twin -> errors.add(
                            CellErrorKind.COLUMN_TWICE, sheet.name(), Sheet.HEADER_ROW, header, twin, header));
                } else if (!header.isEmpty() && !Names.isWellFormed(header)) {
                    errors.add(CellErrorKind.CHOICE_COLUMN_MALFORMED, sheet.name(), Sheet.HEADER_ROW, header, header);
                }
            }
        }

        private void readRow(Sheet.Row row, boolean outside) {
            Map<String, Map<String, String>> texts = new LinkedHashMap<>();
            Map<String, String> other = new LinkedHashMap<>();
            for (int column = 0; column < headers.size(); column++) {
                String value = row.cell(column).strip();
                Columns.Header header = headers.get(column);
                if (!value.isEmpty() && Columns.isChoices(header) && Columns.isText(header.column())) {
                    texts.computeIfAbsent(header.column(), key -> new LinkedHashMap<>())
                            .put(header.language().isEmpty() ? Languages.UNNAMED : header.language(), value);
                } else if (!value.isEmpty() && !header.column().isEmpty()) {
                    other.put(header.column(), cleans ? Cleaning.quotes(value) : value);
                }
            }
            addChoice(row.number(), texts, other, outside);
        }

        private void addChoice(int row, Map<String, Map<String, String>> texts, Map<String, String> other,
                boolean outside) {
            Optional<String> list = Optional.ofNullable(other.remove(Columns.LIST_NAME));
            Optional<String> name = Optional.ofNullable(other.remove(Columns.NAME));
            if (list.isEmpty()) {
                if (name.isPresent() || !texts.isEmpty()) {
                    errors.add(CellErrorKind.CHOICE_LIST_MISSING, sheet.name(), row, Columns.LIST_NAME);
                }
                return;
            }
            if (name.isEmpty()) {
                errors.add(CellErrorKind.CHOICE_NAME_MISSING, sheet.name(), row, Columns.NAME, list.get());
                return;
            }
            Optional<Integer> first = Optional.ofNullable(
                    seen.computeIfAbsent(list.get(), key -> new HashMap<>()).putIfAbsent(name.get(), row));
            if (first.isPresent() && !twinsAllowed && !outside) {
                errors.add(CellErrorKind.CHOICE_TWICE, sheet.name(), row, Columns.NAME, name.get(), list.get(),
                        first.get().toString());
            }
            if (!texts.containsKey(Columns.LABEL) && !outside) {
                errors.add(CellErrorKind.CHOICE_LABEL_MISSING, sheet.name(), row, Columns.LABEL, name.get(),
                        list.get());
            }
            other.keySet().removeIf(column -> !Names.isWellFormed(column));
            texts.values().forEach(text -> languages.addAll(text.keySet()));
            lists.computeIfAbsent(outside ? externalId(list.get()) : list.get(), key -> new ArrayList<>())
                    .add(new Choice(sheet.name(), row, name.get(), texts, other));
        }

        /// The list's own name unless a list of the other sheet has it.
        private String externalId(String list) {
            return external.computeIfAbsent(list, name -> lists.containsKey(name) ? name + EXTERNAL_SUFFIX : name);
        }
    }
}
