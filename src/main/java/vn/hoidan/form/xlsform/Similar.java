package vn.hoidan.form.xlsform;

import java.util.Collection;

/// Finds the word that an author probably meant.
public final class Similar {
    private static final int MOST_CHARACTERS = 60;

    private Similar() {
    }

    /// The nearest of the known words, or empty if none is near (a third of the letters wrong, at most three).
    public static String to(String word, Collection<String> known) {
        if (word.length() > MOST_CHARACTERS) {
            return "";
        }
        String best = "";
        int least = Math.min(3, Math.max(1, word.length() / 3)) + 1;
        for (String candidate : known.stream().sorted().toList()) {
            if (candidate.length() <= MOST_CHARACTERS) {
                int distance = distance(word, candidate);
                if (distance < least) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /// Letters to insert, remove or change.
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int change = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, 1 + Math.min(diagonal, row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
