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
import vn.hoidan.core.index.Interval;
import vn.hoidan.core.index.ReportNotes;

/// The figures of a report as a workbook, to count on with: one sheet for figures, answers, villages and what is not in
/// order. Texts are written as texts, so no cell is ever taken for a formula.
public final class WorkbookReport {
    private static final String PROGRAM = "HoiDan";
    private static final String VERSION = "1.0";
    private static final int WIDE = 60;

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
            sheet.value(0, column, texts.get(keys.get(column)));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
    }
}
