package vn.hoidan.form.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.index.IndexSetup;
import vn.hoidan.core.index.Margin;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.form.xlsform.SheetFolder;

/// Reads `margins.csv`, if a pack has one: how many people of each class there are, by classifier of `index.csv`.
final class MarginTable {
    private static final String NAME = "margins";
    private static final String CLASSIFIER = "classifier";
    private static final String CODE = "code";
    private static final String TOTAL = "total";
    private static final String TOTAL_FORM = "[0-9]{1,12}([.][0-9]{1,6})?";

    private MarginTable() {
    }

    /// @param questions of the questionnaire, with the codes of their choices
    static List<Margin> read(SheetFolder folder, List<IndexSetup.Classifier> classifiers,
            Map<Path, List<String>> questions) {
        if (folder.read(NAME + ".csv").isEmpty()) {
            return List.of();
        }
        PackTable table = PackTable.read(folder, NAME, CLASSIFIER, CODE, TOTAL);
        Map<Integer, Map<String, Double>> totals = new LinkedHashMap<>();
        Map<Integer, BigDecimal> sums = new LinkedHashMap<>();
        for (PackTable.Line line : table.lines()) {
            int place = line.known(CLASSIFIER, word -> classifiers.stream().filter(each -> each.name().equals(word))
                    .findFirst().map(classifiers::indexOf));
            String code = line.needed(CODE);
            Path question = classifiers.get(place).question();
            if (!questions.get(question).contains(code)) {
                throw line.fault(CODE, "level-unknown", code, question.text());
            }
            BigDecimal total = total(line);
            if (Optional.ofNullable(totals.computeIfAbsent(place, any -> new LinkedHashMap<>())
                    .put(code, total.doubleValue())).isPresent()) {
                throw line.fault(CODE, "code-twice", code);
            }
            sums.merge(place, total, BigDecimal::add);
        }
        BigDecimal first = sums.values().iterator().next();
        sums.forEach((place, sum) -> {
            if (sum.compareTo(first) != 0) {
                throw table.fault("margins-differ", classifiers.get(place).name(), sum.toPlainString(),
                        first.toPlainString());
            }
        });
        List<Margin> margins = new ArrayList<>();
        totals.forEach((place, each) -> margins.add(new Margin(place, each)));
        return margins;
    }

    private static BigDecimal total(PackTable.Line line) {
        String text = line.needed(TOTAL);
        if (!text.matches(TOTAL_FORM) || new BigDecimal(text).signum() == 0) {
            throw line.fault(TOTAL, "not-a-total", text);
        }
        return new BigDecimal(text);
    }
}
