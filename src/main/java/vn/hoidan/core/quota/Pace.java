package vn.hoidan.core.quota;

import java.time.Duration;
import java.time.Instant;

/// How fast a device works and how often it comes, as its rounds of sync have shown. Newer rounds weigh more.
///
/// @param perDay      interviews on a day
/// @param daysBetween days from one round of sync to the next
/// @param heardAt     by the server's clock when this was last measured
/// @param doneSince   interviews that came since then
public record Pace(double perDay, double daysBetween, Instant heardAt, int doneSince) {

    /// What is taken for a device that nothing is known of.
    public static final double USUAL_PER_DAY = 7;
    public static final double USUAL_DAYS_BETWEEN = 2;
    /// Nobody holds more long interviews on a day; more is a mistake or a heap that waited.
    public static final double MOST_PER_DAY = 14;

    private static final double WEIGHT_OF_NEWEST = 0.4;
    private static final double SHORTEST_DAYS_BETWEEN = 0.8;
    /// Rounds closer together than this are one visit to the network.
    private static final double SHORTEST_DAYS_MEASURED = 0.5;
    /// A device not heard of for longer than both is not counted on.
    private static final double ACTIVE_DAYS = 4;
    private static final double ACTIVE_INTERVALS = 3;
    private static final double MILLIS_OF_DAY = Duration.ofDays(1).toMillis();

    public Pace {
        if (!(perDay >= 0) || !(daysBetween > 0)) {
            throw new IllegalArgumentException("pace " + perDay + ", " + daysBetween);
        }
    }

    /// Of a device just enrolled.
    ///
    /// @param daysBetween as the plan of fieldwork says
    public static Pace planned(double daysBetween, Instant now) {
        return new Pace(USUAL_PER_DAY, daysBetween, now, 0);
    }

    public static Pace usual(Instant now) {
        return planned(USUAL_DAYS_BETWEEN, now);
    }

    /// After a round of sync.
    ///
    /// @param done interviews that it brought
    public Pace after(Instant now, int done) {
        double days = Duration.between(heardAt, now).toMillis() / MILLIS_OF_DAY;
        int all = doneSince + done;
        if (days < SHORTEST_DAYS_MEASURED) {
            return new Pace(perDay, daysBetween, heardAt, all);
        }
        double speed = all == 0 ? perDay : mixed(perDay, Math.min(MOST_PER_DAY, all / Math.ceil(days)));
        return new Pace(speed, mixed(daysBetween, Math.max(SHORTEST_DAYS_BETWEEN, days)), now, 0);
    }

    private static double mixed(double before, double newest) {
        return (1 - WEIGHT_OF_NEWEST) * before + WEIGHT_OF_NEWEST * newest;
    }

    /// Until when the device is counted on.
    public Instant activeUntil() {
        return heardAt.plus(days(Math.max(ACTIVE_DAYS, ACTIVE_INTERVALS * daysBetween)));
    }

    /// When it will probably come again.
    public Instant nextRound() {
        return heardAt.plus(days(daysBetween));
    }

    static Duration days(double days) {
        return Duration.ofMillis(Math.round(days * MILLIS_OF_DAY));
    }
}
