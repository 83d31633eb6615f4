package vn.hoidan.form.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.hoidan.core.index.Across;
import vn.hoidan.core.index.Aggregation;
import vn.hoidan.core.index.Blanks;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSetup;
import vn.hoidan.core.index.ItemRule;
import vn.hoidan.core.index.LonelyUnits;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.form.xlsform.SheetFolder;

/// Reads `index.csv`: the rule by which a pack's index is counted, its target, and the questions that part respondents
/// into classes.
final class IndexTable {
    private static final String KEY = "key";
    private static final String VALUE = "value";
    private static final String CLASSIFIER = "classifier.";
    private static final double PERCENT = 100;
    private static final int MOST_PERCENT = 100;
    private static final String NAME_FORM = "[a-z][a-z0-9-]{0,39}";

    private final PackTable table;
    private final Map<String, PackTable.Line> lines = new HashMap<>();

    private IndexTable(PackTable table) {
        this.table = table;
        for (PackTable.Line line : table.lines()) {
            if (Optional.ofNullable(lines.put(line.needed(KEY), line)).isPresent()) {
                throw line.fault(KEY, "code-twice", line.value(KEY));
            }
        }
    }

    /// @param questions of the questionnaire, with the codes of their choices
    static IndexSetup read(SheetFolder folder, Map<Path, List<String>> questions) {
        return new IndexTable(PackTable.read(folder, "index", KEY, VALUE)).setup(folder, questions);
    }

    private IndexSetup setup(SheetFolder folder, Map<Path, List<String>> questions) {
        int lowest = number("lowest-level");
        int highest = number("highest-level");
        if (lowest >= highest) {
            throw line("highest-level").fault(VALUE, "takes-more-than-there-are", String.valueOf(lowest),
                    String.valueOf(highest));
        }
        IndexRule rule = new IndexRule(name(line("rule")), number("version"), known("item", ItemRule::ofCode),
                known("blanks", Blanks::ofCode), known("aggregation", Aggregation::ofCode),
                Optional.ofNullable(lines.get("across")).map(line -> line.known(VALUE, Across::ofCode))
                        .orElse(Across.POOLED), known("lonely-units", LonelyUnits::ofCode), lowest, highest,
                number("decimals"), percent("confidence", MOST_PERCENT - 1) / PERCENT, number("smallest-base"));
        List<IndexSetup.Classifier> classifiers = classifiers(questions.keySet());
        return new IndexSetup(rule, percent("target", MOST_PERCENT) / PERCENT, classifiers,
                MarginTable.read(folder, classifiers, questions));
    }

    private List<IndexSetup.Classifier> classifiers(Set<Path> questions) {
        List<IndexSetup.Classifier> classifiers = new ArrayList<>();
        for (PackTable.Line line : table.lines()) {
            String key = line.value(KEY);
            if (key.startsWith(CLASSIFIER)) {
                String text = line.needed(VALUE);
                Path path = Optional.of(text).filter(start -> start.startsWith("/")).map(Path::new)
                        .filter(questions::contains).orElseThrow(() -> line.fault(VALUE, "question-unknown", text));
                classifiers.add(new IndexSetup.Classifier(key.substring(CLASSIFIER.length()), path));
            }
        }
        return classifiers;
    }

    private String name(PackTable.Line line) {
        String name = line.needed(VALUE);
        if (!name.matches(NAME_FORM)) {
            throw line.fault(VALUE, "code-malformed", name);
        }
        return name;
    }

    private <T> T known(String key, Function<String, Optional<T>> meaning) {
        return line(key).known(VALUE, meaning);
    }

    private int number(String key) {
        return line(key).number(VALUE);
    }

    private int percent(String key, int most) {
        int percent = number(key);
        if (percent > most) {
            throw line(key).fault(VALUE, "not-a-number", String.valueOf(percent));
        }
        return percent;
    }

    private PackTable.Line line(String key) {
        return Optional.ofNullable(lines.get(key))
                .orElseThrow(() -> PackTable.faultAt(table.file(), "key-missing", key));
    }
}
