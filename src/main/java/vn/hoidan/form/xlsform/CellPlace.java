package vn.hoidan.form.xlsform;

import java.util.Optional;

/// Where a cell stands, as `C12` says it.
///
/// @param column from 0
/// @param row    from 1
public record CellPlace(int column, int row) {
    private static final int LETTERS = 26;
    private static final int MOST_LETTERS = 3;
    private static final int MOST_ROW_DIGITS = 7;

    /// Empty if it is no such name.
    public static Optional<CellPlace> of(String name) {
        int letters = 0;
        int column = 0;
        while (letters < name.length() && name.charAt(letters) >= 'A' && name.charAt(letters) <= 'Z') {
            column = column * LETTERS + name.charAt(letters) - 'A' + 1;
            if (++letters > MOST_LETTERS) {
                return Optional.empty();
            }
        }
        String row = name.substring(letters);
        boolean isRow = !row.isEmpty() && row.length() <= MOST_ROW_DIGITS && row.chars().allMatch(letter ->
                letter >= '0' && letter <= '9');
        return letters == 0 || !isRow ? Optional.empty()
                : Optional.of(new CellPlace(column - 1, Integer.parseInt(row)));
    }

    /// `C12`.
    public String name() {
        return letters(column) + row;
    }

    /// The letters of a column, counted from 0.
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.append((char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.reverse().toString();
    }
}
