package vn.hoidan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.Interval;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.indicator.Indicator;

/// What the sections of a report have in common.
record Drawing(IndexReport report, ReportTexts texts, Page page) {
    /// More parts than these do not stand side by side on a page of paper; the others follow below.
    private static final int MOST_COLUMNS = 6;

    /// Figures with their ranks as a chart, the highest first.
    ///
    /// @param line of a place
    /// @param name of a place
    void ranked(List<Ranking.Place> places, Function<Ranking.Place, IndexReport.Line> line,
            Function<Ranking.Place, String> name) {
        List<DotChart.Dot> dots = new ArrayList<>();
        for (Ranking.Place place : places) {
            line.apply(place).shown().ifPresent(shown -> dots.add(new DotChart.Dot(name.apply(place),
                    shown.estimate().value(), shown.interval(), texts.percent(shown.estimate().value()) + " ("
                    + texts.interval(shown.interval()) + ")\n" + texts.rank(place, places.size()))));
        }
        if (dots.isEmpty()) {
            page.leaf("p", "", texts.get("base.none"));
        } else {
            DotChart.draw(page, texts, dots, report.target());
            page.leaf("p", "small", texts.get("rank.read"));
        }
    }

    IndexReport.Line line(Ranking.Place place) {
        return report.everybody().line(place.name()).orElseThrow();
    }

    String label(IndexReport.Line line) {
        return texts.in(line.indicator().label());
    }

    String interval(IndexReport.Line line) {
        return texts.interval(line.shown().flatMap(IndexReport.Shown::interval));
    }

    String change(IndexReport.Line line) {
        return line.shown().flatMap(IndexReport.Shown::change).map(texts::change).orElse("");
    }

    String responsible(IndexReport.Line line) {
        return line.indicator().responsible().map(texts::in).orElse("");
    }

    /// Parts side by side, as many tables as it takes: overall, groups and elements, each with its interval below.
    void sideBySide(List<IndexReport.Part> parts) {
        for (int from = 0; from < parts.size(); from += MOST_COLUMNS) {
            table(parts.subList(from, Math.min(parts.size(), from + MOST_COLUMNS)));
        }
    }

    private void table(List<IndexReport.Part> parts) {
        List<String> heads = new ArrayList<>(List.of(texts.get("column.indicator")));
        parts.forEach(part -> heads.add(texts.in(part.name())));
        page.open("table", "parts").heads(heads).open("tbody", "");
        for (Indicator indicator : composites()) {
            List<String> row = new ArrayList<>(List.of(texts.in(indicator.label())));
            parts.forEach(part -> row.add(cell(part.line(indicator.code()).flatMap(IndexReport.Line::shown))));
            page.row(indicator.kind().code(), row);
        }
        List<String> bases = new ArrayList<>(List.of(texts.get("column.interviews")));
        parts.forEach(part -> bases.add(texts.count(part.interviews())));
        page.row("base", bases).close().close();
    }

    private String cell(Optional<IndexReport.Shown> shown) {
        Optional<Interval> interval = shown.flatMap(IndexReport.Shown::interval);
        return texts.shown(shown) + (interval.isPresent() ? "\n" + texts.interval(interval) : "");
    }

    List<Indicator> composites() {
        return report.everybody().lines().stream().map(IndexReport.Line::indicator)
                .filter(indicator -> !indicator.kind().isMeasured()).toList();
    }
}
