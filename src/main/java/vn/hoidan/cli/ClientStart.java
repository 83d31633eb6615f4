package vn.hoidan.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.client.ClientSettings;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.message.Messages;

/// `client`: the window for real work; people join with the server's address and an enrolment code.
@Command(name = ClientStart.CLIENT)
final class ClientStart extends ClientCommand {
    static final String CLIENT = "client";

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    ClientStart(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    static Path usualFolder() {
        return DataFolders.user().resolve(CLIENT);
    }

    @Override
    int carryOut() {
        ClientWiring.begin();
        Path folder = Optional.ofNullable(data).orElseGet(ClientStart::usualFolder);
        Path whole = folder.toAbsolutePath().normalize();
        LogFiles.begin(whole);
        ClientWiring.start(ClientSettings.of(whole, language()).fetchingVersionsTo(DataFolders.versions()),
                () -> LogFiles.read(whole));
        return 0;
    }
}
