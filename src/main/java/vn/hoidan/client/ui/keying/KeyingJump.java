package vn.hoidan.client.ui.keying;

import java.util.Optional;

/// The number typed after `/`: Enter goes to its row, `+` gives every row as far as it the value of the row above,
/// `*` marks them as left blank. Without a number, `+` goes to the end of the grid and `*` to the end of the group.
final class KeyingJump {
    /// What came of a key.
    sealed interface Outcome {
        /// More is to come.
        record Typing() implements Outcome {
        }

        record PutAway() implements Outcome {
        }

        record GoTo(String number) implements Outcome {
        }

        record Repeat(String number) implements Outcome {
        }

        record Blank(String number) implements Outcome {
        }

        record Unknown() implements Outcome {
        }
    }

    private static final int MOST_CHARACTERS = 9;

    private Optional<String> typed = Optional.empty();

    /// What was typed so far; empty while no number is asked for.
    Optional<String> typed() {
        return typed;
    }

    void ask() {
        typed = Optional.of("");
    }

    void putAway() {
        typed = Optional.empty();
    }

    Outcome key(char key) {
        String number = typed.orElseThrow();
        return switch (key) {
            case '+' -> ended(new Outcome.Repeat(number));
            case '*' -> ended(new Outcome.Blank(number));
            case '/' -> ended(new Outcome.PutAway());
            case '-' -> shorter(number);
            default -> longer(number, key);
        };
    }

    Outcome enter() {
        return ended(new Outcome.GoTo(typed.orElseThrow()));
    }

    private Outcome ended(Outcome outcome) {
        putAway();
        return outcome;
    }

    private Outcome shorter(String number) {
        if (number.isEmpty()) {
            return ended(new Outcome.PutAway());
        }
        typed = Optional.of(number.substring(0, number.length() - 1));
        return new Outcome.Typing();
    }

    private Outcome longer(String number, char key) {
        if (number.length() == MOST_CHARACTERS || key != '.' && !(key >= '0' && key <= '9')) {
            return new Outcome.Unknown();
        }
        typed = Optional.of(number + key);
        return new Outcome.Typing();
    }
}
