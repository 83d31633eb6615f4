package vn.hoidan.core.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a cell will be full if the work goes on as on the last days.
///
/// @param earliest in one of ten cases it is full before
/// @param latest   in one of ten cases it is full only after
public record Forecast(Instant earliest, Instant likely, Instant latest) {

    /// Days that are looked back on.
    public static final int DAYS_BACK = 7;
    /// With fewer interviews on those days nothing can be said.
    public static final int FEWEST = 3;

    /// Of the normal distribution: one in ten lies beyond it on each side.
    private static final double ONE_IN_TEN = 1.2816;
    private static final double MILLIS_OF_DAY = Duration.ofDays(1).toMillis();
    /// Beyond this nobody plans.
    private static final double MOST_DAYS = 3_650;

    /// Both what came and what is still to come are counts of chance (Poisson), so the logarithm of the days left has
    /// about the variance 1/done + 1/left.
    ///
    /// @param left units still to fill
    /// @param done interviews that came to count in the time looked back on
    /// @param over that time
    /// @return empty if the cell is full or too little is known
    public static Optional<Forecast> of(int left, int done, Duration over, Instant now) {
        if (left <= 0 || done < FEWEST || !over.isPositive()) {
            return Optional.empty();
        }
        double days = left * (over.toMillis() / MILLIS_OF_DAY) / done;
        double spread = Math.exp(ONE_IN_TEN * Math.sqrt(1.0 / done + 1.0 / left));
        return Optional.of(new Forecast(in(days / spread, now), in(days, now), in(days * spread, now)));
    }

    private static Instant in(double days, Instant now) {
        return now.plusMillis(Math.round(Math.min(days, MOST_DAYS) * MILLIS_OF_DAY));
    }
}
