package vn.hoidan.form.xlsform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Checks that look at the finished tree.
final class TreeChecks {
    private static final String SHEET = SurveySheet.NAME;

    private TreeChecks() {
    }

    static void check(Node form, ChoiceLists lists, CellErrors errors) {
        Map<String, Integer> repeats = new HashMap<>();
        form.all().forEach(node -> {
            checkNames(node, repeats, errors);
            if (node.isQuestion()) {
                checkQuestion(node, lists, errors);
            }
        });
    }

    private static void checkNames(Node node, Map<String, Integer> repeats, CellErrors errors) {
        Map<String, Integer> seen = new HashMap<>();
        for (Node child : node.children()) {
            int row = child.row().number();
            Optional<Integer> first = Optional.ofNullable(seen.putIfAbsent(child.name(), row));
            if (child.kind() == Node.Kind.REPEAT && first.isEmpty()) {
                first = Optional.ofNullable(repeats.putIfAbsent(child.name(), row));
            }
            if (first.isPresent() && !child.name().isEmpty()) {
                errors.add(CellErrorKind.NAME_TWICE, SHEET, row, child.row().header(Columns.NAME), child.name(),
                        first.get().toString());
            }
        }
    }

    private static void checkQuestion(Node node, ChoiceLists lists, CellErrors errors) {
        SurveyRow row = node.row();
        QuestionKind kind = node.question().kind();
        boolean silent = row.text(Columns.LABEL).isEmpty() && row.text(Columns.HINT).isEmpty();
        if (node.hasControl() && silent && !row.has(Columns.MEDIA)) {
            errors.add(CellErrorKind.LABEL_MISSING, SHEET, row.number(), row.header(Columns.LABEL), node.name());
        }
        if (kind == QuestionKind.CALCULATE && !row.has(Columns.CALCULATION)
                && !Expressions.isDynamic(row.value(Columns.DEFAULT), kind)) {
            errors.add(CellErrorKind.CALCULATION_MISSING, SHEET, row.number(), row.header(Columns.CALCULATION),
                    node.name());
        }
        ParameterChecks.check(node, lists, errors);
    }
}
