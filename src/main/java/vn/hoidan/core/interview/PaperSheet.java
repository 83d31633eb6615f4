package vn.hoidan.core.interview;

import java.time.LocalDate;

/// What a form on paper says of itself, so that it can be found again.
///
/// @param number   as written on it; paper forms may be numbered in any way
/// @param filledOn day written on it
public record PaperSheet(String number, LocalDate filledOn) {
    public static final int MOST_NUMBER_CHARACTERS = 20;

    public PaperSheet {
        if (number.isBlank() || number.length() > MOST_NUMBER_CHARACTERS) {
            throw new IllegalArgumentException("number of a paper form: " + number.length() + " characters");
        }
    }
}
