package vn.hoidan.core.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a laptop of the team has left and how fast its person works, as the office last heard from it.
///
/// @param device    name of the laptop
/// @param at        when it was heard from, by the server's clock
/// @param perDay    interviews on a day
/// @param nextRound when it will probably reach the office next
/// @param units     those that it could hand over, each bundle once
public record MateUnits(String device, Instant at, double perDay, Instant nextRound, List<Units> units) {
    /// Most laptops told of, and most bundles of one.
    public static final int MOST = 500;

    private static final double MILLIS_OF_DAY = Duration.ofDays(1).toMillis();

    public MateUnits {
        units = List.copyOf(units);
    }

    /// Units of one bundle.
    public record Units(List<CellKey> cells, int free) {
        public Units {
            cells = List.copyOf(cells);
        }
    }

    /// Units of a bundle that it probably still has: of all it had it uses as many as it makes interviews on a day, of
    /// each bundle the same part.
    public int likelyFree(List<CellKey> cells, Instant now) {
        int all = units.stream().mapToInt(Units::free).sum();
        double days = Math.max(0, Duration.between(at, now).toMillis() / MILLIS_OF_DAY);
        double left = all == 0 ? 0 : Math.max(0, 1 - perDay * days / all);
        return (int) Math.round(left * units.stream().filter(each -> Bundle.same(each.cells(), cells))
                .mapToInt(Units::free).sum());
    }

    /// Days until it will probably reach the office; below zero if it is late.
    public double daysToRound(Instant now) {
        return Duration.between(now, nextRound).toMillis() / MILLIS_OF_DAY;
    }
}
