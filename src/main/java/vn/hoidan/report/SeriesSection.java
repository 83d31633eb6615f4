package vn.hoidan.report;

import java.util.List;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexSeries;

/// The months of a report: for each indicator a chart with intervals and a table.
record SeriesSection(IndexReport report, ReportTexts texts, Page page) {

    void write(IndexSeries series) {
        page.leaf("h2", "", texts.get("series"));
        if (series.isEmpty()) {
            page.leaf("p", "", texts.get("series.none"));
            return;
        }
        page.leaf("p", "", texts.get("series.months", series.zone()));
        page.leaf("p", "notice", texts.get("series.read", texts.whole(report.rule().confidence()),
                series.comparisons()));
        series.lines().forEach(this::line);
    }

    private void line(IndexSeries.Line line) {
        page.leaf("h3", "", texts.in(line.indicator().label()));
        List<DotChart.Dot> dots = line.months().stream().flatMap(month -> month.shown().stream().map(shown ->
                new DotChart.Dot(texts.month(month.month()), shown.estimate().value(), shown.interval(),
                        (texts.percent(shown.estimate().value()) + " " + mark(shown)).strip()))).toList();
        if (!dots.isEmpty()) {
            DotChart.draw(page, texts, dots, report.target());
        }
        page.open("table", "").heads(List.of(texts.get("column.month"), texts.get("column.figure"),
                texts.get("column.error"), texts.get("column.interval"), texts.get("column.base"),
                texts.get("column.since-month"), texts.get("column.chance"), texts.get("column.change-point")));
        page.open("tbody", "");
        line.months().forEach(month -> page.row("", month.shown().map(shown -> cells(month, shown)).orElse(List.of(
                texts.month(month.month()), texts.get("base.small"), "", "", texts.count(month.base()), "", "", ""))));
        page.close().close();
    }

    private List<String> cells(IndexSeries.Month month, IndexSeries.Shown shown) {
        return List.of(texts.month(month.month()), texts.percent(shown.estimate().value()),
                texts.percent(shown.estimate().standardError()), texts.interval(shown.interval()),
                texts.count(month.base()),
                shown.change().map(change -> texts.change(change.difference())).orElse(""),
                shown.change().map(change -> texts.chance(change.chance())).orElse(""), mark(shown));
    }

    private String mark(IndexSeries.Shown shown) {
        return shown.change().map(texts::changePoint).orElse("");
    }
}
