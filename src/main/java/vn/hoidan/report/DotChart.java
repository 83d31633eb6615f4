package vn.hoidan.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.hoidan.core.index.Interval;

/// A row for each figure: a dot where it is and a bar where it may truly be. Made of boxes, so that it is sharp in a
/// document too. The axis says where it begins; it begins at 0 unless all that is drawn lies in its upper part.
final class DotChart {
    /// No line across.
    static final double NO_TARGET = -1;

    /// A chart of no more rows is not parted between pages.
    private static final int MOST_TOGETHER = 16;
    private static final double HALF = 0.5;
    private static final double PERCENT = 100;
    private static final int TICKS = 5;

    private DotChart() {
    }

    /// @param note beside the dot
    record Dot(String label, double value, Optional<Interval> interval, String note) {
    }

    /// @param target a line across, or {@link #NO_TARGET}
    static void draw(Page page, ReportTexts texts, List<Dot> dots, double target) {
        double start = start(dots, target);
        page.leaf("p", "axis-note", start > 0 ? texts.get(target >= 0 ? "chart.axis-cut" : "chart.axis-cut-plain",
                (int) Math.round(start * PERCENT))
                : texts.get(target >= 0 ? "chart.axis-whole" : "chart.axis-plain"));
        page.open("table", dots.size() > MOST_TOGETHER ? "chart" : "chart short");
        for (Dot dot : dots) {
            page.open("tr", "").leaf("td", "chart-label", dot.label()).open("td", "chart-lane").open("div", "lane");
            if (target >= start) {
                page.leaf("div", "target", "left:" + place(target, start), "");
            }
            dot.interval().ifPresent(interval -> page.leaf("div", "range", "left:" + place(interval.low(), start)
                    + ";width:" + width(interval, start), ""));
            page.leaf("div", "dot", "left:" + place(dot.value(), start), "");
            page.close().close().leaf("td", "chart-note", dot.note()).close();
        }
        page.open("tr", "").leaf("td", "chart-label", "").open("td", "chart-lane").open("div", "ticks");
        for (int tick = 0; tick <= TICKS; tick++) {
            double value = start + (1 - start) * tick / TICKS;
            page.leaf("div", "tick", "left:" + place(value, start), Math.round(value * PERCENT) + " %");
        }
        page.close().close().leaf("td", "chart-note", "").close().close();
    }

    private static double start(List<Dot> dots, double target) {
        double lowest = target >= 0 ? target : 1;
        for (Dot dot : dots) {
            lowest = Math.min(lowest, dot.interval().map(Interval::low).orElse(dot.value()));
        }
        return lowest >= HALF ? HALF : 0;
    }

    private static String place(double value, double start) {
        return percent(Math.clamp((value - start) / (1 - start), 0, 1));
    }

    private static String width(Interval interval, double start) {
        return percent((Math.min(1, interval.high()) - Math.max(start, interval.low())) / (1 - start));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * PERCENT);
    }
}
