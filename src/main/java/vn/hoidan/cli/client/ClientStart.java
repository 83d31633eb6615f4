package vn.hoidan.cli.client;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.DataFolders;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.client.ClientSettings;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.message.Messages;

/// `client`: the window for real work; people join with the server's address and an enrolment code.
@Command(name = ClientStart.CLIENT)
public final class ClientStart extends ClientCommand {
    /// The word that opens the window.
    public static final String CLIENT = "client";

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    /// @param messages in the language of the line
    public ClientStart(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    /// Where the data lie unless another folder is named.
    public static Path usualFolder() {
        return DataFolders.user().resolve(CLIENT);
    }

    @Override
    protected int carryOut() {
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
