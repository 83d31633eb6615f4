package vn.hoidan.client.ui.keying;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import vn.hoidan.client.ui.question.ChoiceKeys;
import vn.hoidan.core.questionnaire.Choice;

/// What is keyed for a choice. Where all codes are numbers, they are what the paper prints and are keyed as printed;
/// else 1 to 9 and a to z in the order of the choices. A code is chosen as soon as no other begins with what was keyed,
/// so that two digits are needed only where one would not tell.
record ChoiceCodes(List<Choice> choices) {
    /// Most choices that have a key each; longer lists are searched.
    static final int MOST_KEYS = 35;
    private static final int FIRST_LETTER = 9;
    private static final String NUMBER = "\\d{1,4}";

    /// What came of one more key.
    sealed interface Outcome {
        /// @param index of the choice, counted from 0
        record Chosen(int index) implements Outcome {
        }

        /// @param keyed the beginning of a code
        record Begun(String keyed) implements Outcome {
        }

        record Unknown() implements Outcome {
        }
    }

    ChoiceCodes {
        choices = List.copyOf(choices);
    }

    private boolean printed() {
        return choices.stream().allMatch(choice -> choice.code().matches(NUMBER));
    }

    /// What is keyed for the choice at this place.
    String code(int index) {
        if (printed()) {
            return choices.get(index).code();
        }
        return choices.size() <= MOST_KEYS ? ChoiceKeys.key(index) : String.valueOf(index + 1);
    }

    /// @param begun what was keyed of the code before
    Outcome key(String begun, char key) {
        OptionalInt letter = Character.isLetter(key) && begun.isEmpty() && choices.size() <= MOST_KEYS
                ? ChoiceKeys.index(key) : OptionalInt.empty();
        if (letter.isPresent() && letter.getAsInt() >= FIRST_LETTER && letter.getAsInt() < choices.size()) {
            return new Outcome.Chosen(letter.getAsInt());
        }
        String keyed = begun + key;
        int exact = index(keyed);
        boolean longer = IntStream.range(0, choices.size()).mapToObj(this::code)
                .anyMatch(code -> code.startsWith(keyed) && !code.equals(keyed));
        if (exact >= 0 && !longer) {
            return new Outcome.Chosen(exact);
        }
        return longer ? new Outcome.Begun(keyed) : new Outcome.Unknown();
    }

    /// Enter after a code that others begin with.
    Outcome whole(String begun) {
        int exact = index(begun);
        return exact >= 0 ? new Outcome.Chosen(exact) : new Outcome.Unknown();
    }

    private int index(String keyed) {
        return IntStream.range(0, choices.size()).filter(index -> code(index).equals(keyed)).findFirst().orElse(-1);
    }
}
