package vn.hoidan.report;

import java.time.ZoneId;
import java.util.List;
import vn.hoidan.core.index.CountTrouble;
import vn.hoidan.core.index.IndexSeries;

/// An index month by month as one page: for each indicator a chart with intervals and a table.
public final class SeriesPage {
    private final IndexSeries series;
    private final ReportTexts texts;
    private final Page page;

    private SeriesPage(IndexSeries series, String language) {
        this.series = series;
        this.texts = new ReportTexts(language, series.rule(), ZoneId.of(series.zone()));
        this.page = new Page(language, texts.get("series.title", texts.in(series.heading().name())),
                IndexPage.style());
    }

    public static String of(IndexSeries series, String language) {
        return new SeriesPage(series, language).write();
    }

    private String write() {
        page.leaf("h1", "", texts.get("series.title", texts.in(series.heading().name())));
        page.leaf("p", "subtitle", texts.get("series.subtitle", texts.time(series.heading().countedAt()),
                texts.count(series.data().interviews()), series.zone()));
        page.leaf("p", "notice", texts.get("series.read", texts.whole(series.rule().confidence()),
                series.comparisons()));
        series.lines().forEach(this::line);
        page.leaf("h2", "", texts.get("method")).open("ul", "");
        page.leaf("li", "", texts.get("method.rule", series.rule().name(), series.rule().version()));
        page.leaf("li", "", texts.get("method.small", series.rule().smallestBase()));
        page.leaf("li", "", texts.get("method.fingerprint", series.data().fingerprint()));
        for (CountTrouble trouble : series.troubles()) {
            page.leaf("li", "", texts.get("trouble." + trouble.kind().code(), trouble.where(),
                    texts.count(trouble.count())));
        }
        page.close();
        return page.finish();
    }

    private void line(IndexSeries.Line line) {
        page.leaf("h2", "", texts.in(line.indicator().label()));
        if (line.months().isEmpty()) {
            page.leaf("p", "", texts.get("series.none"));
            return;
        }
        List<DotChart.Dot> dots = line.months().stream().flatMap(month -> month.shown().stream().map(shown ->
                new DotChart.Dot(texts.month(month.month()), shown.estimate().value(), shown.interval(),
                        (texts.percent(shown.estimate().value()) + " " + mark(shown)).strip()))).toList();
        if (!dots.isEmpty()) {
            DotChart.draw(page, texts, dots, series.target());
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
                shown.change().map(change -> texts.signed(change.difference().value())).orElse(""),
                shown.change().map(change -> texts.chance(change.chance())).orElse(""), mark(shown));
    }

    private String mark(IndexSeries.Shown shown) {
        return shown.change().filter(IndexSeries.Change::isChangePoint).map(_ -> texts.get("series.mark"))
                .orElse("");
    }
}
