package vn.hoidan.cli.client;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.DataFolders;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.practice.Display;
import vn.hoidan.cli.practice.PracticeDesign;
import vn.hoidan.cli.practice.PracticeSession;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;

/// `practice`: a whole survey on this machine, at the window or, where there is none, by itself for a day.
@Command(name = "practice")
final class PracticeCommand extends ClientCommand {
    private static final Path USUAL_OUT = Path.of("target", "practice-day");
    private static final String PRACTICE = "practice";
    private static final String FREE_PRACTICE = "practice-free";
    private static final int LARGEST_SEED = 1_000_000;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    @Option(names = "--alone")
    private boolean alone;

    @Option(names = "--out", paramLabel = "DIR")
    private Path out = USUAL_OUT;

    @Option(names = "--seed", paramLabel = "NUMBER")
    private Long seed;

    @Option(names = "--design", paramLabel = "DESIGN")
    private String design = PracticeDesign.LISTS.code();

    PracticeCommand(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected int carryOut() {
        PracticeDesign chosen = PracticeDesign.ofCode(design)
                .filter(each -> each == PracticeDesign.LISTS || !alone)
                .orElseThrow(() -> Problem.of(ProblemKind.OPTION_INVALID, "option", "--design", "reason",
                        messages().get("invalid.value")).exception());
        long drawn = Optional.ofNullable(seed)
                .orElseGet(() -> (long) RandomGenerator.getDefault().nextInt(LARGEST_SEED));
        Display display = alone ? Display.ABSENT : Display.here();
        return switch (display) {
            case READY -> {
                String usual = chosen == PracticeDesign.FREE ? FREE_PRACTICE : PRACTICE;
                session(Optional.ofNullable(data).orElseGet(() -> DataFolders.user().resolve(usual)), drawn, chosen)
                        .withPerson();
                yield 0;
            }
            case ABSENT -> {
                Display.chooseHeadless();
                Path folder = out.toAbsolutePath().normalize();
                yield session(Optional.ofNullable(data).orElseGet(() -> PracticeSession.emptied(folder)), drawn,
                        PracticeDesign.LISTS)
                        .alone(folder) ? 0 : Failures.EXIT_OURS;
            }
            case LIBRARY_MISSING -> throw Problem.of(ProblemKind.GTK_MISSING, "packages", Display.GTK_PACKAGES)
                    .exception();
        };
    }

    /// Practice with villages in the usual folder.
    static PracticeSession usual(String language, Consumer<String> tell) {
        return new PracticeSession(DataFolders.user().resolve(PRACTICE), language,
                RandomGenerator.getDefault().nextInt(LARGEST_SEED), PracticeDesign.LISTS, tell);
    }

    private PracticeSession session(Path folder, long drawn, PracticeDesign chosen) {
        return new PracticeSession(folder.toAbsolutePath().normalize(), language(), drawn, chosen, this::print);
    }
}
