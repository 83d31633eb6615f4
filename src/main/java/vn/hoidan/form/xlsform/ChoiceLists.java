package vn.hoidan.form.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The choices sheet by list.
final class ChoiceLists {
    static final String SHEET = "choices";
    /// Name of the choice that `or_other` adds.
    static final String OTHER = "other";

    private final Map<String, List<Choice>> lists = new LinkedHashMap<>();
    private final Set<String> languages = new LinkedHashSet<>();

    /// @param label by language
    /// @param extra further columns, for choice filters
    record Choice(int row, String name, Map<String, String> label, Map<String, String> extra) {
    }

    static ChoiceLists read(Sheet sheet, boolean twinsAllowed, CellErrors errors) {
        ChoiceLists lists = new ChoiceLists();
        if (!sheet.header().isEmpty()) {
            lists.readSheet(sheet, twinsAllowed, errors);
        }
        return lists;
    }

    private void readSheet(Sheet sheet, boolean twinsAllowed, CellErrors errors) {
        List<Columns.Header> headers = sheet.header().stream().map(Columns::choices).toList();
        for (String needed : List.of(Columns.LIST_NAME, Columns.NAME)) {
            if (headers.stream().noneMatch(header -> header.column().equals(needed))) {
                errors.add(CellErrorKind.COLUMN_MISSING, SHEET, Sheet.HEADER_ROW, needed, needed);
                return;
            }
        }
        Map<String, Map<String, Integer>> seen = new HashMap<>();
        for (Sheet.Row row : sheet.rows()) {
            Map<String, String> label = new LinkedHashMap<>();
            Map<String, String> other = new LinkedHashMap<>();
            for (int column = 0; column < headers.size(); column++) {
                String value = row.cell(column).strip();
                Columns.Header header = headers.get(column);
                if (!value.isEmpty() && header.column().equals(Columns.LABEL)) {
                    label.put(header.language().isEmpty() ? Languages.UNNAMED : header.language(), value);
                } else if (!value.isEmpty() && !header.column().isEmpty()) {
                    other.put(header.column(), value);
                }
            }
            addChoice(row.number(), label, other, seen, twinsAllowed, errors);
        }
    }

    private void addChoice(int row, Map<String, String> label, Map<String, String> other,
            Map<String, Map<String, Integer>> seen, boolean twinsAllowed, CellErrors errors) {
        Optional<String> list = Optional.ofNullable(other.remove(Columns.LIST_NAME));
        Optional<String> name = Optional.ofNullable(other.remove(Columns.NAME));
        if (list.isEmpty()) {
            if (name.isPresent() || !label.isEmpty()) {
                errors.add(CellErrorKind.CHOICE_LIST_MISSING, SHEET, row, Columns.LIST_NAME);
            }
            return;
        }
        if (name.isEmpty()) {
            errors.add(CellErrorKind.CHOICE_NAME_MISSING, SHEET, row, Columns.NAME, list.get());
            return;
        }
        Optional<Integer> first = Optional.ofNullable(
                seen.computeIfAbsent(list.get(), key -> new HashMap<>()).putIfAbsent(name.get(), row));
        if (first.isPresent() && !twinsAllowed) {
            errors.add(CellErrorKind.CHOICE_TWICE, SHEET, row, Columns.NAME, name.get(), list.get(),
                    first.get().toString());
        }
        if (label.isEmpty()) {
            errors.add(CellErrorKind.CHOICE_LABEL_MISSING, SHEET, row, Columns.LABEL, name.get(), list.get());
        }
        other.keySet().removeIf(column -> !Names.isWellFormed(column));
        languages.addAll(label.keySet());
        lists.computeIfAbsent(list.get(), key -> new ArrayList<>())
                .add(new Choice(row, name.get(), label, other));
    }

    Set<String> names() {
        return lists.keySet();
    }

    boolean has(String list) {
        return lists.containsKey(list);
    }

    List<Choice> list(String list) {
        return lists.getOrDefault(list, List.of());
    }

    Set<String> languages() {
        return languages;
    }

    /// Adds the choice "other" to a list unless it has one.
    void addOther(String list, Map<String, String> label) {
        List<Choice> choices = lists.computeIfAbsent(list, key -> new ArrayList<>());
        if (choices.stream().noneMatch(choice -> choice.name().equals(OTHER))) {
            choices.add(new Choice(0, OTHER, label, Map.of()));
        }
    }
}
