package vn.hoidan.cli.index;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `index round remove`: forgets an earlier round.
@Command(name = "remove")
final class IndexRoundRemove extends OfficeCommand {

    @Parameters(index = "0", paramLabel = "ROUND")
    private String name;

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    IndexRoundRemove(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            SurveyId id = office.surveys().choose(survey).id();
            say(office.index().removeRound(id, name) ? "index.round-removed" : "index.round-unknown", name, id.text());
        }
    }
}
