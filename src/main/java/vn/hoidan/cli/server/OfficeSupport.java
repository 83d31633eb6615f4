package vn.hoidan.cli.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.access.SealedForOffice;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerWiring;

/// `office support`: reads what a person sent because something did not work.
@Command(name = "support")
final class OfficeSupport extends OfficeCommand {

    @Parameters(paramLabel = "SUPPORT")
    private Path file;

    OfficeSupport(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office(); InputStream in = Files.newInputStream(file)) {
            Bytes content = Bytes.of(in.readNBytes(SealedForOffice.MOST_BYTES + 1));
            Bytes opened = SealedForOffice.parse(content)
                    .flatMap(sealed -> ServerWiring.opened(sealed, office.spareKeys()::unwrap))
                    .orElseThrow(() -> Problem.of(ProblemKind.OFFICE_CANNOT_OPEN).exception());
            terminal().out().print(new String(opened.toArray(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "SUPPORT", "reason",
                    messages().get("invalid.value")).exception(unreadable);
        }
    }
}
