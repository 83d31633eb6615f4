package vn.hoidan.client.ui.index;

import java.util.Optional;
import vn.hoidan.core.index.Interval;

/// One line of a page.
///
/// @param depth  0 for what stands above the others
/// @param dot    what the chart shows of it, if it is a share
/// @param figure in words, as the other columns
/// @param detail all that is known of it, for the foot of the page and a screen reader
record IndexLine(int depth, String label, Optional<Dot> dot, String figure, String interval, String base, String note,
        String detail) {

    /// @param value between 0 and 1
    record Dot(double value, Optional<Interval> interval) {
        double lowest() {
            return interval.map(Interval::low).orElse(value);
        }
    }
}
