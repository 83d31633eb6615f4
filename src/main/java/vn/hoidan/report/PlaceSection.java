package vn.hoidan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.Ranking;

/// The areas of a report side by side, and each less each other.
record PlaceSection(Drawing drawing) {

    void write() {
        IndexReport report = drawing.report();
        if (report.districts().isEmpty()) {
            return;
        }
        Page page = drawing.page();
        ReportTexts texts = drawing.texts();
        page.leaf("h2", "", texts.get("districts"));
        drawing.ranked(report.districts(), place -> report.area(place.name()).overall().orElseThrow(), this::name);
        page.leaf("p", "small", texts.get("districts.read"));
        drawing.sideBySide(report.parts().stream().filter(part -> part.kind().equals(IndexReport.Part.AREA)).toList());
        differences(page, texts);
    }

    private String name(Ranking.Place place) {
        return drawing.texts().in(drawing.report().area(place.name()).name());
    }

    /// A row for each pair; those that differ by more than chance in bold.
    private void differences(Page page, ReportTexts texts) {
        List<Ranking.Difference> differences = drawing.report().differences().stream()
                .filter(each -> each.kind().equals(IndexReport.Part.AREA)).toList();
        if (differences.isEmpty()) {
            return;
        }
        page.leaf("h3", "", texts.get("differences"));
        page.open("table", "").heads(List.of(texts.get("column.pair"), texts.get("column.difference"),
                texts.get("column.reading")));
        page.open("tbody", "");
        for (Ranking.Difference each : differences) {
            boolean sure = each.estimate().isMoreThanChance(drawing.report().rule().confidence());
            page.row(sure ? "overall" : "", List.of(area(each.first()) + " − " + area(each.second()),
                    texts.change(each.estimate()), texts.get(sure ? "difference.sure" : "difference.chance")));
        }
        page.close().close();
    }

    private String area(String code) {
        return drawing.texts().in(drawing.report().area(code).name());
    }

    /// The round before: everything that can be compared with it.
    void compared(IndexReport.Comparison round) {
        Page page = drawing.page();
        ReportTexts texts = drawing.texts();
        page.leaf("h2", "", texts.get("round", round.round()));
        page.leaf("p", "", texts.get("round.read", round.round(), texts.day(round.day())));
        if (!round.errorsKnown()) {
            page.leaf("p", "notice", texts.get("round.no-errors"));
        }
        if (!round.missing().isEmpty()) {
            page.leaf("p", "notice", texts.get("round.missing", round.missing().size(),
                    String.join(", ", round.missing())));
        }
        List<List<String>> composites = new ArrayList<>();
        drawing.report().parts().stream().filter(part -> !part.isClass()).forEach(part ->
                moved(part, composites));
        table(page, texts, "column.indicator", composites);
        leastImproved(page, texts);
        table(page, texts, "column.old-area", round.areas().stream().map(this::joined).toList());
    }

    /// Of everybody overall, groups and elements; of an area the overall index.
    private void moved(IndexReport.Part part, List<List<String>> into) {
        boolean everybody = part.kind().equals(IndexReport.Part.EVERYBODY);
        part.lines().stream().filter(line -> everybody ? !line.indicator().kind().isMeasured()
                : part.overall().filter(line::equals).isPresent()).forEach(line -> line.shown()
                .ifPresent(shown -> shown.change().ifPresent(change -> into.add(List.of(
                        everybody ? drawing.label(line) : drawing.texts().in(part.name()),
                        drawing.texts().percent(shown.estimate().value() - change.value()),
                        drawing.texts().percent(shown.estimate().value()), drawing.texts().change(change))))));
    }

    private List<String> joined(IndexReport.Joined area) {
        ReportTexts texts = drawing.texts();
        return List.of(area.name() + " → " + String.join(", ", area.now()), percent(area.before()),
                percent(area.today()), area.change().map(texts::change).orElseGet(() -> area.obstacle()
                        .map(each -> texts.get("obstacle." + each.code(), area.where()))
                        .orElse(texts.get("base.small"))));
    }

    private String percent(Optional<Estimate> estimate) {
        return estimate.map(each -> drawing.texts().percent(each.value())).orElse("");
    }

    private static void table(Page page, ReportTexts texts, String first, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.open("table", "").heads(List.of(texts.get(first), texts.get("column.before"),
                    texts.get("column.today"), texts.get("column.change"))).open("tbody", "");
            rows.forEach(row -> page.row("", row));
            page.close().close();
        }
    }

    private void leastImproved(Page page, ReportTexts texts) {
        List<IndexReport.Line> items = drawing.report().leastImproved().stream().limit(RankedSection.LOWEST_SHOWN)
                .toList();
        if (items.isEmpty()) {
            return;
        }
        page.open("table", "").heads(List.of(texts.get("column.least-improved"), texts.get("column.figure"),
                texts.get("column.change"), texts.get("column.responsible")));
        page.open("tbody", "");
        items.forEach(line -> page.row("", List.of(drawing.label(line), texts.shown(line.shown()),
                drawing.change(line), drawing.responsible(line))));
        page.close().close();
    }
}
