package vn.hoidan.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSeries;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ReportFormat;
import vn.hoidan.server.ServerWiring;

/// `index series`: the overall index and its groups month by month, with the changes that are more than chance.
@Command(name = "series")
final class IndexMonths extends OfficeCommand {
    private static final String NAME = "series-";
    private static final String MARK = "*";
    /// Smallest probability that is printed as a number.
    private static final BigDecimal SMALLEST_CHANCE = new BigDecimal("0.001");

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "Asia/Ho_Chi_Minh")
    private String zone;

    @Option(names = "--out", paramLabel = "DIR")
    private Path out;

    IndexMonths(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    void carryOut() {
        ZoneId months = zone();
        IndexSeries series;
        try (Office office = office()) {
            series = office.index().series(office.surveys().choose(survey).id(), months);
        }
        say("index.series-base", series.data().interviews(), series.data().wanted(), series.zone());
        if (series.lines().stream().allMatch(line -> line.months().isEmpty())) {
            say("index.series-none");
        } else {
            table(series);
            say("index.series-read", series.rule().percent(series.rule().confidence()).stripTrailingZeros()
                    .toPlainString(), series.comparisons());
        }
        series.troubles().forEach(trouble -> say("index.trouble." + trouble.kind().code(), trouble.where(),
                trouble.count()));
        say("index.fingerprint", series.data().fingerprint());
        if (out != null) {
            write(series, out.toAbsolutePath().normalize());
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--zone", "reason",
                    messages().get("invalid.zone")).exception(unknown);
        }
    }

    private void table(IndexSeries series) {
        Messages texts = messages();
        TextTable table = new TextTable(2, List.of(texts.get("table.indicator"), texts.get("table.month"),
                texts.get("table.figure"), texts.get("table.error"), texts.get("table.interval"),
                texts.get("table.base"), texts.get("table.since-month"), texts.get("table.chance"),
                texts.get("table.change-point")));
        for (IndexSeries.Line line : series.lines()) {
            String label = IndexShow.cut(line.indicator().label().in(texts.language()));
            for (IndexSeries.Month month : line.months()) {
                String base = String.valueOf(month.base());
                table.row(month.shown().map(shown -> cells(label, month, shown, series.rule())).orElseGet(() -> List.of(
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

    private void write(IndexSeries series, Path folder) {
        try {
            Files.createDirectories(folder);
            write(folder.resolve(NAME + messages().language() + ReportFormat.PAGE.ending()),
                    ServerWiring.page(series, messages().language()));
            write(folder.resolve(NAME + messages().language() + ReportFormat.DATA.ending()),
                    ServerWiring.data(series));
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        say("index.written", file);
    }
}
