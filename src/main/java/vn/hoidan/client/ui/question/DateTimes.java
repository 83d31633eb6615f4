package vn.hoidan.client.ui.question;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A day and a time with a blank between: `2/11/2024 9:30`.
///
/// @param zone of the laptop
record DateTimes(ZoneId zone) implements Reading {
    private static final Dates DATE = new Dates(Dates.Part.DAY);
    private static final Pattern BOTH = Pattern.compile(
            "(\\d{1,4}\\s*[/.\\- ]\\s*\\d{1,2}\\s*[/.\\- ]\\s*\\d{1,4}|\\d{8})(?:[T,\\s]\\s*)(\\S.*)");

    @Override
    public Outcome read(String typed) {
        Matcher both = BOTH.matcher(typed);
        if (!both.matches()) {
            return new Outcome.Unreadable("unreadable.datetime");
        }
        return switch (DATE.read(both.group(1).strip())) {
            case Outcome.Unreadable unreadable -> unreadable;
            case Outcome.Value day -> switch (new Times(zone).read(both.group(2).strip(),
                    LocalDate.parse(day.lexical()))) {
                case Outcome.Unreadable unreadable -> unreadable;
                case Outcome.Value clock -> new Outcome.Value(day.lexical() + "T" + clock.lexical());
            };
        };
    }

    @Override
    public String typed(String lexical) {
        int divider = lexical.indexOf('T');
        return divider < 0 ? lexical : DATE.typed(lexical.substring(0, divider)) + " "
                + new Times(zone).typed(lexical.substring(divider + 1));
    }
}
