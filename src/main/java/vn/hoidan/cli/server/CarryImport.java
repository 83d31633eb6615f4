package vn.hoidan.cli.server;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.message.Messages;
import vn.hoidan.message.ProblemTexts;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.app.intake.CarryDesk;

/// `carry import`: takes in what laptops put on a stick, and writes the answers for them.
@Command(name = "import")
final class CarryImport extends OfficeCommand {
    @Parameters(index = "0", paramLabel = "CARRIED")
    private Path file;

    @Parameters(index = "1", paramLabel = "ANSWERS")
    private Path out;

    CarryImport(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        List<Envelope> envelopes = ServerWiring.carried(file);
        try (Office office = office()) {
            CarryDesk.Taken taken = office.carry().answerAll(envelopes);
            ServerWiring.writeCarried(taken.answers(), out);
            say("carry.taken", taken.answers().size(), out.toAbsolutePath().normalize());
            taken.refused().forEach(each -> say("carry.refused", each.device(),
                    ProblemTexts.of(each.problem(), messages().language()).oneLine()));
        }
    }
}
