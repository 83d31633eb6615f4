package vn.hoidan.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.ReportNotes;
import vn.hoidan.core.indicator.IndicatorKind;

/// The report of an index as one page, to be read in a browser or printed.
public final class IndexPage {
    private final IndexReport report;
    private final ReportTexts texts;
    private final Page page;
    private final Drawing drawing;

    private IndexPage(IndexReport report, String language, ZoneId zone) {
        this.report = report;
        this.texts = new ReportTexts(language, report.rule(), zone);
        this.page = new Page(language, texts.get("title", texts.in(report.heading().name())), style());
        this.drawing = new Drawing(report, texts, page);
    }

    /// @param zone in which times are told
    public static String of(IndexReport report, String language, ZoneId zone) {
        return new IndexPage(report, language, zone).write();
    }

    private String write() {
        head();
        overall();
        report.national().ifPresent(new NationalSection(drawing)::write);
        new RankedSection(drawing).write();
        new PlaceSection(drawing).write();
        report.comparison().ifPresent(new PlaceSection(drawing)::compared);
        report.series().ifPresent(new SeriesSection(report, texts, page)::write);
        classes();
        items();
        new AnswerSection(drawing).write();
        new SampleSection(drawing).write();
        method();
        return page.finish();
    }

    private void head() {
        page.leaf("h1", "", texts.in(report.heading().name()));
        page.leaf("p", "subtitle", texts.get("subtitle", texts.time(report.heading().countedAt()),
                texts.count(report.data().interviews()), texts.count(report.data().wanted())));
        if (report.provisional()) {
            page.leaf("p", "provisional", texts.get("provisional"));
        }
        if (!report.troubles().isEmpty()) {
            page.leaf("p", "notice", texts.get("troubles.see", ReportNotes.troubles(report).size()));
        }
    }

    private void overall() {
        page.open("div", "cards");
        for (IndexReport.Line line : report.everybody().lines()) {
            if (line.indicator().kind() == IndicatorKind.OVERALL || line.indicator().kind() == IndicatorKind.GROUP) {
                card(line);
            }
        }
        page.close();
        page.leaf("p", "", texts.get("overall.read", texts.whole(report.rule().confidence())));
    }

    private void card(IndexReport.Line line) {
        boolean whole = line.indicator().kind() == IndicatorKind.OVERALL;
        page.open("div", whole ? "card whole" : "card").leaf("div", "card-name", texts.in(line.indicator().label()));
        page.leaf("div", "card-figure", line.shown().map(shown -> texts.percent(shown.estimate().value()) + " %")
                .orElse(texts.get("base.small")));
        line.shown().ifPresent(shown -> {
            page.leaf("div", "card-interval", texts.get("interval", texts.interval(shown.interval())));
            shown.change().ifPresent(change -> page.leaf("div", "card-interval", texts.get(
                    change.isMoreThanChance(report.rule().confidence()) ? "change.sure" : "change.chance",
                    texts.change(change))));
            if (whole) {
                boolean below = shown.interval().map(each -> each.high() < report.target()).orElse(false);
                boolean reached = shown.interval().map(each -> each.low() >= report.target()).orElse(false);
                page.leaf("div", "card-target", texts.get(reached ? "target.reached" : below ? "target.missed"
                        : "target.open", texts.whole(report.target())));
            }
        });
        page.close();
    }

    private void classes() {
        List<String> kinds = report.parts().stream().filter(IndexReport.Part::isClass).map(IndexReport.Part::kind)
                .distinct().toList();
        for (String kind : kinds) {
            page.leaf("h2", "", texts.get("classes", texts.classifier(kind)));
            drawing.sideBySide(report.parts().stream().filter(part -> part.kind().equals(kind)).toList());
        }
    }

    private void items() {
        page.leaf("h2", "", texts.get("items"));
        page.open("table", "").heads(List.of(texts.get("column.indicator"), texts.get("column.figure"),
                texts.get("column.interval"), texts.get("column.base"), texts.get("column.effect"),
                texts.get("column.change")));
        page.open("tbody", "");
        report.everybody().lines().stream().filter(line -> switch (line.indicator().kind()) {
            case OVERALL, GROUP, ELEMENT, ITEM -> true;
            case PERCEPTION, EXPECTATION -> false;
        }).forEach(line -> page.row(line.indicator().kind().code(), List.of(drawing.label(line),
                texts.shown(line.shown()), drawing.interval(line), texts.count(line.base()),
                line.shown().map(shown -> texts.effect(shown.estimate())).orElse(""), drawing.change(line))));
        page.close().close();
    }

    private void method() {
        page.leaf("h2", "", texts.get("method"));
        notes(ReportNotes.method(report));
        if (!report.troubles().isEmpty()) {
            page.leaf("h2", "", texts.get("troubles"));
            notes(ReportNotes.troubles(report));
        }
    }

    private void notes(List<ReportNotes.Note> notes) {
        page.open("ul", "");
        notes.forEach(note -> page.leaf("li", "", texts.say(note)));
        page.close();
    }

    private static String style() {
        try (InputStream stream = IndexPage.class.getResourceAsStream("page.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
