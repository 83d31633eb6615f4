package vn.hoidan.core.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks up codes of one measure: their place among the codes offered, and their score. Codes of one character, which
/// most are, are looked up in a table; a million interviews ask some eighty million times.
final class Scoring {
    /// Score of an answer: nothing was answered, and the rule leaves blanks out.
    static final int BLANK = -1;
    /// Score of an answer: a code that the question does not offer, or off its scale.
    static final int UNKNOWN = -2;

    /// Score of an answer that was not asked for.
    static final int NOT_ASKED = -3;

    private static final int TABLE = 128;
    private static final int NO_PLACE = -1;

    private final int[] placeOfCharacter = new int[TABLE];
    private final Map<String, Integer> placeOf = new HashMap<>();
    private final int[] scores;
    private final int blank;

    Scoring(Measure measure) {
        List<String> codes = measure.codes();
        scores = codes.stream().mapToInt(measure::scoreOfCode).toArray();
        blank = measure.scoreOfBlank();
        Arrays.fill(placeOfCharacter, NO_PLACE);
        for (int place = 0; place < codes.size(); place++) {
            String code = codes.get(place);
            placeOf.put(code, place);
            if (code.length() == 1 && code.charAt(0) < TABLE) {
                placeOfCharacter[code.charAt(0)] = place;
            }
        }
    }

    /// The score of an answer, which its codes are counted for as well unless it is {@link #BLANK},
    /// {@link #UNKNOWN} or {@link #NOT_ASKED}. An answer of several codes parted by spaces, to a question with many
    /// choices, has the score of the highest.
    int count(String answer, long[] byCode) {
        if (answer.isEmpty()) {
            return blank;
        }
        if (answer.length() == 1 || answer.indexOf(' ') < 0) {
            int place = place(answer);
            if (place == NO_PLACE || scores[place] == UNKNOWN) {
                return answer.equals(Tally.NOT_ASKED) ? NOT_ASKED : UNKNOWN;
            }
            byCode[place]++;
            return scores[place];
        }
        return countSeveral(answer.split(" "), byCode);
    }

    private int countSeveral(String[] codes, long[] byCode) {
        int highest = 0;
        for (String code : codes) {
            int place = place(code);
            if (place == NO_PLACE || scores[place] == UNKNOWN) {
                return UNKNOWN;
            }
            highest = Math.max(highest, scores[place]);
        }
        for (String code : codes) {
            byCode[place(code)]++;
        }
        return highest;
    }

    private int place(String code) {
        return code.length() == 1 && code.charAt(0) < TABLE ? placeOfCharacter[code.charAt(0)]
                : placeOf.getOrDefault(code, NO_PLACE);
    }
}
