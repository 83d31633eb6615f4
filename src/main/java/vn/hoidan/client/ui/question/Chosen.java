package vn.hoidan.client.ui.question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// Which choices are the answer of a select question.
final class Chosen {
    private Chosen() {
    }

    static Set<String> codes(Element.Question question) {
        return question.value().map(value -> question.type() == QuestionType.SELECT_MULTIPLE
                || question.type() == QuestionType.RANK ? new LinkedHashSet<>(List.of(value.split(" ")))
                : Set.of(value)).orElse(Set.of());
    }

    /// Their words, in the order of the answer for a ranking and of the form else.
    static List<String> words(Element.Question question) {
        Set<String> codes = codes(question);
        if (codes.isEmpty()) {
            return List.of();
        }
        if (question.type() == QuestionType.RANK) {
            return codes.stream().map(code -> word(question, code)).toList();
        }
        return question.choices().stream().filter(choice -> codes.contains(choice.code()))
                .map(choice -> Markup.plain(choice.label())).toList();
    }

    static String word(Element.Question question, String code) {
        return question.choices().stream().filter(choice -> choice.code().equals(code)).map(Choice::label)
                .map(Markup::plain).findFirst().orElse(code);
    }
}
