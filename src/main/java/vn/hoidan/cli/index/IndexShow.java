package vn.hoidan.cli.index;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TextTable;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.index.ReportNotes;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerWiring;

/// `index show`: the satisfaction index so far, with its uncertainty.
@Command(name = "show")
final class IndexShow extends OfficeCommand {
    private static final String INDENT = "  ";
    private static final int BASE_COLUMN = 3;
    private static final int LABEL_CHARACTERS = 60;

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Option(names = "--pack", paramLabel = "NAME|DIR")
    private String pack = "";

    IndexShow(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        IndexReport report;
        try (Office office = office()) {
            report = report(office, survey, pack, IndexSeries.FIELD_ZONE);
        }
        IndexRule rule = report.rule();
        say("index.base", report.data().interviews(), report.data().wanted(),
                messages().get(report.provisional() ? "index.provisional" : "index.complete"));
        say("index.rule", rule.name(), rule.version(), rule.item().code(), rule.blanks().code(),
                rule.aggregation().code(), rule.percent(rule.confidence()).stripTrailingZeros().toPlainString());
        figures(report);
        report.comparison().ifPresent(round -> compared(report, round));
        report.national().ifPresent(national -> national(report, national));
        areas(report, report.districts());
        ReportWords words = ReportWords.of(messages().language(), report.rule());
        ReportNotes.troubles(report).forEach(note -> say("index.trouble", words.say(note)));
        say("index.fingerprint", report.data().fingerprint());
    }

    /// Counts by the survey's own method, or by that of a pack where one is named.
    static IndexReport report(Office office, String survey, String pack, ZoneId zone) {
        SurveyId id = office.surveys().choose(survey).id();
        return pack.isEmpty() ? office.index().report(id, zone)
                : office.index().report(id, ServerWiring.pack(pack).method(), zone);
    }

    private void figures(IndexReport report) {
        Messages texts = messages();
        TextTable table = new TextTable(1, List.of(texts.get("table.indicator"), texts.get("table.figure"),
                texts.get("table.interval"), texts.get("table.base"), texts.get("table.effect")));
        for (IndexReport.Line line : report.everybody().lines()) {
            int depth = switch (line.indicator().kind()) {
                case OVERALL, PERCEPTION, EXPECTATION -> 0;
                case GROUP -> 1;
                case ELEMENT -> 2;
                case ITEM -> 3;
            };
            List<String> row = new ArrayList<>();
            row.add(INDENT.repeat(depth) + cut(line.indicator().label().in(texts.language())));
            row.addAll(cells(line.shown(), report.rule()));
            row.add(BASE_COLUMN, String.valueOf(line.base()));
            table.row(row);
        }
        print(table);
    }

    private void compared(IndexReport report, IndexReport.Comparison round) {
        report.overall().flatMap(IndexReport.Shown::change).ifPresent(change ->
                say("index.round", round.round(), round.day(), difference(change, report.rule())));
        if (!round.errorsKnown()) {
            say("index.round-no-errors");
        }
        for (IndexReport.Joined area : round.areas()) {
            say("index.round-area", area.name(), String.join(", ", area.now()),
                    area.change().map(change -> difference(change, report.rule())).orElseGet(() -> area.obstacle()
                            .map(each -> messages().get("index.obstacle." + each.code(), area.where()))
                            .orElse(messages().get("index.too-small"))));
        }
    }

    private static String difference(Estimate change, IndexRule rule) {
        return rule.percent(change.value()) + change.interval(rule.confidence())
                .map(each -> " (" + rule.percent(each.low()) + "–" + rule.percent(each.high()) + ")").orElse("");
    }

    private void national(IndexReport report, IndexReport.National national) {
        if (national.lines().isEmpty()) {
            say("index.one-province");
            return;
        }
        say("index.national", national.provinces(), messages().get("index.across." + report.rule().across().code()));
        Messages texts = messages();
        TextTable table = new TextTable(1, List.of(texts.get("table.indicator"), texts.get("table.pooled"),
                texts.get("table.interval"), texts.get("table.mean"), texts.get("table.interval"),
                texts.get("table.difference")));
        for (IndexReport.BothWays line : national.lines()) {
            List<String> pooled = cells(line.pooled(), report.rule());
            List<String> mean = cells(line.mean(), report.rule());
            table.row(List.of(cut(line.indicator().label().in(texts.language())), pooled.get(0), pooled.get(1),
                    mean.get(0), mean.get(1), line.difference().map(each -> difference(each, report.rule()))
                            .orElse("")));
        }
        print(table);
        if (!national.ranked().equals(report.districts())) {
            areas(report, national.ranked());
        }
    }

    static String cut(String label) {
        return label.length() <= LABEL_CHARACTERS ? label : label.substring(0, LABEL_CHARACTERS - 1).strip() + "…";
    }

    /// Figure, interval and design effect.
    private List<String> cells(Optional<IndexReport.Shown> shown, IndexRule rule) {
        return shown.map(each -> List.of(rule.percent(each.estimate().value()).toPlainString(),
                each.interval().map(interval -> rule.percent(interval.low()) + "–" + rule.percent(interval.high()))
                        .orElse(messages().get("index.no-interval")), effect(each.estimate())))
                .orElse(List.of(messages().get("index.too-small"), "", ""));
    }

    private static String effect(Estimate estimate) {
        return estimate.designEffect().isPresent()
                ? String.format(Locale.ROOT, "%.2f", estimate.designEffect().getAsDouble()) : "";
    }

    private void areas(IndexReport report, List<Ranking.Place> ranked) {
        if (ranked.isEmpty()) {
            return;
        }
        Messages texts = messages();
        TextTable table = new TextTable(1, List.of(texts.get("table.area"), texts.get("table.figure"),
                texts.get("table.interval"), texts.get("table.base"), texts.get("table.rank")));
        for (Ranking.Place place : ranked) {
            IndexReport.Part part = report.area(place.name());
            IndexReport.Line overall = part.overall().orElseThrow();
            List<String> cells = cells(overall.shown(), report.rule());
            table.row(List.of(part.name().in(texts.language()), cells.get(0), cells.get(1),
                    String.valueOf(overall.base()),
                    texts.get("index.rank", place.rank(), place.best(), place.worst())));
        }
        print(table);
    }
}
