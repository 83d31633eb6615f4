package vn.hoidan.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.core.index.Estimate;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.Ranking;
import vn.hoidan.core.indicator.IndicatorKind;
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
    void carryOut() {
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
        districts(report);
        report.troubles().forEach(trouble -> say("index.trouble." + trouble.kind().code(), trouble.where(),
                trouble.count()));
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

    private void districts(IndexReport report) {
        Messages texts = messages();
        TextTable table = new TextTable(1, List.of(texts.get("table.area"), texts.get("table.figure"),
                texts.get("table.interval"), texts.get("table.base"), texts.get("table.rank")));
        for (Ranking.Place place : report.districts()) {
            IndexReport.Part part = report.parts().stream().filter(each -> each.code().equals(place.name()))
                    .findFirst().orElseThrow();
            IndexReport.Line overall = part.lines().stream()
                    .filter(line -> line.indicator().kind() == IndicatorKind.OVERALL).findFirst().orElseThrow();
            List<String> cells = cells(overall.shown(), report.rule());
            table.row(List.of(part.name().in(texts.language()), cells.get(0), cells.get(1),
                    String.valueOf(overall.base()),
                    texts.get("index.rank", place.rank(), place.best(), place.worst())));
        }
        print(table);
    }
}
