package vn.hoidan.core.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.hoidan.core.questionnaire.Path;

/// How a survey's index is counted and shown, as its pack says.
///
/// @param target      what the overall index should reach, between 0 and 1
/// @param classifiers questions whose answers part respondents into classes, for tables by them
/// @param margins     what is known of the population by them, which weights are raked to
public record IndexSetup(IndexRule rule, double target, List<Classifier> classifiers, List<Margin> margins) {
    public IndexSetup {
        classifiers = List.copyOf(classifiers);
        margins = List.copyOf(margins);
        if (!(target > 0 && target <= 1)) {
            throw new IllegalArgumentException("target " + target);
        }
        Set<String> names = new HashSet<>();
        classifiers.forEach(classifier -> {
            if (!names.add(classifier.name())) {
                throw new IllegalArgumentException("classifier stands twice: " + classifier.name());
            }
        });
    }

    /// Names of the classifiers that weights are raked by.
    public List<String> raked() {
        return margins.stream().map(margin -> classifiers.get(margin.classifier()).name()).toList();
    }

    /// @param name for tables and margins: `sex`
    public record Classifier(String name, Path question) {
    }
}
