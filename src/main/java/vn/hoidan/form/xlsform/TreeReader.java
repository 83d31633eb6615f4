package vn.hoidan.form.xlsform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Builds the tree of groups, repeats and questions from the rows of the survey sheet.
final class TreeReader {
    private static final String SHEET = SurveySheet.NAME;
    private static final Pattern ONE_REFERENCE = Pattern.compile("\\$\\{[^{}]+\\}");
    private static final String COUNT_SUFFIX = "_count";
    private static final String OTHER_SUFFIX = "_other";

    private final ChoiceLists lists;
    private final CellErrors errors;
    private final Deque<Node> open = new ArrayDeque<>();

    private TreeReader(Node form, ChoiceLists lists, CellErrors errors) {
        this.lists = lists;
        this.errors = errors;
        open.push(form);
    }

    static Node read(List<SurveyRow> rows, Settings settings, ChoiceLists lists, CellErrors errors) {
        SurveyRow none = SurveyRow.generated(Sheet.HEADER_ROW, Map.of(), Map.of());
        Node form = Node.form(none, settings.root());
        TreeReader reader = new TreeReader(form, lists, errors);
        rows.forEach(reader::readRow);
        while (reader.open.peek() != form) {
            Node unclosed = reader.open.pop();
            errors.add(CellErrorKind.GROUP_NOT_CLOSED, SHEET, unclosed.row().number(), Columns.TYPE,
                    unclosed.row().value(Columns.TYPE), unclosed.name());
        }
        TreeChecks.check(form, lists, errors);
        return form;
    }

    private void readRow(SurveyRow row) {
        String type = row.value(Columns.TYPE);
        if (type.isEmpty()) {
            if (row.has(Columns.NAME) || !row.text(Columns.LABEL).isEmpty()) {
                errors.add(CellErrorKind.TYPE_MISSING, SHEET, row.number(), row.header(Columns.TYPE));
            }
            return;
        }
        switch (TypeCell.parse(type)) {
            case TypeCell.Ask ask -> readQuestion(row, ask);
            case TypeCell.Begin begin -> begin(row, begin.kind());
            case TypeCell.End end -> end(row, end.kind());
            case TypeCell.LeftOut() -> typeError(CellErrorKind.TYPE_NOT_ON_DESKTOP, row, type);
            case TypeCell.Unsupported() -> typeError(CellErrorKind.TYPE_NOT_SUPPORTED, row, type);
            case TypeCell.ListMissing() -> typeError(CellErrorKind.LIST_NAME_MISSING, row, type);
            case TypeCell.Unknown() -> {
                Set<String> known = new TreeSet<>(QuestionKind.words());
                known.addAll(Set.of("begin_group", "end_group", "begin_repeat", "end_repeat"));
                typeError(CellErrorKind.TYPE_UNKNOWN, row, type, Similar.to(type, known));
            }
        }
    }

    private void typeError(CellErrorKind kind, SurveyRow row, String type, String... more) {
        String[] details = new String[more.length + 1];
        details[0] = type;
        System.arraycopy(more, 0, details, 1, more.length);
        errors.add(kind, SHEET, row.number(), row.header(Columns.TYPE), details);
    }

    private void begin(SurveyRow row, Node.Kind kind) {
        if (open.peek().depth() >= Limits.MOST_DEPTH) {
            errors.add(CellErrorKind.TOO_DEEP, SHEET, row.number(), row.header(Columns.TYPE),
                    String.valueOf(Limits.MOST_DEPTH));
        }
        String name = name(row).orElse("");
        String count = row.value(Columns.REPEAT_COUNT);
        if (kind == Node.Kind.REPEAT && !count.isEmpty() && !ONE_REFERENCE.matcher(count).matches()) {
            SurveyRow generated =
                    SurveyRow.generated(row.number(), Map.of(Columns.CALCULATION, count), Map.of());
            question(generated, name + COUNT_SUFFIX, QuestionKind.CALCULATE, "", Parameters.NONE);
        }
        open.push(open.peek().addSection(kind, row, name));
    }

    private void end(SurveyRow row, Node.Kind kind) {
        String type = row.value(Columns.TYPE);
        Node inner = open.peek();
        if (inner.kind() == Node.Kind.FORM) {
            errors.add(CellErrorKind.GROUP_NOT_OPENED, SHEET, row.number(), row.header(Columns.TYPE), type);
            return;
        }
        if (inner.kind() != kind) {
            errors.add(CellErrorKind.GROUP_MISMATCHED, SHEET, row.number(), row.header(Columns.TYPE), type,
                    inner.row().value(Columns.TYPE), String.valueOf(inner.row().number()));
        }
        open.pop();
    }

    private void readQuestion(SurveyRow row, TypeCell.Ask ask) {
        String type = row.value(Columns.TYPE);
        if (ask.kind().needsPhone()) {
            typeError(CellErrorKind.TYPE_NOT_ON_DESKTOP, row, type);
        }
        if (ask.kind().isSelect() && !lists.has(ask.list())) {
            typeError(CellErrorKind.LIST_UNKNOWN, row, ask.list(), Similar.to(ask.list(), lists.names()));
        }
        if (ask.kind().takesSeveral()) {
            lists.list(ask.list()).stream().filter(choice -> choice.name().contains(" "))
                    .forEach(choice -> errors.add(CellErrorKind.CHOICE_NAME_HAS_SPACE, ChoiceLists.SHEET,
                            choice.row(), Columns.NAME, choice.name()));
        }
        Optional<Parameters> parameters = Parameters.parse(row.value(Columns.PARAMETERS));
        if (parameters.isEmpty()) {
            errors.add(CellErrorKind.PARAMETERS_MALFORMED, SHEET, row.number(), row.header(Columns.PARAMETERS),
                    row.value(Columns.PARAMETERS));
        }
        String fallback = ask.kind() == QuestionKind.NOTE ? "generated_note_name_" + row.number()
                : ask.kind().isMetadata() ? ask.kind().word()
                : "";
        Optional<String> name = row.has(Columns.NAME) || fallback.isEmpty() ? name(row) : Optional.of(fallback);
        name.ifPresent(known -> {
            question(row, known, ask.kind(), ask.list(), parameters.orElse(Parameters.NONE));
            if (ask.orOther()) {
                addOther(row, known, ask);
            }
        });
    }

    private void addOther(SurveyRow row, String name, TypeCell.Ask ask) {
        Map<String, String> label = new LinkedHashMap<>();
        Map<String, String> choice = new LinkedHashMap<>();
        row.text(Columns.LABEL).keySet().forEach(language -> {
            label.put(language, FormMessages.text(tag(language), "generated.specify"));
            choice.put(language, FormMessages.text(tag(language), "generated.other"));
        });
        lists.addOther(ask.list(), choice);
        String relevant = "selected(${" + name + "}, '" + ChoiceLists.OTHER + "')";
        SurveyRow generated = SurveyRow.generated(row.number(), Map.of(Columns.RELEVANT, relevant), label);
        question(generated, name + OTHER_SUFFIX, QuestionKind.TEXT, "", Parameters.NONE);
    }

    /// `vi` of `Tiếng Việt (vi)`.
    private static String tag(String language) {
        int at = language.lastIndexOf('(');
        return at >= 0 && language.endsWith(")") ? language.substring(at + 1, language.length() - 1) : language;
    }

    private void question(SurveyRow row, String name, QuestionKind kind, String list, Parameters parameters) {
        open.peek().addQuestion(row, name, new Node.Question(kind, list, parameters));
    }

    private Optional<String> name(SurveyRow row) {
        String name = row.value(Columns.NAME);
        String header = row.header(Columns.NAME);
        if (name.isEmpty()) {
            errors.add(CellErrorKind.NAME_MISSING, SHEET, row.number(), header);
            return Optional.empty();
        }
        if (!Names.isWellFormed(name)) {
            errors.add(CellErrorKind.NAME_MALFORMED, SHEET, row.number(), header, name);
            return Optional.empty();
        }
        if (name.equals(Names.META)) {
            errors.add(CellErrorKind.NAME_RESERVED, SHEET, row.number(), header, name);
        }
        return Optional.of(name);
    }
}
