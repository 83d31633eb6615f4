package vn.hoidan.cli.index;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerWiring;

/// `index round add`: figures of an earlier round, that the index is compared with from now on.
@Command(name = "add")
final class IndexRoundAdd extends OfficeCommand {
    private static final String NAME_FORM = "\\S.{0,78}";

    @Parameters(index = "0", paramLabel = "FIGURES")
    private Path file;

    @Option(names = "--name", required = true, paramLabel = "NAME")
    private String name;

    @Option(names = "--day", required = true, paramLabel = "YYYY-MM-DD")
    private LocalDate day;

    @Option(names = "--mapping", paramLabel = "FILE")
    private Path mapping;

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    IndexRoundAdd(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        if (!name.matches(NAME_FORM)) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--name", "reason",
                    messages().get("index.round-name")).exception();
        }
        Round read = ServerWiring.round(file, name, day);
        Round round = mapping == null ? read : read.joinedBy(ServerWiring.mapping(mapping));
        try (Office office = office()) {
            SurveyId id = office.surveys().choose(survey).id();
            List<String> missing = office.index().putRound(id, round);
            say("index.round-added", round.name(), round.day(), round.figures().size(), id.text());
            if (!round.errorsKnown()) {
                say("index.round-no-errors");
            }
            if (!missing.isEmpty()) {
                say("index.round-missing", missing.size(), String.join(", ", missing));
            }
        }
    }
}
