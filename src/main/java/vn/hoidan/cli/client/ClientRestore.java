package vn.hoidan.cli.client;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.Secrets;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.core.survey.Person;
import vn.hoidan.message.Messages;

/// `client restore`: puts a copy of a person's data into the place of what is lost, also on another laptop.
@Command(name = "restore")
final class ClientRestore extends ClientCommand {
    private final Secrets secret;

    @Parameters(paramLabel = "COPY")
    private Path file;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    ClientRestore(Terminal terminal, Messages messages) {
        this(terminal, messages, Secrets.typed());
    }

    /// @param secret asks for the PIN with these words
    ClientRestore(Terminal terminal, Messages messages, Secrets secret) {
        super(terminal, messages);
        this.secret = secret;
    }

    @Override
    protected int carryOut() {
        Path folder = Optional.ofNullable(data).orElseGet(ClientStart::usualFolder).toAbsolutePath().normalize();
        char[] pin = secret.ask(messages().get("client.restore.pin"));
        try {
            Person person = ClientWiring.restore(folder, file.toAbsolutePath().normalize(), pin);
            say("client.restore.done", person.name(), folder);
            return 0;
        } finally {
            Arrays.fill(pin, '\0');
        }
    }
}
