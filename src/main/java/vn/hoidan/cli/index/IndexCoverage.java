package vn.hoidan.cli.index;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TerminalCommand;
import vn.hoidan.core.index.CoverageStudy;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.message.Messages;

/// `index coverage`: how often intervals hold the truth, in samples from an invented population.
@Command(name = "coverage")
final class IndexCoverage extends TerminalCommand {
    private static final int USUAL_SAMPLES = 1000;
    private static final int MOST_SAMPLES = 1_000_000;

    @Option(names = "--samples", paramLabel = "N")
    private int samples = USUAL_SAMPLES;

    @Option(names = "--seed", paramLabel = "N")
    private long seed = 1;

    IndexCoverage(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected int run() {
        int bounded = Math.clamp(samples, 1, MOST_SAMPLES);
        CoverageStudy.Result result = new CoverageStudy(IndexRule.SIPAS, seed).run(bounded, seed);
        say("index.coverage", result.held(), result.samples(), percent(result.share()), percent(result.truth()),
                percent(result.mean()), percent(result.spread()), percent(result.reported()),
                String.format(Locale.ROOT, "%.2f", result.effect()), seed);
        return 0;
    }

    private static String percent(double share) {
        return IndexRule.SIPAS.percent(share).toPlainString();
    }
}
