package vn.hoidan.client.ui.kit;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/// Numbers and times as people of the window's language write them.
public final class Formats {
    private final Language language;
    private final Supplier<ZoneId> zone;

    /// @param zone of the laptop; asked when a time is shown, because the first one reads all zones of the world
    public Formats(Language language, Supplier<ZoneId> zone) {
        this.language = language;
        this.zone = zone;
    }

    private Locale locale() {
        return language.now().equals("vi") ? Locale.of("vi", "VN") : Locale.UK;
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale()).format(value);
    }

    /// A share from 0 to 1 as a percentage with one decimal.
    public String share(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(value * 100) + " %";
    }

    /// A number with all its decimals, such as they are.
    public String exact(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    /// `07:12`.
    public String time(Instant at) {
        return pattern("HH:mm", at);
    }

    /// `2/11`.
    public String day(Instant at) {
        return pattern(language.now().equals("vi") ? "d/M" : "d MMM", at);
    }

    /// `2/11/2024`, `2 Nov 2024`.
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(language.now().equals("vi") ? "d/M/yyyy" : "d MMM yyyy", locale())
                .format(day);
    }

    /// `07:12` for today, `2/11 07:12` else.
    public String moment(Instant at, Instant now) {
        return date(at).equals(date(now)) ? time(at) : day(at) + " " + time(at);
    }

    /// `thứ Bảy 2/11/2024`, `Chủ nhật 3/11/2024`.
    public String today(Instant now) {
        if (!language.now().equals("vi")) {
            return pattern("EEEE d MMMM yyyy", now);
        }
        String day = pattern("EEEE", now);
        boolean sunday = date(now).getDayOfWeek() == DayOfWeek.SUNDAY;
        String written = sunday ? day.substring(0, 1) + day.substring(1).toLowerCase(locale())
                : day.substring(0, 1).toLowerCase(locale()) + day.substring(1);
        return written + " " + pattern("d/M/yyyy", now);
    }

    /// `T4 6/11`, `Wed 6 Nov`.
    public String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern(language.now().equals("vi") ? "EEE d/M" : "EEE d MMM", locale()).format(day);
    }

    public LocalDate date(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    public ZoneId zone() {
        return zone.get();
    }

    /// Whole days from one calendar day to another.
    public long daysBetween(Instant from, Instant to) {
        return Duration.between(date(from).atStartOfDay(), date(to).atStartOfDay()).toDays();
    }

    private String pattern(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(at.atZone(zone()));
    }
}
