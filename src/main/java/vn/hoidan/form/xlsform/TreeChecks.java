package vn.hoidan.form.xlsform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Checks that look at the finished tree.
final class TreeChecks {
    private static final String SHEET = SurveySheet.NAME;
    private static final String TABLE_LIST = "table-list";
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NO = Pattern.compile("(?i)no|false|false\\(\\)");

    private final ChoiceLists lists;
    private final Instances instances;
    private final CellErrors errors;
    private final Node form;
    private final Set<String> repeats;

    private TreeChecks(Node form, ChoiceLists lists, Instances instances, CellErrors errors) {
        this.form = form;
        this.lists = lists;
        this.instances = instances;
        this.errors = errors;
        this.repeats = form.all().filter(node -> node.kind() == Node.Kind.REPEAT).map(Node::name)
                .collect(Collectors.toSet());
    }

    static void check(Node form, ChoiceLists lists, Instances instances, CellErrors errors) {
        TreeChecks checks = new TreeChecks(form, lists, instances, errors);
        Map<String, Integer> repeatRows = new HashMap<>();
        form.all().forEach(node -> {
            checks.checkNames(node, repeatRows);
            switch (node.kind()) {
                case QUESTION -> checks.checkQuestion(node);
                case GROUP, REPEAT -> checks.checkSection(node);
                case FORM -> {
                    // its settings are checked where they are read
                }
            }
        });
    }

    private void checkNames(Node node, Map<String, Integer> repeatRows) {
        Map<String, Integer> seen = new HashMap<>();
        for (Node child : node.children()) {
            int row = child.row().number();
            Optional<Integer> first = Optional.ofNullable(seen.putIfAbsent(child.name(), row));
            boolean repeat = child.kind() == Node.Kind.REPEAT;
            if (repeat && first.isEmpty()) {
                first = Optional.ofNullable(repeatRows.putIfAbsent(child.name(), row));
            }
            if (first.isPresent() && !child.name().isEmpty()) {
                report(CellErrorKind.NAME_TWICE, child, Columns.NAME, child.name(), first.get().toString());
            }
            if (repeat && child.name().equals(form.name())) {
                report(CellErrorKind.NAME_RESERVED, child, Columns.NAME, child.name());
            }
        }
    }

    private void checkSection(Node node) {
        String required = node.row().value(Columns.REQUIRED);
        if (!required.isEmpty() && !NO.matcher(required).matches()) {
            report(CellErrorKind.GROUP_REQUIRED, node, Columns.REQUIRED, node.name());
        }
        if (isTable(node)) {
            checkTable(node);
        }
    }

    private static boolean isTable(Node node) {
        return List.of(SPACES.split(node.row().value(Columns.APPEARANCE))).contains(TABLE_LIST);
    }

    /// The questions of a table share one heading of choices.
    private void checkTable(Node table) {
        List<Node> selects = table.children().stream()
                .filter(node -> node.isQuestion() && !node.question().list().isEmpty()).toList();
        if (selects.isEmpty()) {
            return;
        }
        Node first = selects.getFirst();
        if (first.row().has(Columns.CHOICE_FILTER)) {
            report(CellErrorKind.TABLE_WITH_FILTER, first, Columns.CHOICE_FILTER);
        }
        selects.stream().filter(node -> !node.question().list().equals(first.question().list()))
                .forEach(node -> report(CellErrorKind.TABLE_OF_TWO_LISTS, node, Columns.TYPE, node.question().list(),
                        first.question().list()));
    }

    private void checkQuestion(Node node) {
        SurveyRow row = node.row();
        QuestionKind kind = node.question().kind();
        if (node.hasControl() && row.isSilent() && row.media().isEmpty()) {
            report(CellErrorKind.LABEL_MISSING, node, Columns.LABEL, node.name());
        }
        if (kind == QuestionKind.CALCULATE && !row.has(Columns.CALCULATION)
                && !Expressions.isDynamic(row.value(Columns.DEFAULT), kind)) {
            report(CellErrorKind.CALCULATION_MISSING, node, Columns.CALCULATION, node.name());
        }
        if (kind == QuestionKind.BACKGROUND_GEOPOINT) {
            if (!row.has(Columns.TRIGGER)) {
                report(CellErrorKind.TRIGGER_MISSING, node, Columns.TRIGGER, node.name());
            }
            if (row.has(Columns.CALCULATION)) {
                report(CellErrorKind.CALCULATION_NOT_ALLOWED, node, Columns.CALCULATION, node.name());
            }
        }
        ParameterChecks.check(node, lists, errors);
        node.question().parameters().find(ParameterChecks.REFERENCE_GEOMETRY).ifPresent(target -> {
            if (instances.isNamed(target) || lists.has(target) || isRepeat(target)) {
                report(CellErrorKind.PARAMETER_LEFT_OUT, node, Columns.PARAMETERS,
                        ParameterChecks.REFERENCE_GEOMETRY);
            } else {
                report(CellErrorKind.PARAMETER_VALUE, node, Columns.PARAMETERS, ParameterChecks.REFERENCE_GEOMETRY,
                        target);
            }
        });
    }

    private boolean isRepeat(String reference) {
        return reference.startsWith("${") && reference.endsWith("}")
                && repeats.contains(reference.substring(2, reference.length() - 1).strip());
    }

    /// A list of the sheets that is chosen from may not be named like a file.
    static void checkLists(Node form, ChoiceLists lists, Instances instances) {
        form.all().filter(node -> node.isQuestion() && lists.has(node.question().list())).forEach(node -> instances
                .checkList(node.question().list(), References.Place.of(node, Columns.TYPE)));
    }

    private void report(CellErrorKind kind, Node node, String column, String... details) {
        errors.add(kind, SHEET, node.row().number(), node.row().header(column), details);
    }
}
