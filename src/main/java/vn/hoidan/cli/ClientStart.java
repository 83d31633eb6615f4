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
        if (ClientWiring.start(ClientSettings.of(whole, shown(whole)).fetchingVersionsTo(DataFolders.versions()),
                () -> LogFiles.read(whole))) {
            PracticeCommand.usual(shown(whole), this::print).withPerson();
        }
        return 0;
    }

    /// A language that was asked for goes before the one that was kept.
    private String shown(Path folder) {
        return languageAsked() ? language() : ClientWiring.keptLanguage(folder).orElseGet(this::language);
    }
}
