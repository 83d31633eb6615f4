package vn.hoidan.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.questionnaire.Path;

/// Perceptions and expectations: the figure of each as a chart, then how the answers to it are spread, where
/// the chart does not tell.
record AnswerSection(Drawing drawing) {

    void write() {
        section(IndicatorKind.PERCEPTION, "perceptions");
        section(IndicatorKind.EXPECTATION, "expectations");
    }

    private void section(IndicatorKind kind, String title) {
        Page page = drawing.page();
        ReportTexts texts = drawing.texts();
        List<IndexReport.Answers> answers = drawing.report().answers().stream()
                .filter(each -> each.indicator().kind() == kind).toList();
        if (answers.isEmpty()) {
            return;
        }
        page.leaf("h2", "", texts.get(title));
        chart(kind, page, texts);
        List<IndexReport.Answers> spread = answers.stream().filter(each -> !isToldByItself(each, answers)).toList();
        if (spread.isEmpty()) {
            return;
        }
        page.open("table", "spread").heads(List.of(texts.get("column.answer"), texts.get("column.figure"),
                texts.get("column.interval")));
        page.open("tbody", "");
        for (IndexReport.Answers each : spread) {
            page.row("element", List.of(texts.in(each.indicator().label()) + " · "
                    + texts.get("base", texts.count(each.base())), each.codes().isEmpty()
                    ? texts.get("base.small") : "", ""));
            for (IndexReport.CodeShare share : each.codes()) {
                page.row(share.counts() ? "item counted" : "item", List.of(texts.in(share.label()),
                        texts.percent(share.share().value()), texts.interval(share.share()
                                .shareInterval(drawing.report().rule().confidence()))));
            }
        }
        page.close().close();
    }

    /// Each answer to its question has a figure of its own, which the chart shows. Of too few answers it shows none.
    private static boolean isToldByItself(IndexReport.Answers answers, List<IndexReport.Answers> all) {
        Path question = answers.indicator().question().orElseThrow().path();
        long figures = all.stream().filter(each -> each.indicator().question().orElseThrow().path().equals(question))
                .count();
        return !answers.codes().isEmpty() && figures >= answers.codes().size();
    }

    /// Expectations from the strongest wish down, perceptions in their order.
    private void chart(IndicatorKind kind, Page page, ReportTexts texts) {
        List<DotChart.Dot> dots = new ArrayList<>();
        for (IndexReport.Line line : drawing.report().everybody().lines()) {
            if (line.indicator().kind() == kind) {
                line.shown().ifPresent(shown -> dots.add(new DotChart.Dot(drawing.label(line),
                        shown.estimate().value(), shown.interval(), texts.percent(shown.estimate().value()) + " ("
                        + texts.interval(shown.interval()) + ")\n" + texts.get("base", texts.count(line.base())))));
            }
        }
        if (kind == IndicatorKind.EXPECTATION) {
            dots.sort(Comparator.comparingDouble(DotChart.Dot::value).reversed());
        }
        if (!dots.isEmpty()) {
            page.leaf("p", "small", texts.get("answers.read"));
            DotChart.draw(page, texts, dots, DotChart.NO_TARGET);
        }
    }
}
