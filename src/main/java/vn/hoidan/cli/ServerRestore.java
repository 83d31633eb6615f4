package vn.hoidan.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.message.Messages;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.app.RestoreDesk;

/// `server restore`: puts a backup in the place of the server's data.
@Command(name = "restore")
final class ServerRestore extends OfficeCommand {

    @Parameters(paramLabel = "BACKUP")
    private Path backup;

    ServerRestore(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    void carryOut() {
        RestoreDesk.Begun begun = ServerWiring.restore(data(), backup.toAbsolutePath());
        say("restore.done", backup.getFileName(), begun.epoch(), begun.devices());
        say("restore.next");
    }
}
