package vn.hoidan.form.xlsform;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Checks the parameters of a question: which its type has, and what values they take.
final class ParameterChecks {
    private static final String START = "start";
    private static final String END = "end";
    private static final String STEP = "step";
    private static final String TICK_INTERVAL = "tick_interval";
    private static final String PLACEHOLDER = "placeholder";
    static final String TICK_LABELS = "tick_labelset";
    private static final String RANDOMIZE = "randomize";
    private static final String SEED = "seed";
    private static final String VALUE = "value";
    private static final String LABEL = "label";
    private static final String APP = "app";
    private static final String QUALITY = "quality";
    static final String REFERENCE_GEOMETRY = "reference-geometry";
    /// Name of a column in a file.
    private static final String COLUMN = "[\\p{L}_][\\p{L}\\p{N}_.-]*";
    private static final String NUMBER = "-?[0-9]{1,18}(\\.[0-9]{1,18})?";
    private static final String NO_TICKS = "no-ticks";
    private static final Set<String> TICK_PARAMETERS = Set.of(TICK_INTERVAL, PLACEHOLDER, TICK_LABELS);
    private static final Set<String> TICK_APPEARANCES = Set.of("", "vertical", NO_TICKS, "vertical no-ticks",
            "no-ticks vertical");
    private static final Map<String, BigDecimal> RANGE_DEFAULTS =
            Map.of(START, BigDecimal.ONE, END, BigDecimal.TEN, STEP, BigDecimal.ONE);

    private static final Set<String> CHOICES = Set.of(RANDOMIZE, SEED);
    private static final Set<String> CHOICES_IN_FILE = Set.of(RANDOMIZE, SEED, VALUE, LABEL);
    private static final Set<String> LINE = Set.of("allow-mock-accuracy", "incremental", REFERENCE_GEOMETRY);
    private static final Map<QuestionKind, Set<String>> KNOWN = Map.ofEntries(
            Map.entry(QuestionKind.RANGE, Set.of(START, END, STEP, TICK_INTERVAL, PLACEHOLDER, TICK_LABELS)),
            Map.entry(QuestionKind.SELECT_ONE, CHOICES),
            Map.entry(QuestionKind.SELECT_MULTIPLE, CHOICES),
            Map.entry(QuestionKind.RANK, CHOICES),
            Map.entry(QuestionKind.TEXT, Set.of("rows")),
            Map.entry(QuestionKind.IMAGE, Set.of("max-pixels", APP)),
            Map.entry(QuestionKind.AUDIO, Set.of(QUALITY)),
            Map.entry(QuestionKind.BACKGROUND_AUDIO, Set.of(QUALITY)),
            Map.entry(QuestionKind.GEOPOINT,
                    Set.of("capture-accuracy", "warning-accuracy", "allow-mock-accuracy", REFERENCE_GEOMETRY)),
            Map.entry(QuestionKind.GEOTRACE, LINE),
            Map.entry(QuestionKind.GEOSHAPE, LINE));
    /// What the values of parameters look like, whatever the type.
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("rows", "[0-9]{1,9}"),
            Map.entry("max-pixels", "[0-9]{1,9}"),
            Map.entry(APP, "[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+"),
            Map.entry(QUALITY, "normal|low|voice-only|external"),
            Map.entry("capture-accuracy", NUMBER),
            Map.entry("warning-accuracy", NUMBER),
            Map.entry("allow-mock-accuracy", "true|false"),
            Map.entry("incremental", "yes|true|true\\(\\)"),
            Map.entry(RANDOMIZE, "true|false"),
            Map.entry(SEED, NUMBER + "|\\$\\{[^{}]+\\}"),
            Map.entry(VALUE, COLUMN),
            Map.entry(LABEL, COLUMN),
            Map.entry(REFERENCE_GEOMETRY, ".+"),
            Map.entry(START, NUMBER),
            Map.entry(END, NUMBER),
            Map.entry(STEP, NUMBER),
            Map.entry(TICK_INTERVAL, NUMBER),
            Map.entry(PLACEHOLDER, NUMBER),
            Map.entry(TICK_LABELS, ".+"));
    /// Appearances under which another program may be named; under others the name means nothing.
    private static final Set<String> APP_APPEARANCES = Set.of("", "annotate");

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
        QuestionKind kind = node.question().kind();
        Map<String, String> forms = new TreeMap<>(FORMS);
        forms.keySet().retainAll(node.question().source() instanceof ChoiceSource.FromFile ? CHOICES_IN_FILE
                : KNOWN.getOrDefault(kind, Set.of()));
        if (!APP_APPEARANCES.contains(node.row().value(Columns.APPEARANCE))) {
            forms.computeIfPresent(APP, (name, form) -> ".*");
        }
        checkForms(node.row(), checks.parameters, forms, errors);
        if (kind == QuestionKind.BACKGROUND_AUDIO && checks.parameters.find(QUALITY).filter("external"::equals)
                .isPresent()) {
            checks.wrong(QUALITY);
        }
        if (checks.parameters.find(SEED).isPresent() && !checks.parameters.isTrue(RANDOMIZE)) {
            checks.wrong(SEED);
        }
        if (kind == QuestionKind.RANGE) {
            checks.checkRange(lists);
        }
    }

    /// Reports parameters that are not known, and values that do not look as they should.
    ///
    /// @param forms regular expressions by parameter
    static void checkForms(SurveyRow row, Parameters parameters, Map<String, String> forms, CellErrors errors) {
        parameters.values().forEach((name, value) -> {
            if (!forms.containsKey(name)) {
                errors.add(CellErrorKind.PARAMETER_UNKNOWN, SurveySheet.NAME, row.number(),
                        row.header(Columns.PARAMETERS), name, String.join(", ", new TreeSet<>(forms.keySet())));
            } else if (!value.matches("(?i)" + forms.get(name))) {
                errors.add(CellErrorKind.PARAMETER_VALUE, SurveySheet.NAME, row.number(),
                        row.header(Columns.PARAMETERS), name, value);
            }
        });
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
