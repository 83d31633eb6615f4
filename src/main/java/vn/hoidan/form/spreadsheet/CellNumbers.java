package vn.hoidan.form.spreadsheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers of a spreadsheet as text: whole ones without a fraction, others as short as they can be, days in ISO form.
final class CellNumbers {
    /// Spreadsheets keep 15 digits; further ones are lost when typed.
    static final double LEAST_INEXACT = 1e15;
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    /// The day after 28 February 1900. Spreadsheets hold that year for a leap year, so days before it are one off.
    private static final double FIRST_RIGHT_DAY = 61;
    /// The year 10000.
    private static final double DAYS_END = 2_958_466;
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String MIDNIGHT = "T00:00:00";
    private static final int MOST_DIGITS = 400;
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private CellNumbers() {
    }

    /// Empty if it is no number.
    static Optional<Double> parse(String written) {
        String number = written.strip();
        Optional<Integer> whole = CellTexts.number(number);
        if (whole.isPresent()) {
            return Optional.of((double) whole.get());
        }
        if (number.length() > MOST_DIGITS || !NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(number);
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LEAST_INEXACT) {
            return String.valueOf((long) value);
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return shortest.toPlainString();
    }

    /// A day, a moment or a time of day; a number that is none of them stays a number.
    static String date(double days, boolean from1904) {
        if (days < 0 || days >= DAYS_END) {
            return number(days);
        }
        long seconds = Math.round(days * SECONDS_OF_A_DAY);
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_OF_A_DAY);
        if (seconds < SECONDS_OF_A_DAY && !from1904) {
            return TIME.format(time);
        }
        long whole = seconds / SECONDS_OF_A_DAY;
        LocalDate day = from1904 ? DAY_0_OF_1904.plusDays(whole)
                : DAY_0.plusDays(whole < FIRST_RIGHT_DAY ? whole + 1 : whole);
        return time.equals(LocalTime.MIDNIGHT) ? day.toString()
                : day + "T" + TIME.format(time);
    }

    /// A date that is written in ISO form already.
    static String isoDate(String written) {
        String text = written.strip();
        int end = text.indexOf(MIDNIGHT);
        try {
            LocalDateTime moment = LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1)
                    : text);
            return end > 0 ? moment.toLocalDate().toString() : moment.toLocalDate() + "T"
                    + TIME.format(moment.toLocalTime());
        } catch (DateTimeParseException dayOrTimeAlone) {
            return text;
        }
    }
}
