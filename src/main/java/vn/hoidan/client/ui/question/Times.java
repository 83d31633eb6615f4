package vn.hoidan.client.ui.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `9:30`, `9h30`, `0930`, `9h`, `9 giờ 30`.
///
/// @param zone of the laptop: the lexical form has an offset
record Times(ZoneId zone) implements Reading {
    private static final Pattern CLOCK = Pattern.compile(
            "(\\d{1,2})(?:\\s*(?:[:.h]|gi\\u1EDD)\\s*(?:(\\d{2})(?:\\s*(?:'|ph\\u00FAt|ph|m))?)?|(\\d{2}))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm:ss.SSSxxx", Locale.ROOT);
    private static final int CLOCK_CHARACTERS = 5;

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
