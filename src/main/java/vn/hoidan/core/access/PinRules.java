package vn.hoidan.core.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// What a PIN or password must be: long enough, and none of those that anybody would try first. Nothing here keeps or
/// copies it into a text that could not be wiped.
public final class PinRules {
    /// Characters a PIN needs.
    public static final int SHORTEST = 6;
    /// A block that is only repeated, such as 121212 or abcabc, is at most so long.
    private static final int LONGEST_BLOCK = 3;
    private static final int DIGITS = 10;
    private static final List<String> KNOWN = List.of("matkhau", "password", "qwerty", "hoidan", "khaosat", "vietnam",
            "123456a", "a123456", "112233", "123321", "159753", "147258");

    private PinRules() {
    }

    /// Why it cannot be taken; empty if it can.
    ///
    /// @param own words that belong to the person, such as names and ids: none of them can be the PIN
    public static Optional<Problem> refusal(char[] pin, List<String> own) {
        if (pin.length < SHORTEST) {
            return Optional.of(Problem.of(ProblemKind.PIN_TOO_SHORT, "shortest", String.valueOf(SHORTEST)));
        }
        boolean easy = repeats(pin) || runs(pin, 1) || runs(pin, -1)
                || KNOWN.stream().anyMatch(word -> isWord(pin, word))
                || own.stream().anyMatch(word -> isWord(pin, word));
        return easy ? Optional.of(Problem.of(ProblemKind.PIN_TOO_EASY)) : Optional.empty();
    }

    private static boolean repeats(char[] pin) {
        for (int block = 1; block <= LONGEST_BLOCK; block++) {
            if (Arrays.equals(pin, block, pin.length, pin, 0, pin.length - block)) {
                return true;
            }
        }
        return false;
    }

    /// 456789, 987654, abcdef; after 9 comes 0, as on a keyboard.
    private static boolean runs(char[] pin, int step) {
        for (int index = 1; index < pin.length; index++) {
            char before = pin[index - 1];
            char now = pin[index];
            boolean digits = digit(before) && digit(now);
            boolean next = digits ? now - '0' == Math.floorMod(before - '0' + step, DIGITS)
                    : Character.toLowerCase(now) == Character.toLowerCase(before) + step;
            if (!next) {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }

    /// Letters and digits alone count, in any case.
    private static boolean isWord(char[] pin, String word) {
        String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        int place = 0;
        for (char character : pin) {
            if (!Character.isLetterOrDigit(character)) {
                continue;
            }
            if (place >= letters.length() || letters.charAt(place) != Character.toLowerCase(character)) {
                return false;
            }
            place++;
        }
        return place > 0 && place == letters.length();
    }
}
