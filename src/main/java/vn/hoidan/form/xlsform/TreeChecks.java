package vn.hoidan.form.xlsform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Checks that look at the finished tree.
final class TreeChecks {
    private static final String SHEET = SurveySheet.NAME;
    private static final Set<String> SELECT_PARAMETERS = Set.of("randomize", "seed");
    private static final Map<QuestionKind, Set<String>> PARAMETERS = Map.of(
            QuestionKind.RANGE, Set.of("start", "end", "step"),
            QuestionKind.SELECT_ONE, SELECT_PARAMETERS,
            QuestionKind.SELECT_MULTIPLE, SELECT_PARAMETERS,
            QuestionKind.RANK, SELECT_PARAMETERS,
            QuestionKind.TEXT, Set.of("rows"),
            QuestionKind.IMAGE, Set.of("max-pixels", "app"),
            QuestionKind.AUDIO, Set.of("quality"),
            QuestionKind.GEOPOINT, Set.of("capture-accuracy", "warning-accuracy", "allow-mock-accuracy"),
            QuestionKind.GEOTRACE, Set.of("allow-mock-accuracy", "incremental"),
            QuestionKind.GEOSHAPE, Set.of("allow-mock-accuracy", "incremental"));
    private static final Set<String> WHOLE_NUMBERS = Set.of("rows", "max-pixels");

    private TreeChecks() {
    }

    static void check(Node form, CellErrors errors) {
        if (form.children().isEmpty() && errors.isEmpty()) {
            errors.add(CellErrorKind.SHEET_EMPTY, SHEET, 0, "", SHEET);
        }
        Map<String, Integer> repeats = new HashMap<>();
        form.all().forEach(node -> {
            checkNames(node, repeats, errors);
            if (node.isQuestion()) {
                checkQuestion(node, errors);
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

    private static void checkQuestion(Node node, CellErrors errors) {
        SurveyRow row = node.row();
        QuestionKind kind = node.question().kind();
        List<String> shown = List.of(Columns.LABEL, Columns.HINT, Columns.GUIDANCE_HINT);
        if (kind.isShown() && shown.stream().allMatch(column -> row.text(column).isEmpty())
                && !row.has(Columns.CALCULATION)) {
            errors.add(CellErrorKind.LABEL_MISSING, SHEET, row.number(), row.header(Columns.LABEL), node.name());
        }
        if (kind == QuestionKind.CALCULATE && !row.has(Columns.CALCULATION) && !row.has(Columns.DEFAULT)) {
            errors.add(CellErrorKind.CALCULATION_MISSING, SHEET, row.number(), row.header(Columns.CALCULATION),
                    node.name());
        }
        node.question().parameters().values().forEach((name, value) -> checkParameter(node, name, value, errors));
    }

    private static void checkParameter(Node node, String name, String value, CellErrors errors) {
        SurveyRow row = node.row();
        QuestionKind kind = node.question().kind();
        Set<String> known = PARAMETERS.getOrDefault(kind, Set.of());
        if (!known.contains(name)) {
            errors.add(CellErrorKind.PARAMETER_UNKNOWN, SHEET, row.number(), row.header(Columns.PARAMETERS), name,
                    String.join(", ", new TreeSet<>(known)));
            return;
        }
        boolean good = true;
        if (kind == QuestionKind.RANGE) {
            good = isNumber(value);
        } else if (WHOLE_NUMBERS.contains(name)) {
            good = value.matches("[0-9]{1,9}");
        } else if (name.equals("randomize")) {
            good = value.equals("true") || value.equals("false");
        } else if (name.equals("seed")) {
            good = node.question().parameters().find("randomize").equals(Optional.of("true"))
                    && (isNumber(value) || value.startsWith("${"));
        }
        if (!good) {
            errors.add(CellErrorKind.PARAMETER_VALUE, SHEET, row.number(), row.header(Columns.PARAMETERS), name,
                    value);
        }
    }

    static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
    }
}
