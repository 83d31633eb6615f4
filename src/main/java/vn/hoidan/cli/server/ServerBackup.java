package vn.hoidan.cli.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.app.book.Backups;

/// `server backup`: one checked copy now.
@Command(name = "backup")
final class ServerBackup extends OfficeCommand {

    @Option(names = "--backups", paramLabel = "DIR")
    private Path backups;

    ServerBackup(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        Path folder = Optional.ofNullable(backups).orElseGet(this::usualBackups).toAbsolutePath();
        try (Office office = ServerWiring.openOffice(new ServerSettings(data(), ServerSettings.LOOPBACK, 0,
                List.of(ServerSettings.LOOPBACK), folder, ServerSettings.USUAL_BACKUP_EVERY))) {
            Backups.Checked checked = office.backup().run();
            say("backup.done", folder.resolve(checked.name()), checked.positions().size());
            say("backup.keys", ServerWiring.identityFolder(data()));
        }
    }
}
