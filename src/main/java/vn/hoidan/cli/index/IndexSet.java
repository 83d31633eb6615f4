package vn.hoidan.cli.index;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerWiring;

/// `index method`: how a survey's index is counted from now on, as a pack says.
@Command(name = "method")
final class IndexSet extends OfficeCommand {

    @Option(names = "--survey", paramLabel = "ID")
    private String survey = "";

    @Option(names = "--pack", required = true, paramLabel = "NAME|DIR")
    private String pack;

    IndexSet(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        IndexMethod method = ServerWiring.pack(pack).method();
        try (Office office = office()) {
            SurveyId id = office.surveys().choose(survey).id();
            office.index().setMethod(id, method);
            say("index.method-set", id.text(), method.setup().rule().name(), method.setup().rule().version(),
                    method.indicators().indicators().size());
        }
    }
}
