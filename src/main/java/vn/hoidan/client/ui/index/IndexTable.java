package vn.hoidan.client.ui.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.Interval;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;

/// A page as plain figures.
///
/// @param heads of the columns
record IndexTable(List<String> heads, List<List<String>> rows) {

    static IndexTable of(IndexPage page, IndexReport report, IndexWords words) {
        return switch (page) {
            case OVERVIEW -> lines(report.everybody().lines().stream()
                    .filter(line -> !line.indicator().kind().isMeasured()), words, report);
            case ELEMENTS -> ranked(report.elements(), report, words);
            case ITEMS -> ranked(report.items(), report, words);
            case DISTRICTS -> sideBySide(report, words);
            case ANSWERS -> answers(report, words);
            case ROUNDS -> rounds(report, words);
            case SERIES -> series(report, words);
            case SAMPLE -> sample(report, words);
            case METHOD -> new IndexTable(List.of(), List.of());
        };
    }

    /// For a spreadsheet, heads first.
    List<List<String>> all() {
        List<List<String>> all = new ArrayList<>(List.of(heads));
        all.addAll(rows);
        return all;
    }

    private static List<String> heads(IndexWords words, String... columns) {
        return Stream.of(columns).map(column -> words.printed("column." + column)).toList();
    }

    private static IndexTable ranked(List<Ranking.Place> places, IndexReport report, IndexWords words) {
        return lines(places.reversed().stream().map(place -> report.everybody().line(place.name()).orElseThrow()),
                words, report);
    }

    private static IndexTable lines(Stream<IndexReport.Line> lines, IndexWords words, IndexReport report) {
        return new IndexTable(heads(words, "code", "indicator", "figure", "low", "high", "error", "base", "effect",
                "change"), lines.map(line -> {
                    List<String> row = new ArrayList<>(List.of(line.indicator().code(),
                            words.in(line.indicator().label()), words.figure(line)));
                    bounds(line.shown().flatMap(IndexReport.Shown::interval), words, row);
                    row.add(line.shown().map(shown -> words.percent(shown.estimate().standardError())).orElse(""));
                    row.add(words.count(line.base()));
                    row.add(line.shown().map(shown -> words.effect(shown.estimate())).orElse(""));
                    row.add(line.shown().flatMap(IndexReport.Shown::change)
                            .map(change -> words.change(change)).orElse(""));
                    return List.copyOf(row);
                }).toList());
    }

    private static void bounds(Optional<Interval> interval, IndexWords words, List<String> into) {
        into.add(interval.map(each -> words.percent(each.low())).orElse(""));
        into.add(interval.map(each -> words.percent(each.high())).orElse(""));
    }

    /// Overall, groups and elements of everybody, each province of several and each area.
    private static IndexTable sideBySide(IndexReport report, IndexWords words) {
        List<IndexReport.Part> parts = report.parts().stream().filter(part -> !part.isClass()).toList();
        List<String> heads = new ArrayList<>(heads(words, "indicator"));
        parts.forEach(part -> heads.add(words.in(part.name())));
        List<List<String>> rows = new ArrayList<>();
        for (IndexReport.Line line : report.everybody().lines()) {
            Indicator indicator = line.indicator();
            if (!indicator.kind().isMeasured()) {
                List<String> row = new ArrayList<>(List.of(words.in(indicator.label())));
                parts.forEach(part -> row.add(words.figure(part.line(indicator.code()).orElseThrow())));
                rows.add(row);
            }
        }
        List<String> bases = new ArrayList<>(heads(words, "interviews"));
        parts.forEach(part -> bases.add(words.count(part.interviews())));
        rows.add(bases);
        return new IndexTable(heads, rows);
    }

    private static IndexTable answers(IndexReport report, IndexWords words) {
        List<List<String>> rows = new ArrayList<>();
        for (IndexReport.Answers each : report.answers()) {
            if (each.indicator().kind() != IndicatorKind.ITEM) {
                for (IndexReport.CodeShare share : each.codes()) {
                    List<String> row = new ArrayList<>(List.of(words.in(each.indicator().label()),
                            words.in(share.label()), words.percent(share.share().value())));
                    bounds(share.share().shareInterval(report.rule().confidence()), words, row);
                    row.add(words.count(each.base()));
                    rows.add(row);
                }
            }
        }
        return new IndexTable(heads(words, "indicator", "answer", "figure", "low", "high", "base"), rows);
    }

    private static IndexTable rounds(IndexReport report, IndexWords words) {
        return new IndexTable(heads(words, "indicator", "today", "change", "before"),
                new IndexLines(report, words).of(IndexPage.ROUNDS).stream().map(line -> List.of(line.label(),
                        line.figure(), line.interval(), line.base())).toList());
    }

    private static IndexTable series(IndexReport report, IndexWords words) {
        List<List<String>> rows = new ArrayList<>();
        report.series().map(IndexSeries::lines).orElse(List.of()).forEach(line -> line.months().forEach(month -> {
            Optional<IndexSeries.Shown> shown = month.shown();
            List<String> row = new ArrayList<>(List.of(words.in(line.indicator().label()),
                    words.month(month.month()), shown.map(each -> words.percent(each.estimate().value()))
                            .orElse(words.printed("base.small"))));
            bounds(shown.flatMap(IndexSeries.Shown::interval), words, row);
            row.add(shown.map(each -> words.percent(each.estimate().standardError())).orElse(""));
            row.add(words.count(month.base()));
            Optional<IndexSeries.Change> change = shown.flatMap(IndexSeries.Shown::change);
            row.add(change.map(each -> words.change(each.difference())).orElse(""));
            row.add(change.map(each -> words.chance(each.chance())).orElse(""));
            row.add(words.changePoint(month));
            rows.add(List.copyOf(row));
        }));
        return new IndexTable(heads(words, "indicator", "month", "figure", "low", "high", "error", "base",
                "since-month", "chance", "change-point"), rows);
    }

    private static IndexTable sample(IndexReport report, IndexWords words) {
        return new IndexTable(heads(words, "village", "unit", "stratum", "listed", "wanted", "interviews", "weight"),
                report.points().stream().map(point -> List.of(point.name(), point.primaryUnit(), point.stratum(),
                        words.count(point.listed()), words.count(point.wanted()), words.count(point.interviews()),
                        point.weight().map(words::weight).orElse(""))).toList());
    }
}
