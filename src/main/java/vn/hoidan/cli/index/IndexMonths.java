package vn.hoidan.cli.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.FieldZone;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TextTable;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.index.ReportNotes;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `index series`: the overall index and its groups month by month, with the changes that are more than chance.
@Command(name = "series")
final class IndexMonths extends OfficeCommand {
    private static final String MARK = "*";
    /// Smallest probability that is printed as a number.
    private static final BigDecimal SMALLEST_CHANCE = new BigDecimal("0.001");

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Mixin
    private final FieldZone zone = new FieldZone();

    IndexMonths(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        IndexReport report;
        try (Office office = office()) {
            report = office.index().report(office.surveys().choose(survey).id(), zone.zone(messages()));
        }
        IndexSeries series = report.series().orElseThrow();
        say("index.series-base", report.data().interviews(), report.data().wanted(), series.zone());
        if (series.isEmpty()) {
            say("index.series-none");
        } else {
            table(series, report.rule());
            say("index.series-read", report.rule().percent(report.rule().confidence()).stripTrailingZeros()
                    .toPlainString(), series.comparisons());
        }
        ReportWords words = ReportWords.of(messages().language(), report.rule());
        ReportNotes.troubles(report).forEach(note -> say("index.trouble", words.say(note)));
        say("index.fingerprint", report.data().fingerprint());
    }

    private void table(IndexSeries series, IndexRule rule) {
        Messages texts = messages();
        TextTable table = new TextTable(2, List.of(texts.get("table.indicator"), texts.get("table.month"),
                texts.get("table.figure"), texts.get("table.error"), texts.get("table.interval"),
                texts.get("table.base"), texts.get("table.since-month"), texts.get("table.chance"),
                texts.get("table.change-point")));
        for (IndexSeries.Line line : series.lines()) {
            String label = IndexShow.cut(line.indicator().label().in(texts.language()));
            for (IndexSeries.Month month : line.months()) {
                String base = String.valueOf(month.base());
                table.row(month.shown().map(shown -> cells(label, month, shown, rule)).orElseGet(() -> List.of(
                        label, month.month().toString(), texts.get("index.too-small"), "", "", base, "", "", "")));
            }
        }
        print(table);
    }

    private List<String> cells(String label, IndexSeries.Month month, IndexSeries.Shown shown, IndexRule rule) {
        return List.of(label, month.month().toString(), rule.percent(shown.estimate().value()).toPlainString(),
                rule.percent(shown.estimate().standardError()).toPlainString(),
                shown.interval().map(each -> rule.percent(each.low()) + "–" + rule.percent(each.high()))
                        .orElse(messages().get("index.no-interval")), String.valueOf(month.base()),
                shown.change().map(change -> rule.percent(change.difference().value()).toPlainString()).orElse(""),
                shown.change().map(change -> chance(change.chance())).orElse(""),
                shown.change().filter(IndexSeries.Change::isChangePoint).map(_ -> MARK).orElse(""));
    }

    private static String chance(double chance) {
        BigDecimal shown = BigDecimal.valueOf(chance);
        return shown.compareTo(SMALLEST_CHANCE) < 0 ? "< " + SMALLEST_CHANCE
                : shown.setScale(SMALLEST_CHANCE.scale(), RoundingMode.HALF_UP).toPlainString();
    }
}
