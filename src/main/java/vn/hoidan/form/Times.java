package vn.hoidan.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import org.javarosa.core.model.data.DateData;
import vn.hoidan.form.Reading.Readable;
import vn.hoidan.form.Reading.Unreadable;

/// Reads dates and times. JavaRosa holds both as moments in the machine's zone, whatever the zone of the session; what
/// was answered is kept beside it.
final class Times {
    /// Before it, calendars differ: JavaRosa's dates are Julian until 1582.
    private static final int FIRST_YEAR = 1600;
    private static final int LAST_YEAR = 2999;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSxxx");

    private Times() {
    }

    static Reading date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (outOfRange(date)) {
                return new Unreadable("answer.year", FIRST_YEAR, LAST_YEAR);
            }
            return new Readable(new DateData(Date.from(date.atStartOfDay(ZoneId.systemDefault()).toInstant())));
        } catch (DateTimeException impossible) {
            return new Unreadable("answer.date");
        }
    }

    static Reading time(String text, ZoneOffset offset) {
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_TIME.parseBest(text, OffsetTime::from, LocalTime::from);
            OffsetTime time = read instanceof OffsetTime given ? given : LocalTime.from(read).atOffset(offset);
            Date onSomeDay = Date.from(LocalDate.EPOCH.atTime(time.toLocalTime()).atZone(ZoneId.systemDefault())
                    .toInstant());
            return new Readable(new Exact.Time(onSomeDay, TIME.format(time)));
        } catch (DateTimeException impossible) {
            return new Unreadable("answer.time");
        }
    }

    static Reading dateTime(String text, ZoneOffset offset) {
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from,
                    LocalDateTime::from);
            OffsetDateTime time = read instanceof OffsetDateTime given ? given
                    : LocalDateTime.from(read).atOffset(offset);
            if (outOfRange(time.toLocalDate())) {
                return new Unreadable("answer.year", FIRST_YEAR, LAST_YEAR);
            }
            return new Readable(new Exact.DateTime(Date.from(time.toInstant()),
                    SessionFunctions.DATE_TIME.format(time)));
        } catch (DateTimeException impossible) {
            return new Unreadable("answer.date-time");
        }
    }

    private static boolean outOfRange(LocalDate date) {
        return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR;
    }
}
