package vn.hoidan.form.xlsform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Builds the tree of groups, repeats and questions from the rows of the survey sheet.
final class TreeReader {
    static final String COUNT_SUFFIX = "_count";
    private static final String SHEET = SurveySheet.NAME;
    private static final Pattern ONE_REFERENCE = Pattern.compile("\\$\\{[^{}]+\\}");
    private static final Pattern YES = Pattern.compile("(?i)yes|true|true\\(\\)");

    private final Deque<Node> open = new ArrayDeque<>();
    /// Groups that loops make; no row of the author's closes them.
    private final Set<Node> loops = new HashSet<>();
    private final QuestionReader questions;
    private final ChoiceLists lists;
    private final CellErrors errors;
    private int parts;
    private boolean stopped;

    private TreeReader(Node form, ChoiceLists lists, Instances instances, CellErrors errors) {
        this.questions = new QuestionReader(lists, instances, errors);
        this.lists = lists;
        this.errors = errors;
        open.push(form);
    }

    static Node read(List<SurveyRow> rows, Settings settings, ChoiceLists lists, Instances instances,
            CellErrors errors) {
        SurveyRow none = SurveyRow.generated(Sheet.HEADER_ROW, Map.of(), Map.of());
        Node form = Node.form(none, settings.root());
        TreeReader reader = new TreeReader(form, lists, instances, errors);
        reader.readRows(rows, 0);
        reader.closeDownTo(form);
        TreeChecks.check(form, lists, instances, errors);
        return form;
    }

    /// Rows of a loop are read once for each choice.
    private void readRows(List<SurveyRow> rows, int loopDepth) {
        for (int index = 0; index < rows.size() && !stopped; index++) {
            SurveyRow row = rows.get(index);
            if (YES.matcher(row.value(Columns.DISABLED)).matches()) {
                continue;
            }
            if (row.has(Columns.SAVE_TO)) {
                report(CellErrorKind.ENTITIES_NOT_SUPPORTED, row, Columns.SAVE_TO, row.value(Columns.SAVE_TO));
            }
            TypeCell type = TypeCell.parse(row.value(Columns.TYPE));
            if (type instanceof TypeCell.BeginLoop(String list)) {
                int end = endOfLoop(rows, index);
                if (end == rows.size()) {
                    report(CellErrorKind.GROUP_NOT_CLOSED, row, Columns.TYPE, row.value(Columns.TYPE),
                            row.value(Columns.NAME));
                }
                readLoop(row, list, rows.subList(index + 1, end), loopDepth + 1);
                index = end;
            } else {
                readRow(row, type);
            }
        }
    }

    private static int endOfLoop(List<SurveyRow> rows, int begin) {
        int depth = 0;
        for (int index = begin; index < rows.size(); index++) {
            TypeCell type = TypeCell.parse(rows.get(index).value(Columns.TYPE));
            depth += type instanceof TypeCell.BeginLoop ? 1 : type instanceof TypeCell.EndLoop ? -1 : 0;
            if (depth == 0) {
                return index;
            }
        }
        return rows.size();
    }

    private void readLoop(SurveyRow row, String list, List<SurveyRow> body, int loopDepth) {
        if (loopDepth > Limits.MOST_DEPTH) {
            tooDeep(row);
            return;
        }
        if (!lists.has(list)) {
            report(CellErrorKind.LIST_UNKNOWN, row, Columns.TYPE, list, errors.similar(list, lists.ownNames()));
            return;
        }
        Node outer = openGroup(row, questions.name(row).orElse(""));
        for (ChoiceLists.Choice choice : Loop.choices(lists.list(list))) {
            if (stopped) {
                return;
            }
            Node inner = openGroup(SurveyRow.generated(row.number(), Map.of(), choice.label()), choice.name());
            if (!Names.isWellFormed(choice.name())) {
                errors.add(CellErrorKind.NAME_MALFORMED, ChoiceLists.SHEET, choice.row(), Columns.NAME, choice.name());
            }
            readRows(body.stream().map(each -> Loop.fill(each, choice)).toList(), loopDepth);
            closeDownTo(inner);
            open.pop();
        }
        closeDownTo(outer);
        open.pop();
    }

    private Node openGroup(SurveyRow row, String name) {
        Node group = open.peek().addSection(Node.Kind.GROUP, row, name);
        loops.add(group);
        open.push(group);
        count(row);
        return group;
    }

    /// What is open above the node was not closed by the author.
    private void closeDownTo(Node node) {
        while (open.peek() != node) {
            Node unclosed = open.pop();
            if (!stopped) {
                report(CellErrorKind.GROUP_NOT_CLOSED, unclosed.row(), Columns.TYPE,
                        unclosed.row().value(Columns.TYPE), unclosed.name());
            }
        }
    }

    private void readRow(SurveyRow row, TypeCell cell) {
        String type = row.value(Columns.TYPE);
        if (type.isEmpty()) {
            if (row.has(Columns.NAME) || !row.text(Columns.LABEL).isEmpty()) {
                report(CellErrorKind.TYPE_MISSING, row, Columns.TYPE);
            }
            return;
        }
        switch (cell) {
            case TypeCell.Ask(QuestionKind kind) -> add(row, questions.ask(row, kind));
            case TypeCell.Choose choose -> add(row, questions.choose(row, choose));
            case TypeCell.Declare(String ending) -> questions.declare(row, ending, open.peek());
            case TypeCell.Audit() -> AuditRow.check(row, errors);
            case TypeCell.Begin(Node.Kind kind) -> begin(row, kind);
            case TypeCell.End(Node.Kind kind) -> end(row, kind);
            case TypeCell.BeginLoop(String list) -> throw new IllegalStateException("a loop is read as a whole");
            case TypeCell.EndLoop() -> report(CellErrorKind.GROUP_NOT_OPENED, row, Columns.TYPE, type);
            case TypeCell.Unsupported() -> report(CellErrorKind.TYPE_NOT_SUPPORTED, row, Columns.TYPE, type);
            case TypeCell.ListMissing() -> report(CellErrorKind.LIST_NAME_MISSING, row, Columns.TYPE, type);
            case TypeCell.Unknown() -> {
                Set<String> known = new TreeSet<>(QuestionKind.words());
                known.addAll(Set.of("begin_group", "end_group", "begin_repeat", "end_repeat"));
                report(CellErrorKind.TYPE_UNKNOWN, row, Columns.TYPE, type, errors.similar(type, known));
            }
        }
    }

    private void add(SurveyRow row, List<QuestionReader.Read> read) {
        read.forEach(question -> open.peek().addQuestion(question.row(), question.name(), question.question()));
        count(row);
    }

    private void count(SurveyRow row) {
        parts++;
        if (parts > Limits.MOST_PARTS) {
            errors.add(CellErrorKind.TOO_MANY_QUESTIONS, SHEET, row.number(), "", String.valueOf(Limits.MOST_PARTS));
            stopped = true;
        }
    }

    private void begin(SurveyRow row, Node.Kind kind) {
        if (open.peek().depth() >= Limits.MOST_DEPTH) {
            tooDeep(row);
            return;
        }
        String name = questions.name(row).orElse("");
        String count = row.value(Columns.REPEAT_COUNT);
        if (kind == Node.Kind.REPEAT && !count.isEmpty() && !ONE_REFERENCE.matcher(count).matches()) {
            SurveyRow generated = new SurveyRow(row.number(), Map.of(Columns.CALCULATION, count), Map.of(),
                    Map.of(Columns.CALCULATION, row.header(Columns.REPEAT_COUNT)));
            open.peek().addQuestion(generated, name + COUNT_SUFFIX,
                    new Node.Question(QuestionKind.CALCULATE, ChoiceSource.NONE, Parameters.NONE));
        }
        open.push(open.peek().addSection(kind, row, name));
        count(row);
    }

    private void tooDeep(SurveyRow row) {
        report(CellErrorKind.TOO_DEEP, row, Columns.TYPE, String.valueOf(Limits.MOST_DEPTH));
        stopped = true;
    }

    private void end(SurveyRow row, Node.Kind kind) {
        String type = row.value(Columns.TYPE);
        Node inner = open.peek();
        if (inner.kind() == Node.Kind.FORM || loops.contains(inner)) {
            report(CellErrorKind.GROUP_NOT_OPENED, row, Columns.TYPE, type);
            return;
        }
        if (inner.kind() != kind) {
            report(CellErrorKind.GROUP_MISMATCHED, row, Columns.TYPE, type, inner.row().value(Columns.TYPE),
                    String.valueOf(inner.row().number()));
        }
        open.pop();
    }

    private void report(CellErrorKind kind, SurveyRow row, String column, String... details) {
        errors.add(kind, SHEET, row.number(), row.header(column), details);
    }
}
