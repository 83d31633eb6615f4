package vn.hoidan.client.ui.index;

import java.util.ArrayList;
import java.util.List;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexSeries;

/// What is said above a page: how to read it, and where the axis of its chart begins.
///
/// @param drawn a chart is shown
record IndexReading(IndexReport report, IndexWords words, Axis axis, boolean drawn) {

    String of(IndexPage page) {
        return switch (page) {
            case ROUNDS -> report.comparison().map(this::rounds).orElse(words.get("rounds.none"));
            case SERIES -> report.series().filter(series -> !series.isEmpty()).map(this::series)
                    .orElse(words.get("series.none"));
            case OVERVIEW, ELEMENTS, ITEMS, DISTRICTS, ANSWERS, SAMPLE, METHOD -> chart();
        };
    }

    private String chart() {
        if (!drawn) {
            return "";
        }
        return axis.start() > 0 ? words.printed("chart.axis-cut", (int) Math.round(axis.start() * 100))
                : words.printed(axis.target().isPresent() ? "chart.axis-whole" : "chart.axis-plain");
    }

    private String rounds(IndexReport.Comparison round) {
        List<String> sentences = new ArrayList<>(List.of(
                words.printed("round.read", round.round(), words.day(round.day()))));
        if (!round.errorsKnown()) {
            sentences.add(words.printed("round.no-errors"));
        }
        if (!round.missing().isEmpty()) {
            sentences.add(words.printed("round.missing", round.missing().size(), String.join(", ", round.missing())));
        }
        return String.join(" ", sentences);
    }

    private String series(IndexSeries series) {
        return String.join(" ", words.printed("series.read", words.whole(report.rule().confidence()),
                series.comparisons()), words.printed("series.months", series.zone()), chart()).strip();
    }
}
