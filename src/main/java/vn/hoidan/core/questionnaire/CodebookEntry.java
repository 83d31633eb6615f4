package vn.hoidan.core.questionnaire;

import java.util.List;

/// One question of a questionnaire as a codebook describes it, whether or not it is ever relevant.
///
/// @param label   in every language of the form; without it, the question's name
/// @param choices codes with their labels, in the form's order; empty unless it is a select or rank
public record CodebookEntry(Path path, QuestionType type, Text label, List<Code> choices) {

    public CodebookEntry {
        choices = List.copyOf(choices);
    }

    public record Code(String code, Text label) {
    }
}
