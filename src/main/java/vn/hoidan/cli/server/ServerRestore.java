package vn.hoidan.cli.server;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.app.RestoreDesk;

/// `server restore`: puts a backup in the place of the server's data.
@Command(name = "restore")
final class ServerRestore extends OfficeCommand {

    @Parameters(paramLabel = "BACKUP")
    private Path backup;

    @Option(names = "--database", paramLabel = "URL")
    private String database;

    ServerRestore(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Path file = backup.toAbsolutePath();
        RestoreDesk.Begun begun = database == null ? ServerWiring.restore(data(), file)
                : ServerWiring.restoreTo(data(), database, file);
        say("restore.done", backup.getFileName(), begun.epoch(), begun.devices());
        say("server.place", ServerWiring.place(data()));
        say("restore.next");
    }
}
