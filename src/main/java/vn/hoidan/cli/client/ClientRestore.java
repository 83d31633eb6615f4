package vn.hoidan.cli.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.core.survey.Person;
import vn.hoidan.message.Messages;

/// `client restore`: puts a copy of a person's data into the place of what is lost, also on another laptop.
@Command(name = "restore")
final class ClientRestore extends ClientCommand {
    private final Function<String, char[]> secret;

    @Parameters(paramLabel = "COPY")
    private Path file;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    ClientRestore(Terminal terminal, Messages messages) {
        this(terminal, messages, ClientRestore::ask);
    }

    /// @param secret asks for the PIN with these words
    ClientRestore(Terminal terminal, Messages messages, Function<String, char[]> secret) {
        super(terminal, messages);
        this.secret = secret;
    }

    /// Typed unseen at a terminal; a line of the input where there is none.
    private static char[] ask(String words) {
        if (System.console() != null && System.console().isTerminal()) {
            return Optional.ofNullable(System.console().readPassword("%s ", words)).orElse(new char[0]);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line == null ? new char[0] : line.toCharArray();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    protected int carryOut() {
        Path folder = Optional.ofNullable(data).orElseGet(ClientStart::usualFolder).toAbsolutePath().normalize();
        char[] pin = secret.apply(messages().get("client.restore.pin"));
        try {
            Person person = ClientWiring.restore(folder, file.toAbsolutePath().normalize(), pin);
            say("client.restore.done", person.name(), folder);
            return 0;
        } finally {
            Arrays.fill(pin, '\0');
        }
    }
}
