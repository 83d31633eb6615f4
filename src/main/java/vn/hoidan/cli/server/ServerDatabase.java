package vn.hoidan.cli.server;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.ServerWiring;

/// `server database`: where the office is; with an address it is moved there.
@Command(name = "database")
final class ServerDatabase extends OfficeCommand {

    @Parameters(paramLabel = "URL", arity = "0..1")
    private String address;

    @Option(names = "--backups", paramLabel = "DIR")
    private Path backups;

    ServerDatabase(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        if (address != null) {
            ServerWiring.move(data(), address, Optional.ofNullable(backups).orElseGet(this::usualBackups)
                    .toAbsolutePath());
        }
        say("server.place", ServerWiring.place(data()));
    }
}
