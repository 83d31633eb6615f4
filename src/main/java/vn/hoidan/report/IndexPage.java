package vn.hoidan.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.index.ReportNotes;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;

/// The report of an index as one page, to be read in a browser or printed.
public final class IndexPage {
    private static final int LOWEST_SHOWN = 5;

    private final IndexReport report;
    private final ReportTexts texts;
    private final Page page;

    private IndexPage(IndexReport report, String language, ZoneId zone) {
        this.report = report;
        this.texts = new ReportTexts(language, report.rule(), zone);
        this.page = new Page(language, texts.get("title", texts.in(report.heading().name())), style());
    }

    /// @param zone in which times are told
    public static String of(IndexReport report, String language, ZoneId zone) {
        return new IndexPage(report, language, zone).write();
    }

    private String write() {
        head();
        overall();
        report.national().ifPresent(new NationalSection(report, texts, page)::write);
        elements();
        lowest();
        districts();
        report.comparison().ifPresent(this::comparison);
        report.series().ifPresent(new SeriesSection(report, texts, page)::write);
        classes();
        items();
        answers();
        points();
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
            page.leaf("p", "notice", texts.get("troubles.see", report.troubles().size()));
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

    private void elements() {
        page.leaf("h2", "", texts.get("elements"));
        List<DotChart.Dot> dots = new ArrayList<>();
        for (IndexReport.Line line : report.everybody().lines()) {
            if (line.indicator().kind() == IndicatorKind.ELEMENT) {
                dot(line, texts.in(line.indicator().label())).ifPresent(dots::add);
            }
        }
        chart(dots, report.target());
    }

    private Optional<DotChart.Dot> dot(IndexReport.Line line, String label) {
        return line.shown().map(shown -> new DotChart.Dot(label, shown.estimate().value(), shown.interval(),
                texts.percent(shown.estimate().value()) + " (" + texts.interval(shown.interval()) + ")"));
    }

    private void chart(List<DotChart.Dot> dots, double target) {
        if (dots.isEmpty()) {
            page.leaf("p", "", texts.get("base.none"));
        } else {
            DotChart.draw(page, texts, dots, target);
        }
    }

    private void lowest() {
        List<Ranking.Place> items = report.items();
        if (items.isEmpty()) {
            return;
        }
        page.leaf("h2", "", texts.get("lowest"));
        page.open("table", "").heads(List.of(texts.get("column.item"), texts.get("column.figure"),
                texts.get("column.interval"), texts.get("column.rank"), texts.get("column.responsible")));
        page.open("tbody", "");
        for (Ranking.Place place : items.reversed().subList(0, Math.min(LOWEST_SHOWN, items.size()))) {
            IndexReport.Line line = report.everybody().line(place.name()).orElseThrow();
            page.row("", List.of(texts.in(line.indicator().label()), texts.shown(line.shown()),
                    texts.interval(line.shown().flatMap(IndexReport.Shown::interval)), texts.rank(place, items.size()),
                    line.indicator().responsible().map(texts::in).orElse("")));
        }
        page.close().close();
        page.leaf("p", "small", texts.get("rank.read"));
    }

    private void districts() {
        if (report.districts().isEmpty()) {
            return;
        }
        page.leaf("h2", "", texts.get("districts"));
        List<DotChart.Dot> dots = new ArrayList<>();
        for (Ranking.Place place : report.districts()) {
            IndexReport.Part part = report.area(place.name());
            String label = texts.in(part.name()) + " · " + texts.rank(place, report.districts().size());
            dot(part.overall().orElseThrow(), label).ifPresent(dots::add);
        }
        chart(dots, report.target());
        page.leaf("p", "small", texts.get("districts.read"));
        partTable(report.parts().stream().filter(part -> part.kind().equals(IndexReport.Part.AREA)).toList());
    }

    /// The items that moved least upwards, with who answers for them; areas of then, joined where they can be.
    private void comparison(IndexReport.Comparison round) {
        page.leaf("h2", "", texts.get("round", round.round()));
        page.leaf("p", "", texts.get("round.read", round.round(), texts.day(round.day())));
        if (!round.errorsKnown()) {
            page.leaf("p", "notice", texts.get("round.no-errors"));
        }
        if (!round.missing().isEmpty()) {
            page.leaf("p", "notice", texts.get("round.missing", round.missing().size(),
                    String.join(", ", round.missing())));
        }
        leastImproved();
        if (!round.areas().isEmpty()) {
            page.open("table", "").heads(List.of(texts.get("column.old-area"), texts.get("column.before"),
                    texts.get("column.today"), texts.get("column.change")));
            page.open("tbody", "");
            round.areas().forEach(area -> page.row("", List.of(area.name() + " → " + String.join(", ", area.now()),
                    area.before().map(each -> texts.percent(each.value())).orElse(""),
                    area.today().map(each -> texts.percent(each.value())).orElse(""),
                    area.change().map(texts::change).orElseGet(() -> area.obstacle()
                            .map(each -> texts.get("obstacle." + each.code(), area.where()))
                            .orElse(texts.get("base.small"))))));
            page.close().close();
        }
    }

    private void leastImproved() {
        List<IndexReport.Line> items = report.everybody().lines().stream()
                .filter(line -> line.indicator().kind() == IndicatorKind.ITEM)
                .filter(line -> line.shown().flatMap(IndexReport.Shown::change).isPresent())
                .sorted(Comparator.comparingDouble(line -> changeOf(line).value())).limit(LOWEST_SHOWN).toList();
        if (items.isEmpty()) {
            return;
        }
        page.open("table", "").heads(List.of(texts.get("column.least-improved"), texts.get("column.figure"),
                texts.get("column.change"), texts.get("column.responsible")));
        page.open("tbody", "");
        items.forEach(line -> page.row("", List.of(texts.in(line.indicator().label()), texts.shown(line.shown()),
                texts.change(changeOf(line)), line.indicator().responsible().map(texts::in).orElse(""))));
        page.close().close();
    }

    private static Estimate changeOf(IndexReport.Line line) {
        return line.shown().flatMap(IndexReport.Shown::change).orElseThrow();
    }

    /// Parts side by side: overall, groups and elements.
    private void partTable(List<IndexReport.Part> parts) {
        List<String> heads = new ArrayList<>(List.of(texts.get("column.indicator")));
        parts.forEach(part -> heads.add(texts.in(part.name())));
        page.open("table", "").heads(heads).open("tbody", "");
        for (Indicator indicator : composites()) {
            List<String> row = new ArrayList<>(List.of(texts.in(indicator.label())));
            parts.forEach(part -> row.add(texts.shown(part.line(indicator.code()).orElseThrow().shown())));
            page.row(indicator.kind().code(), row);
        }
        List<String> bases = new ArrayList<>(List.of(texts.get("column.interviews")));
        parts.forEach(part -> bases.add(texts.count(part.interviews())));
        page.row("base", bases).close().close();
    }

    private List<Indicator> composites() {
        return report.everybody().lines().stream().map(IndexReport.Line::indicator)
                .filter(indicator -> !indicator.kind().isMeasured()).toList();
    }

    private void classes() {
        List<String> kinds = report.parts().stream().filter(IndexReport.Part::isClass).map(IndexReport.Part::kind)
                .distinct().toList();
        for (String kind : kinds) {
            page.leaf("h2", "", texts.get("classes", texts.classifier(kind)));
            partTable(report.parts().stream().filter(part -> part.kind().equals(kind)).toList());
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
        }).forEach(line -> page.row(line.indicator().kind().code(), List.of(texts.in(line.indicator().label()),
                texts.shown(line.shown()), texts.interval(line.shown().flatMap(IndexReport.Shown::interval)),
                texts.count(line.base()), line.shown().map(shown -> texts.effect(shown.estimate())).orElse(""),
                line.shown().flatMap(IndexReport.Shown::change).map(texts::change).orElse(""))));
        page.close().close();
    }

    private void answers() {
        page.leaf("h2", "", texts.get("answers"));
        page.open("table", "").heads(List.of(texts.get("column.answer"), texts.get("column.figure"),
                texts.get("column.interval")));
        page.open("tbody", "");
        for (IndexReport.Answers each : report.answers()) {
            if (each.indicator().kind() != IndicatorKind.ITEM) {
                page.row("element", List.of(texts.in(each.indicator().label()) + " · "
                        + texts.get("base", texts.count(each.base())), "", ""));
                for (IndexReport.CodeShare share : each.codes()) {
                    page.row(share.counts() ? "item counted" : "item", List.of(texts.in(share.label()),
                            texts.percent(share.share().value()),
                            texts.interval(share.share().shareInterval(report.rule().confidence()))));
                }
            }
        }
        page.close().close();
    }

    private void points() {
        page.leaf("h2", "", texts.get("points"));
        page.open("table", "").heads(List.of(texts.get("column.village"), texts.get("column.listed"),
                texts.get("column.wanted"), texts.get("column.interviews"), texts.get("column.weight")));
        page.open("tbody", "");
        report.points().forEach(point -> page.row("", List.of(point.name(), texts.count(point.listed()),
                texts.count(point.wanted()), texts.count(point.interviews()),
                point.weight().map(texts::weight).orElse(""))));
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
