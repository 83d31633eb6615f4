package vn.hoidan.client.ui.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.index.Across;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.index.Response;
import vn.hoidan.core.indicator.IndicatorKind;

/// The lines of each page.
record IndexLines(IndexReport report, IndexWords words) {

    List<IndexLine> of(IndexPage page) {
        return switch (page) {
            case OVERVIEW -> overview();
            case ELEMENTS -> ranked(report.elements());
            case ITEMS -> ranked(report.items());
            case DISTRICTS -> districts();
            case ANSWERS -> answers();
            case ROUNDS -> report.comparison().map(this::rounds).orElse(List.of());
            case SERIES -> report.series().map(this::series).orElse(List.of());
            case SAMPLE -> sample();
            case METHOD -> List.of();
        };
    }

    private List<IndexLine> overview() {
        List<IndexLine> lines = new ArrayList<>();
        for (IndexReport.Line line : report.everybody().lines()) {
            switch (line.indicator().kind()) {
                case OVERALL -> {
                    lines.add(line(0, line, note(line)));
                    report.national().ifPresent(national -> otherWay(national, lines));
                }
                case GROUP -> lines.add(line(1, line, note(line)));
                case ELEMENT -> lines.add(line(2, line, words.change(line)));
                case ITEM, PERCEPTION, EXPECTATION -> {
                    // on pages of their own
                }
            }
        }
        return lines;
    }

    /// The overall index over several provinces as the rule does not count it.
    private void otherWay(IndexReport.National national, List<IndexLine> into) {
        boolean pooled = report.rule().across() == Across.POOLED;
        for (IndexReport.BothWays line : national.lines()) {
            Optional<IndexReport.Shown> shown = pooled ? line.mean() : line.pooled();
            if (line.indicator().kind() == IndicatorKind.OVERALL && shown.isPresent()) {
                String label = words.get(pooled ? "other-way.mean" : "other-way.pooled", national.provinces());
                Estimate estimate = shown.get().estimate();
                String difference = line.difference().map(each -> words.get("other-way.difference",
                        words.change(each))).orElse("");
                into.add(new IndexLine(1, label, Optional.of(new IndexLine.Dot(estimate.value(),
                        shown.get().interval())), words.percent(estimate.value()),
                        words.interval(shown.get().interval()), words.count(estimate.base()), difference,
                        label + " · " + words.get("detail.figure", words.percent(estimate.value()),
                                words.interval(shown.get().interval())) + " · " + difference));
            }
        }
    }

    private String note(IndexReport.Line line) {
        String change = words.change(line);
        String verdict = line.shown().map(words::verdict).orElse("");
        return change.isEmpty() || verdict.isEmpty() ? verdict + change : verdict + " · " + change;
    }

    /// The lowest first: they are what somebody has to do something about.
    private List<IndexLine> ranked(List<Ranking.Place> places) {
        List<IndexLine> lines = new ArrayList<>();
        for (Ranking.Place place : places.reversed()) {
            IndexReport.Line line = report.everybody().line(place.name()).orElseThrow();
            String rank = words.rank(place, places.size());
            lines.add(line(0, line, line.indicator().responsible()
                    .map(unit -> rank + " · " + words.in(unit)).orElse(rank)));
        }
        return lines;
    }

    /// Provinces of several first, then the areas of the plan.
    private List<IndexLine> districts() {
        List<IndexLine> lines = new ArrayList<>();
        report.national().filter(national -> national.provinces() > 1).map(IndexReport.National::ranked)
                .filter(ranked -> !ranked.equals(report.districts())).ifPresent(ranked ->
                        areas(ranked, 0, lines));
        areas(report.districts(), lines.isEmpty() ? 0 : 1, lines);
        return lines;
    }

    private void areas(List<Ranking.Place> ranked, int depth, List<IndexLine> into) {
        for (Ranking.Place place : ranked) {
            IndexReport.Part part = report.area(place.name());
            IndexReport.Line overall = part.overall().orElseThrow();
            into.add(new IndexLine(depth, words.in(part.name()), dot(overall), words.figure(overall),
                    words.interval(overall), words.count(overall.base()), words.rank(place, ranked.size()),
                    words.in(part.name()) + " · " + words.detail(overall)));
        }
    }

    private List<IndexLine> answers() {
        List<IndexLine> lines = new ArrayList<>();
        for (IndexReport.Answers each : report.answers()) {
            if (each.indicator().kind() != IndicatorKind.ITEM) {
                String label = words.in(each.indicator().label());
                String base = words.count(each.base());
                lines.add(new IndexLine(0, label, Optional.empty(), each.codes().isEmpty()
                        ? words.printed("base.small") : "", "", base, "",
                        label + " · " + words.printed("base", base)));
                for (IndexReport.CodeShare share : each.codes()) {
                    lines.add(answer(share, label));
                }
            }
        }
        return lines;
    }

    private IndexLine answer(IndexReport.CodeShare share, String question) {
        IndexLine.Dot dot = new IndexLine.Dot(share.share().value(),
                share.share().shareInterval(report.rule().confidence()));
        String figure = words.percent(dot.value());
        String interval = words.interval(dot.interval());
        return new IndexLine(1, words.in(share.label()), Optional.of(dot), figure, interval, "",
                share.counts() ? words.get("answer.counts") : "",
                question + " · " + words.in(share.label()) + " · " + words.get("detail.figure", figure, interval));
    }

    /// What moved, in the order of the tree; then the areas of then.
    private List<IndexLine> rounds(IndexReport.Comparison round) {
        List<IndexLine> lines = new ArrayList<>();
        for (IndexReport.Line line : report.everybody().lines()) {
            line.shown().flatMap(IndexReport.Shown::change).ifPresent(change -> lines.add(new IndexLine(
                    depth(line.indicator().kind()), words.in(line.indicator().label()), Optional.empty(),
                    words.figure(line), words.change(change), words.percent(line.shown().orElseThrow().estimate()
                    .value() - change.value()), words.sure(change), words.detail(line))));
        }
        for (IndexReport.Joined area : round.areas()) {
            String label = area.name() + " → " + String.join(", ", area.now());
            String note = area.change().map(words::sure).orElseGet(() -> area.obstacle()
                    .map(each -> words.printed("obstacle." + each.code(), area.where()))
                    .orElse(words.printed("base.small")));
            lines.add(new IndexLine(0, label, Optional.empty(), percent(area.today()),
                    area.change().map(words::change).orElse(""), percent(area.before()), note, label + " · " + note));
        }
        return lines;
    }

    private String percent(Optional<Estimate> estimate) {
        return estimate.map(each -> words.percent(each.value())).orElse("");
    }

    private static int depth(IndicatorKind kind) {
        return switch (kind) {
            case OVERALL, PERCEPTION, EXPECTATION -> 0;
            case GROUP -> 1;
            case ELEMENT -> 2;
            case ITEM -> 3;
        };
    }

    /// Each indicator, then its months; a month has a note only where it is a change point.
    private List<IndexLine> series(IndexSeries series) {
        List<IndexLine> lines = new ArrayList<>();
        for (IndexSeries.Line line : series.lines()) {
            String label = words.in(line.indicator().label());
            if (!line.months().isEmpty()) {
                lines.add(new IndexLine(0, label, Optional.empty(), "", "", "", "", label));
            }
            for (IndexSeries.Month month : line.months()) {
                lines.add(new IndexLine(1, words.month(month.month()), month.shown().map(shown ->
                        new IndexLine.Dot(shown.estimate().value(), shown.interval())),
                        month.shown().map(shown -> words.percent(shown.estimate().value()))
                                .orElse(words.printed("base.small")),
                        month.shown().map(shown -> words.interval(shown.interval())).orElse(""),
                        words.count(month.base()), words.changePoint(month), words.detail(label, month)));
            }
        }
        return lines;
    }

    private List<IndexLine> sample() {
        List<IndexLine> lines = new ArrayList<>();
        for (IndexReport.PointLine point : report.points()) {
            String weight = point.weight().map(each -> words.get("sample.weight", words.weight(each))).orElse("");
            String done = words.get("sample.done", words.count(point.interviews()), words.count(point.wanted()));
            lines.add(new IndexLine(0, point.name(), Optional.empty(), words.count(point.interviews()),
                    words.get("sample.of", words.count(point.wanted())), words.count(point.listed()), weight,
                    point.name() + " · " + done + " · "
                    + words.get("sample.listed", words.count(point.listed())) + " · " + weight
                    + outcomes(point)));
        }
        return lines;
    }

    /// What came of the households that were sought, and the response rate.
    private String outcomes(IndexReport.PointLine point) {
        Response response = Response.of(List.of(point));
        StringBuilder text = new StringBuilder();
        response.outcomes().forEach((code, count) -> text.append(" · ").append(words.printed("outcome." + code))
                .append(": ").append(words.count(count)));
        if (response.rate().isPresent()) {
            text.append(" · ").append(words.get("sample.response", words.percent(response.rate().getAsDouble())));
        }
        return text.toString();
    }

    private IndexLine line(int depth, IndexReport.Line line, String note) {
        return new IndexLine(depth, words.in(line.indicator().label()), dot(line), words.figure(line),
                words.interval(line), words.count(line.base()), note, words.detail(line));
    }

    private static Optional<IndexLine.Dot> dot(IndexReport.Line line) {
        return line.shown().map(shown -> new IndexLine.Dot(shown.estimate().value(), shown.interval()));
    }
}
