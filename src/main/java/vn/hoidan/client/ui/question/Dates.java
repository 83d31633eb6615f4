package vn.hoidan.client.ui.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `2/11/2024`, `02112024`, `2024-11-02`; with the author's `month-year` `11/2024`, with `year` `2024`. What is not
/// asked for is the first.
///
/// @param part how much of a date is asked for
record Dates(Part part) implements Reading {
    /// How much of a date is asked for.
    enum Part {
        DAY("dd/MM/uuuu", "unreadable.date", "expected.date"),
        MONTH("MM/uuuu", "unreadable.month", "expected.month"),
        YEAR("uuuu", "unreadable.year", "expected.year");

        private final DateTimeFormatter shown;
        private final String unreadable;
        private final String expected;

        Part(String pattern, String unreadable, String expected) {
            this.shown = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            this.unreadable = unreadable;
            this.expected = expected;
        }

        static Part of(Appearance appearance) {
            return appearance.has("year") ? YEAR : appearance.has("month-year") ? MONTH : DAY;
        }

        String expected() {
            return expected;
        }
    }

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\s*[/.\\- ]\\s*(\\d{1,2})\\s*[/.\\- ]\\s*"
            + "(\\d{4})");
    private static final Pattern RUN = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})\\s*[/.\\- ]\\s*(\\d{4})");
    private static final Pattern MONTH_RUN = Pattern.compile("(\\d{2})(\\d{4})");
    private static final Pattern YEAR_ONLY = Pattern.compile("\\d{4}");
    private static final int DATE_CHARACTERS = 10;

    @Override
    public Outcome read(String typed) {
        try {
            Optional<LocalDate> date = date(typed);
            return date.<Outcome>map(day -> new Outcome.Value(day.toString()))
                    .orElse(new Outcome.Unreadable(part.unreadable));
        } catch (DateTimeException _) {
            return new Outcome.Unreadable("unreadable.date.none");
        }
    }

    private Optional<LocalDate> date(String typed) {
        if (part == Part.YEAR && YEAR_ONLY.matcher(typed).matches()) {
            return Optional.of(LocalDate.of(Integer.parseInt(typed), 1, 1));
        }
        Optional<LocalDate> month = part == Part.MONTH ? month(typed) : Optional.empty();
        return month.or(() -> day(typed)).map(this::beginning);
    }

    private LocalDate beginning(LocalDate day) {
        return switch (part) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static Optional<LocalDate> month(String typed) {
        for (Pattern pattern : List.of(MONTH_FIRST, MONTH_RUN)) {
            Matcher matcher = pattern.matcher(typed);
            if (matcher.matches()) {
                return Optional.of(date(matcher.group(2), matcher.group(1), "1"));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String typed) {
        Matcher yearFirst = YEAR_FIRST.matcher(typed);
        if (yearFirst.matches()) {
            return Optional.of(date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)));
        }
        for (Pattern pattern : List.of(DAY_FIRST, RUN)) {
            Matcher matcher = pattern.matcher(typed);
            if (matcher.matches()) {
                return Optional.of(date(matcher.group(3), matcher.group(2), matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    @Override
    public String typed(String lexical) {
        return day(lexical.length() > DATE_CHARACTERS ? lexical.substring(0, DATE_CHARACTERS) : lexical, lexical);
    }

    private String day(String date, String otherwise) {
        return parsed(date).map(part.shown::format).orElse(otherwise);
    }

    /// The day of a lexical value; empty if it is none.
    static Optional<LocalDate> parsed(String lexical) {
        try {
            return Optional.of(LocalDate.parse(lexical));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
