package vn.hoidan.form.xlsform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Checks the parameters of a question: which its type has, and what values they take.
final class ParameterChecks {
    private static final String START = "start";
    private static final String END = "end";
    private static final String STEP = "step";
    private static final String TICK_INTERVAL = "tick_interval";
    private static final String PLACEHOLDER = "placeholder";
    private static final String TICK_LABELS = "tick_labelset";
    private static final String RANDOMIZE = "randomize";
    private static final String SEED = "seed";
    private static final String TRUE = "true";
    private static final String NUMBER = "-?[0-9]{1,18}(\\.[0-9]{1,18})?";
    private static final String NO_TICKS = "no-ticks";
    private static final Set<String> TICK_PARAMETERS = Set.of(TICK_INTERVAL, PLACEHOLDER, TICK_LABELS);
    private static final Set<String> TICK_APPEARANCES = Set.of("", "vertical", NO_TICKS, "vertical no-ticks",
            "no-ticks vertical");
    private static final Map<String, BigDecimal> RANGE_DEFAULTS =
            Map.of(START, BigDecimal.ONE, END, BigDecimal.TEN, STEP, BigDecimal.ONE);

    private static final Set<String> CHOICES = Set.of(RANDOMIZE, SEED);
    private static final Map<QuestionKind, Set<String>> KNOWN = Map.of(
            QuestionKind.RANGE, Set.of(START, END, STEP, TICK_INTERVAL, PLACEHOLDER, TICK_LABELS),
            QuestionKind.SELECT_ONE, CHOICES,
            QuestionKind.SELECT_MULTIPLE, CHOICES,
            QuestionKind.RANK, CHOICES,
            QuestionKind.TEXT, Set.of("rows"),
            QuestionKind.IMAGE, Set.of("max-pixels", "app"),
            QuestionKind.AUDIO, Set.of("quality"),
            QuestionKind.GEOPOINT, Set.of("capture-accuracy", "warning-accuracy", "allow-mock-accuracy"),
            QuestionKind.GEOTRACE, Set.of("allow-mock-accuracy", "incremental"),
            QuestionKind.GEOSHAPE, Set.of("allow-mock-accuracy", "incremental"));
    /// What the values of parameters look like, whatever the type.
    private static final Map<String, String> FORMS = Map.of(
            "rows", "[0-9]{1,9}",
            "max-pixels", "[0-9]{1,9}",
            "app", "[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+",
            "quality", "normal|low|voice-only|external",
            "capture-accuracy", NUMBER,
            "warning-accuracy", NUMBER,
            "allow-mock-accuracy", "true|false",
            "incremental", TRUE,
            RANDOMIZE, "true|false",
            SEED, NUMBER + "|\\$\\{[^{}]+\\}");

    private final Node node;
    private final Parameters parameters;
    private final CellErrors errors;

    private ParameterChecks(Node node, CellErrors errors) {
        this.node = node;
        this.parameters = node.question().parameters();
        this.errors = errors;
    }

    static void check(Node node, ChoiceLists lists, CellErrors errors) {
        ParameterChecks checks = new ParameterChecks(node, errors);
        Set<String> known = KNOWN.getOrDefault(node.question().kind(), Set.of());
        checks.parameters.values().forEach((name, value) -> {
            if (!known.contains(name)) {
                checks.report(CellErrorKind.PARAMETER_UNKNOWN, name, String.join(", ", new TreeSet<>(known)));
            } else if (node.question().kind() == QuestionKind.RANGE) {
                if (!name.equals(TICK_LABELS) && !value.matches(NUMBER)) {
                    checks.wrong(name);
                }
            } else if (!value.toLowerCase(Locale.ROOT).matches(FORMS.get(name).toLowerCase(Locale.ROOT))) {
                checks.wrong(name);
            }
        });
        if (parameters(node).find(SEED).isPresent() && !parameters(node).isTrue(RANDOMIZE)) {
            checks.wrong(SEED);
        }
        if (node.question().kind() == QuestionKind.RANGE) {
            checks.checkRange(lists);
        }
    }

    private static Parameters parameters(Node node) {
        return node.question().parameters();
    }

    private void checkRange(ChoiceLists lists) {
        BigDecimal start = number(START);
        BigDecimal end = number(END);
        BigDecimal step = number(STEP);
        BigDecimal width = end.subtract(start).abs();
        if (step.signum() == 0 || step.abs().compareTo(width) > 0) {
            wrong(STEP);
            return;
        }
        if (parameters.values().keySet().stream().anyMatch(TICK_PARAMETERS::contains)
                && !TICK_APPEARANCES.contains(node.row().value(Columns.APPEARANCE))) {
            errors.add(CellErrorKind.TICKS_NOT_SHOWN, SurveySheet.NAME, node.row().number(),
                    node.row().header(Columns.APPEARANCE), node.row().value(Columns.APPEARANCE));
        }
        find(TICK_INTERVAL).filter(interval -> interval.signum() == 0 || interval.abs().compareTo(width) > 0
                || !isMultiple(interval, step)).ifPresent(interval -> wrong(TICK_INTERVAL));
        find(PLACEHOLDER).filter(value -> !isOnRange(value, start, end, step)).ifPresent(value -> wrong(PLACEHOLDER));
        parameters.find(TICK_LABELS).ifPresent(list -> checkLabels(lists.list(list), start, end, step));
    }

    private void checkLabels(List<ChoiceLists.Choice> labels, BigDecimal start, BigDecimal end, BigDecimal step) {
        boolean endsOnly = node.row().value(Columns.APPEARANCE).contains(NO_TICKS);
        boolean good = !labels.isEmpty() && labels.stream().map(ChoiceLists.Choice::name).allMatch(name -> {
            if (!name.matches(NUMBER)) {
                return false;
            }
            BigDecimal value = new BigDecimal(name);
            boolean atEnd = value.compareTo(start) == 0 || value.compareTo(end) == 0;
            boolean onInterval = find(TICK_INTERVAL).map(interval -> isMultiple(value.subtract(start), interval))
                    .orElse(true);
            return endsOnly ? atEnd : isOnRange(value, start, end, step) && onInterval;
        });
        if (!good) {
            wrong(TICK_LABELS);
        }
    }

    private static boolean isOnRange(BigDecimal value, BigDecimal start, BigDecimal end, BigDecimal step) {
        return value.compareTo(start.min(end)) >= 0 && value.compareTo(start.max(end)) <= 0
                && isMultiple(value.subtract(start), step);
    }

    private static boolean isMultiple(BigDecimal value, BigDecimal step) {
        return value.remainder(step).signum() == 0;
    }

    private BigDecimal number(String name) {
        return find(name).orElseGet(() -> RANGE_DEFAULTS.get(name));
    }

    private Optional<BigDecimal> find(String name) {
        return parameters.find(name).filter(text -> text.matches(NUMBER)).map(BigDecimal::new);
    }

    private void wrong(String name) {
        report(CellErrorKind.PARAMETER_VALUE, name, parameters.find(name).orElse(""));
    }

    private void report(CellErrorKind kind, String... details) {
        errors.add(kind, SurveySheet.NAME, node.row().number(), node.row().header(Columns.PARAMETERS), details);
    }
}
