package vn.hoidan.report;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.index.IndexReport;

/// A sample over several provinces: its figures both ways, and its provinces ranked.
record NationalSection(Drawing drawing) {

    void write(IndexReport.National national) {
        IndexReport report = drawing.report();
        ReportTexts texts = drawing.texts();
        Page page = drawing.page();
        if (national.lines().isEmpty()) {
            page.leaf("p", "small", texts.get("method.one-province"));
            return;
        }
        page.leaf("h2", "", texts.get("national", national.provinces()));
        page.leaf("p", "", texts.get("method.across." + report.rule().across().code()));
        page.open("table", "").heads(List.of(texts.get("column.indicator"), texts.get("column.pooled"),
                texts.get("column.interval"), texts.get("column.mean"), texts.get("column.interval"),
                texts.get("column.mean-less-pooled")));
        page.open("tbody", "");
        national.lines().forEach(line -> page.row(line.indicator().kind().code(), List.of(
                texts.in(line.indicator().label()), texts.shown(line.pooled()), interval(line.pooled()),
                texts.shown(line.mean()), interval(line.mean()),
                line.difference().map(texts::change).orElse(""))));
        page.close().close();
        drawing.ranked(national.ranked(), place -> report.area(place.name()).overall().orElseThrow(),
                place -> texts.in(report.area(place.name()).name()));
    }

    private String interval(Optional<IndexReport.Shown> shown) {
        return shown.map(each -> drawing.texts().interval(each.interval())).orElse("");
    }
}
