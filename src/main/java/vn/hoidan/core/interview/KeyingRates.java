package vn.hoidan.core.interview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.questionnaire.Path;

/// How often two keyings of the same paper form differed, for one person.
///
/// @param forms       forms keyed twice and compared
/// @param fields      questions compared
/// @param differences questions that differed
/// @param byQuestion  forms in which a question differed, by its path without positions
public record KeyingRates(int forms, int fields, int differences, Map<String, Integer> byQuestion) {
    public KeyingRates {
        byQuestion = Map.copyOf(byQuestion);
    }

    public static KeyingRates of(List<Fact.Paper.Compared> comparisons) {
        int fields = 0;
        int differences = 0;
        Map<String, Integer> byQuestion = new HashMap<>();
        for (Fact.Paper.Compared compared : comparisons) {
            fields += compared.fields();
            differences += compared.differing().size();
            compared.differing().stream().map(KeyingRates::question).distinct()
                    .forEach(question -> byQuestion.merge(question, 1, Integer::sum));
        }
        return new KeyingRates(comparisons.size(), fields, differences, byQuestion);
    }

    /// Differences among the questions compared, from 0 to 1; 0 before anything was compared.
    public double share() {
        return fields == 0 ? 0 : (double) differences / fields;
    }

    /// Forms in which this question differed.
    public int of(Path path) {
        return byQuestion.getOrDefault(question(path), 0);
    }

    private static String question(Path path) {
        return path.text().replaceAll("\\[\\d+]", "");
    }
}
