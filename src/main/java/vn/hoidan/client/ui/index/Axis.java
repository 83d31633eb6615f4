package vn.hoidan.client.ui.index;

import java.util.List;
import java.util.OptionalDouble;

/// From where to where the chart of a page goes. It ends at 1 and begins at 0, or at one half where everything drawn
/// lies above that; the page says where it begins.
///
/// @param target a line across, where there is one
record Axis(double start, OptionalDouble target) {
    /// Of a page that shows nothing.
    static final Axis NONE = new Axis(0, OptionalDouble.empty());

    /// Whole numbers of percent at any of the two starts.
    static final int TICKS = 5;

    private static final double HALF = 0.5;

    static Axis of(List<IndexLine> lines, OptionalDouble target) {
        double lowest = lines.stream().flatMap(line -> line.dot().stream()).mapToDouble(IndexLine.Dot::lowest).min()
                .orElse(0);
        return new Axis(Math.min(lowest, target.orElse(1)) >= HALF ? HALF : 0, target);
    }

    /// Where a value lies, between 0 and 1.
    double place(double value) {
        return Math.clamp((value - start) / (1 - start), 0, 1);
    }

    double tick(int number) {
        return start + (1 - start) * number / TICKS;
    }
}
