package vn.hoidan.core.quota.declaration;

import java.util.Set;
import vn.hoidan.core.questionnaire.Path;

/// A question that a quota may look at.
///
/// @param number  true when its answer is a whole number
/// @param choices the codes it offers; empty for a number
public record ScreeningQuestion(Path path, boolean number, Set<String> choices) {
    public ScreeningQuestion {
        choices = Set.copyOf(choices);
    }
}
