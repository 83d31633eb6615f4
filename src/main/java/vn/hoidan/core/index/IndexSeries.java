package vn.hoidan.core.index;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.indicator.Indicator;

/// The overall index and its groups month by month.
///
/// @param zone        in which the month of an interview was told
/// @param comparisons how many differences between neighbouring months were tested together
/// @param doubtful    interviews whose month cannot be right; they are in none
public record IndexSeries(String zone, List<Line> lines, int comparisons, long doubtful) {
    /// Of the field, where nobody names another.
    public static final ZoneId FIELD_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    public IndexSeries {
        lines = List.copyOf(lines);
    }

    /// True if no interview is in any month.
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.months().isEmpty());
    }

    /// One indicator.
    ///
    /// @param months those with interviews, the oldest first
    public record Line(Indicator indicator, List<Month> months) {
        public Line {
            months = List.copyOf(months);
        }
    }

    /// @param base  answers of the month; 0 if there were none
    /// @param shown empty if the base is smaller than the rule shows
    public record Month(YearMonth month, long base, Optional<Shown> shown) {
    }

    /// @param interval empty if there are not enough primary units to tell
    /// @param change   to the month just before; empty where that is not shown, or no error of the difference is known
    public record Shown(Estimate estimate, Optional<Interval> interval, Optional<Change> change) {
    }

    /// @param difference    to the month before
    /// @param chance        how likely chance alone makes one as large anywhere in the series (Holm)
    /// @param isChangePoint true if that is less than the rule's confidence leaves
    public record Change(Estimate difference, double chance, boolean isChangePoint) {
    }
}
