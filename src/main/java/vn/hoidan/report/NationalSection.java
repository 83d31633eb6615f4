package vn.hoidan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.Ranking;

/// A sample over several provinces: its figures both ways, and its provinces ranked.
record NationalSection(IndexReport report, ReportTexts texts, Page page) {

    void write(IndexReport.National national) {
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
        provinces(national.ranked());
    }

    private String interval(Optional<IndexReport.Shown> shown) {
        return shown.map(each -> texts.interval(each.interval())).orElse("");
    }

    private void provinces(List<Ranking.Place> ranked) {
        List<DotChart.Dot> dots = new ArrayList<>();
        for (Ranking.Place place : ranked) {
            IndexReport.Part part = report.area(place.name());
            String label = texts.in(part.name()) + " · " + texts.rank(place, ranked.size());
            part.overall().flatMap(IndexReport.Line::shown).ifPresent(shown -> dots.add(new DotChart.Dot(
                    label, shown.estimate().value(), shown.interval(),
                    texts.percent(shown.estimate().value()) + " (" + texts.interval(shown.interval()) + ")")));
        }
        if (!dots.isEmpty()) {
            DotChart.draw(page, texts, dots, report.target());
        }
    }
}
