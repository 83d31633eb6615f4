package vn.hoidan.form.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.form.xlsform.SheetFolder;

/// Reads `indicators.csv` and holds it against the questionnaire.
final class IndicatorTable {
    private static final String CODE = "code";
    private static final String KIND = "kind";
    private static final String PARENT = "parent";
    private static final String LABEL = "label";
    private static final String QUESTION = "question";
    private static final String LEVELS = "levels";
    private static final String RESPONSIBLE = "responsible";
    private static final String CODE_FORM = "[a-z][a-z0-9.-]{0,79}";

    private IndicatorTable() {
    }

    /// @param questions of the questionnaire, with the codes of their choices
    static IndicatorTree read(SheetFolder folder, Map<Path, List<String>> questions) {
        PackTable table = PackTable.read(folder, "indicators", CODE, KIND, PARENT, "label_vi", "label_en", QUESTION,
                LEVELS);
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        for (PackTable.Line line : table.lines()) {
            Indicator indicator = indicator(line, indicators.keySet(), questions);
            if (Optional.ofNullable(indicators.putIfAbsent(indicator.code(), indicator)).isPresent()) {
                throw line.fault(CODE, "code-twice", indicator.code());
            }
        }
        return new IndicatorTree(List.copyOf(indicators.values()));
    }

    private static Indicator indicator(PackTable.Line line, Set<String> before, Map<Path, List<String>> questions) {
        String code = line.needed(CODE);
        if (!code.matches(CODE_FORM)) {
            throw line.fault(CODE, "code-malformed", code);
        }
        IndicatorKind kind = line.known(KIND, IndicatorKind::ofCode);
        Optional<String> parent = Optional.of(line.value(PARENT)).filter(text -> !text.isEmpty());
        if (parent.isPresent() && !before.contains(parent.get())) {
            throw line.fault(PARENT, "parent-unknown", parent.get());
        }
        if (!kind.isMeasured() && !line.value(QUESTION).isEmpty()) {
            throw line.fault(QUESTION, "not-measured", kind.code());
        }
        Optional<Indicator.Measured> measured =
                kind.isMeasured() ? Optional.of(measured(line, questions)) : Optional.empty();
        return new Indicator(code, kind, parent, line.text(LABEL), measured, responsible(line));
    }

    /// Columns that a pack may leave out.
    private static Optional<Text> responsible(PackTable.Line line) {
        boolean named = line.columns().contains(RESPONSIBLE + "_vi") && !line.value(RESPONSIBLE + "_vi").isEmpty();
        return named ? Optional.of(line.text(RESPONSIBLE)) : Optional.empty();
    }

    private static Indicator.Measured measured(PackTable.Line line, Map<Path, List<String>> questions) {
        String text = line.needed(QUESTION);
        Optional<Path> path = Optional.of(text).filter(start -> start.startsWith("/")).map(Path::new);
        List<String> choices = path.map(questions::get)
                .orElseThrow(() -> line.fault(QUESTION, "question-unknown", text));
        List<String> levels = line.parts(LEVELS);
        for (String level : levels) {
            if (!choices.contains(level)) {
                throw line.fault(LEVELS, "level-unknown", level, text);
            }
        }
        if (levels.isEmpty()) {
            throw line.fault(LEVELS, "cell-empty");
        }
        return new Indicator.Measured(path.get(), Set.copyOf(levels));
    }
}
