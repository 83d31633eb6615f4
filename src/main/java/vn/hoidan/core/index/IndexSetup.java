package vn.hoidan.core.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.hoidan.core.questionnaire.Path;

/// How a survey's index is counted and shown, as its pack says.
///
/// @param target      what the overall index should reach, between 0 and 1
/// @param classifiers questions whose answers part respondents into classes, for tables by them
public record IndexSetup(IndexRule rule, double target, List<Classifier> classifiers) {
    public IndexSetup {
        classifiers = List.copyOf(classifiers);
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

    /// @param name for tables and margins: `sex`
    public record Classifier(String name, Path question) {
    }
}
