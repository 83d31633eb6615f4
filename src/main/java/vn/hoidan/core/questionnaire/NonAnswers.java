package vn.hoidan.core.questionnaire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Choices that say that there is no answer: does not know, does not want to say. A form has them by the codes that
/// are usual in the field; nothing else makes one.
public final class NonAnswers {
    private static final Set<String> WORDS = Set.of("dk", "dont_know", "do_not_know", "refused", "refuse", "no_answer",
            "khong_biet", "tu_choi", "khong_tra_loi");
    private static final Set<String> NUMBERS = Set.of("98", "99", "-98", "-99");
    /// In a longer list 98 and 99 may be running numbers.
    private static final int MOST_CHOICES_WITH_NUMBERS = 90;

    private NonAnswers() {
    }

    /// Those among the choices, in their order.
    public static List<Choice> of(List<Choice> choices) {
        boolean numbers = choices.size() < MOST_CHOICES_WITH_NUMBERS;
        return choices.stream().filter(choice -> WORDS.contains(choice.code().toLowerCase(Locale.ROOT))
                || numbers && NUMBERS.contains(choice.code())).toList();
    }

    /// The one that a key for them gives: the first, or the one after that which is the answer now.
    public static Optional<Choice> next(Element.Question question) {
        List<Choice> all = of(question.choices());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int at = all.stream().map(Choice::code).toList().indexOf(question.value().orElse(""));
        return Optional.of(all.get((at + 1) % all.size()));
    }
}
