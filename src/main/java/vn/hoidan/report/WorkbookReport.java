package vn.hoidan.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.Interval;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.index.ReportNotes;
import vn.hoidan.core.index.Response;

/// The figures of a report as a workbook, to count on with: figures, differences, both ways over provinces,
/// months, answers, villages, and how it was counted with what is not in order. Texts
/// are written as texts, so no cell is ever taken for a formula.
public final class WorkbookReport {
    private static final String PROGRAM = "HoiDan";
    private static final String VERSION = "1.0";
    private static final int WIDE = 60;
    /// First column of the outcomes.
    private static final int OUTCOMES = 8;

    private final IndexReport report;
    private final ReportTexts texts;

    private WorkbookReport(IndexReport report, ReportTexts texts) {
        this.report = report;
        this.texts = texts;
    }

    public static void write(IndexReport report, String language, ZoneId zone, OutputStream out) throws IOException {
        new WorkbookReport(report, new ReportTexts(language, report.rule(), zone)).write(out);
    }

    private void write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, PROGRAM, VERSION)) {
            figures(workbook.newWorksheet(texts.get("sheet.figures")));
            differences(workbook.newWorksheet(texts.get("sheet.differences")));
            national(workbook.newWorksheet(texts.get("sheet.national")));
            series(workbook.newWorksheet(texts.get("sheet.series")));
            answers(workbook.newWorksheet(texts.get("sheet.answers")));
            points(workbook.newWorksheet(texts.get("sheet.points")));
            method(workbook.newWorksheet(texts.get("sheet.method")));
        }
    }

    private void figures(Worksheet sheet) {
        heads(sheet, List.of("column.part", "column.code", "column.indicator", "column.figure", "column.low",
                "column.high", "column.error", "column.base", "column.effect"));
        int row = 1;
        for (IndexReport.Part part : report.parts()) {
            for (IndexReport.Line line : part.lines()) {
                sheet.value(row, 0, texts.in(part.name()));
                sheet.value(row, 1, line.indicator().code());
                sheet.value(row, 2, texts.in(line.indicator().label()));
                estimate(sheet, row, line.shown().map(IndexReport.Shown::estimate),
                        line.shown().flatMap(IndexReport.Shown::interval));
                sheet.value(row, 7, line.base());
                row++;
            }
        }
    }

    private static void estimate(Worksheet sheet, int row, Optional<Estimate> estimate, Optional<Interval> interval) {
        estimate.ifPresent(each -> {
            sheet.value(row, 3, each.value());
            sheet.value(row, 6, each.standardError());
            each.designEffect().ifPresent(effect -> sheet.value(row, 8, effect));
        });
        interval.ifPresent(each -> {
            sheet.value(row, 4, each.low());
            sheet.value(row, 5, each.high());
        });
    }

    /// Of areas, of elements, and of everything to the round before.
    private void differences(Worksheet sheet) {
        heads(sheet, List.of("column.part", "column.first", "column.second", "column.difference-share", "column.low",
                "column.high", "column.error", "column.reading"));
        int row = 1;
        for (Ranking.Difference each : report.differences()) {
            boolean areas = each.kind().equals(IndexReport.Part.AREA);
            difference(sheet, row++, areas ? texts.get("sheet.areas") : texts.in(report.everybody().name()),
                    areas ? area(each.first()) : indicator(each.first()),
                    areas ? area(each.second()) : indicator(each.second()), each.estimate());
        }
        if (report.comparison().isPresent()) {
            IndexReport.Comparison round = report.comparison().get();
            String before = texts.get("round-of", round.round(), texts.day(round.day()));
            for (IndexReport.Part part : report.parts()) {
                for (IndexReport.Line line : part.lines()) {
                    Optional<Estimate> change = line.shown().flatMap(IndexReport.Shown::change);
                    if (change.isPresent()) {
                        difference(sheet, row++, texts.in(part.name()), texts.in(line.indicator().label()), before,
                                change.get());
                    }
                }
            }
            for (IndexReport.Joined area : round.areas()) {
                if (area.change().isPresent()) {
                    difference(sheet, row++, area.name(), String.join(", ", area.now()), before, area.change().get());
                } else {
                    sheet.value(row, 0, area.name());
                    sheet.value(row++, 7, area.obstacle().map(each -> texts.get("obstacle." + each.code(),
                            area.where())).orElse(texts.get("base.small")));
                }
            }
        }
    }

    private void difference(Worksheet sheet, int row, String part, String first, String second, Estimate estimate) {
        sheet.value(row, 0, part);
        sheet.value(row, 1, first);
        sheet.value(row, 2, second);
        estimate(sheet, row, Optional.of(estimate), estimate.interval(report.rule().confidence()));
        sheet.value(row, 7, texts.get(estimate.isMoreThanChance(report.rule().confidence()) ? "difference.sure"
                : "difference.chance"));
    }

    private String area(String code) {
        return texts.in(report.area(code).name());
    }

    private String indicator(String code) {
        return texts.in(report.everybody().line(code).orElseThrow().indicator().label());
    }

    private void national(Worksheet sheet) {
        heads(sheet, List.of("column.way", "column.code", "column.indicator", "column.figure", "column.low",
                "column.high", "column.error", "column.base", "column.effect"));
        List<IndexReport.BothWays> lines = report.national().map(IndexReport.National::lines).orElse(List.of());
        if (lines.isEmpty()) {
            sheet.value(1, 0, texts.get("method.one-province"));
        }
        int row = 1;
        for (IndexReport.BothWays line : lines) {
            row = way(sheet, row, "column.pooled", line, line.pooled());
            row = way(sheet, row, "column.mean", line, line.mean());
        }
    }

    private int way(Worksheet sheet, int row, String way, IndexReport.BothWays line,
            Optional<IndexReport.Shown> shown) {
        sheet.value(row, 0, texts.get(way));
        sheet.value(row, 1, line.indicator().code());
        sheet.value(row, 2, texts.in(line.indicator().label()));
        estimate(sheet, row, shown.map(IndexReport.Shown::estimate), shown.flatMap(IndexReport.Shown::interval));
        shown.ifPresent(each -> sheet.value(row, 7, each.estimate().base()));
        return row + 1;
    }

    private void series(Worksheet sheet) {
        heads(sheet, List.of("column.month", "column.code", "column.indicator", "column.figure", "column.low",
                "column.high", "column.error", "column.base", "column.effect", "column.since-month", "column.chance",
                "column.change-point"));
        int row = 1;
        for (IndexSeries.Line line : report.series().map(IndexSeries::lines).orElse(List.of())) {
            for (IndexSeries.Month month : line.months()) {
                sheet.value(row, 0, month.month().toString());
                sheet.value(row, 1, line.indicator().code());
                sheet.value(row, 2, texts.in(line.indicator().label()));
                estimate(sheet, row, month.shown().map(IndexSeries.Shown::estimate),
                        month.shown().flatMap(IndexSeries.Shown::interval));
                sheet.value(row, 7, month.base());
                Optional<IndexSeries.Change> change = month.shown().flatMap(IndexSeries.Shown::change);
                if (change.isPresent()) {
                    sheet.value(row, 9, change.get().difference().value());
                    sheet.value(row, 10, change.get().chance());
                    sheet.value(row, 11, texts.changePoint(change.get()));
                }
                row++;
            }
        }
    }

    private void answers(Worksheet sheet) {
        heads(sheet, List.of("column.code", "column.indicator", "column.answer-code", "column.answer",
                "column.figure", "column.error", "column.base"));
        int row = 1;
        for (IndexReport.Answers each : report.answers()) {
            for (IndexReport.CodeShare share : each.codes()) {
                sheet.value(row, 0, each.indicator().code());
                sheet.value(row, 1, texts.in(each.indicator().label()));
                sheet.value(row, 2, share.code());
                sheet.value(row, 3, texts.in(share.label()));
                sheet.value(row, 4, share.share().value());
                sheet.value(row, 5, share.share().standardError());
                sheet.value(row, 6, each.base());
                row++;
            }
        }
    }

    private void points(Worksheet sheet) {
        heads(sheet, List.of("column.code", "column.village", "column.unit", "column.stratum", "column.listed",
                "column.wanted", "column.interviews", "column.weight"));
        List<String> outcomes = List.copyOf(Response.of(report.points()).outcomes().keySet());
        for (int place = 0; place < outcomes.size(); place++) {
            head(sheet, OUTCOMES + place, texts.get("outcome." + outcomes.get(place)));
        }
        int row = 1;
        for (IndexReport.PointLine point : report.points()) {
            sheet.value(row, 0, point.code());
            sheet.value(row, 1, point.name());
            sheet.value(row, 2, point.primaryUnit());
            sheet.value(row, 3, point.stratum());
            sheet.value(row, 4, point.listed());
            sheet.value(row, 5, point.wanted());
            sheet.value(row, 6, point.interviews());
            if (point.weight().isPresent()) {
                sheet.value(row, 7, point.weight().get());
            }
            for (int place = 0; place < outcomes.size(); place++) {
                sheet.value(row, OUTCOMES + place, point.outcomes().getOrDefault(outcomes.get(place), 0L));
            }
            row++;
        }
    }

    private void method(Worksheet sheet) {
        List<String> lines = new ArrayList<>(List.of(texts.get("title", texts.in(report.heading().name())),
                texts.get("subtitle", texts.time(report.heading().countedAt()),
                        texts.count(report.data().interviews()), texts.count(report.data().wanted()))));
        ReportNotes.method(report).forEach(note -> lines.add(texts.say(note)));
        ReportNotes.troubles(report).forEach(note -> lines.add(texts.say(note)));
        for (int row = 0; row < lines.size(); row++) {
            sheet.value(row, 0, lines.get(row));
        }
        sheet.width(0, WIDE);
    }

    private void heads(Worksheet sheet, List<String> keys) {
        for (int column = 0; column < keys.size(); column++) {
            head(sheet, column, texts.get(keys.get(column)));
        }
        sheet.freezePane(0, 1);
    }

    private static void head(Worksheet sheet, int column, String text) {
        sheet.value(0, column, text);
        sheet.style(0, column).bold().set();
    }
}
