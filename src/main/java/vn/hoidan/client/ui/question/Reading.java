package vn.hoidan.client.ui.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoidan.core.questionnaire.QuestionType;

/// Turns what people type into the lexical value of a question's type, and back. Vietnamese habits are taken:
/// a decimal comma, day before month, `9h30`.
public interface Reading {
    /// What came of reading.
    sealed interface Outcome {
        /// @param lexical the value as XForms writes it
        record Value(String lexical) implements Outcome {
        }

        /// @param key text of the question room that says what is expected
        record Unreadable(String key) implements Outcome {
        }
    }

    /// @param typed not blank, without white space at its ends
    Outcome read(String typed);

    /// The value as a person would type it.
    default String typed(String lexical) {
        return lexical;
    }

    /// The reading for a type that is typed.
    ///
    /// @param zone of the laptop, for times, whose lexical form has an offset
    static Reading of(QuestionType type, ZoneId zone) {
        return switch (type) {
            case INTEGER -> Reading::integer;
            case DECIMAL, RANGE -> new Decimal();
            case DATE -> new Date();
            case TIME -> new Time(zone);
            case DATE_TIME -> new DateTime(zone);
            case GEOPOINT -> Reading::geopoint;
            case TEXT, BARCODE, SELECT_ONE, SELECT_MULTIPLE, RANK, ACKNOWLEDGE, NOTE, FILE, IMAGE, UNSUPPORTED ->
                    Outcome.Value::new;
        };
    }

    private static Outcome integer(String typed) {
        return typed.matches("[+-]?\\d{1,18}") ? new Outcome.Value(typed.replace("+", ""))
                : new Outcome.Unreadable("unreadable.integer");
    }

    private static Outcome geopoint(String typed) {
        String[] parts = typed.trim().split("[\\s,;]+");
        if (parts.length < 2 || parts.length > 4) {
            return new Outcome.Unreadable("unreadable.geopoint");
        }
        for (String part : parts) {
            if (!part.matches("-?\\d{1,5}(\\.\\d{1,12})?")) {
                return new Outcome.Unreadable("unreadable.geopoint");
            }
        }
        if (Math.abs(Double.parseDouble(parts[0])) > 90 || Math.abs(Double.parseDouble(parts[1])) > 180) {
            return new Outcome.Unreadable("unreadable.geopoint");
        }
        return new Outcome.Value(parts[0] + " " + parts[1] + " " + (parts.length > 2 ? parts[2] : "0") + " "
                + (parts.length > 3 ? parts[3] : "0"));
    }

    /// `3,5` and `3.5`; exact, never by way of a binary number.
    final class Decimal implements Reading {
        @Override
        public Outcome read(String typed) {
            String value = typed.replace(',', '.').replace("+", "");
            return value.matches("-?\\d{1,30}(\\.\\d{1,30})?") ? new Outcome.Value(value)
                    : new Outcome.Unreadable("unreadable.decimal");
        }
    }

    /// `2/11/2024`, `02112024`, `2024-11-02`.
    final class Date implements Reading {
        private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})");
        private static final Pattern RUN = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
        private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
        private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

        @Override
        public Outcome read(String typed) {
            try {
                Matcher yearFirst = YEAR_FIRST.matcher(typed);
                if (yearFirst.matches()) {
                    return value(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
                }
                for (Pattern pattern : new Pattern[] {DAY_FIRST, RUN}) {
                    Matcher matcher = pattern.matcher(typed);
                    if (matcher.matches()) {
                        return value(matcher.group(3), matcher.group(2), matcher.group(1));
                    }
                }
            } catch (DateTimeException _) {
                return new Outcome.Unreadable("unreadable.date.none");
            }
            return new Outcome.Unreadable("unreadable.date");
        }

        private static Outcome value(String year, String month, String day) {
            return new Outcome.Value(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month),
                    Integer.parseInt(day)).toString());
        }

        @Override
        public String typed(String lexical) {
            try {
                return LocalDate.parse(lexical.length() > 10 ? lexical.substring(0, 10) : lexical).format(SHOWN);
            } catch (DateTimeException notADate) {
                return lexical;
            }
        }
    }

    /// `9:30`, `9h30`, `0930`, `9h`.
    final class Time implements Reading {
        private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:hHg.](\\d{2})?|(\\d{2}))");
        private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm:ss.SSSxxx", Locale.ROOT);
        private static final int CLOCK_CHARACTERS = 5;

        private final ZoneId zone;

        Time(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Outcome read(String typed) {
            return read(typed, LocalDate.EPOCH);
        }

        Outcome read(String typed, LocalDate day) {
            Matcher matcher = CLOCK.matcher(typed);
            if (!matcher.matches()) {
                return new Outcome.Unreadable("unreadable.time");
            }
            String minutes = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            try {
                LocalTime time = LocalTime.of(Integer.parseInt(matcher.group(1)),
                        minutes == null ? 0 : Integer.parseInt(minutes));
                return new Outcome.Value(day.atTime(time).atZone(zone).format(WRITTEN));
            } catch (DateTimeException _) {
                return new Outcome.Unreadable("unreadable.time");
            }
        }

        @Override
        public String typed(String lexical) {
            return lexical.length() > CLOCK_CHARACTERS ? lexical.substring(0, CLOCK_CHARACTERS) : lexical;
        }
    }

    /// A day and a time with white space between: `2/11/2024 9:30`.
    final class DateTime implements Reading {
        private final Date date = new Date();
        private final Time time;

        DateTime(ZoneId zone) {
            time = new Time(zone);
        }

        @Override
        public Outcome read(String typed) {
            int gap = typed.trim().lastIndexOf(' ');
            if (gap < 0) {
                return new Outcome.Unreadable("unreadable.datetime");
            }
            return switch (date.read(typed.substring(0, gap).trim())) {
                case Outcome.Unreadable unreadable -> unreadable;
                case Outcome.Value day -> switch (time.read(typed.substring(gap + 1).trim(),
                        LocalDate.parse(day.lexical()))) {
                    case Outcome.Unreadable unreadable -> unreadable;
                    case Outcome.Value clock -> new Outcome.Value(day.lexical() + "T" + clock.lexical());
                };
            };
        }

        @Override
        public String typed(String lexical) {
            int divider = lexical.indexOf('T');
            return divider < 0 ? lexical
                    : date.typed(lexical.substring(0, divider)) + " " + time.typed(lexical.substring(divider + 1));
        }
    }
}
