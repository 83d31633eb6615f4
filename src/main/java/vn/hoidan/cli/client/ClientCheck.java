package vn.hoidan.cli.client;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.practice.Display;
import vn.hoidan.client.ClientSettings;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.client.RunningClient;
import vn.hoidan.message.Messages;

/// `client check`: opens the first window without a display and closes it, which tells whether the program starts on
/// this machine. A package's start is learned from it.
@Command(name = "check")
final class ClientCheck extends ClientCommand {

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    ClientCheck(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected int carryOut() {
        Display.chooseHeadless();
        Path folder = Optional.ofNullable(data).orElseGet(ClientStart::usualFolder).toAbsolutePath().normalize();
        try (RunningClient client = ClientWiring.open(ClientSettings.of(folder, language()))) {
            say(client.text().isBlank() ? "client.check.nothing" : "client.check.done");
            return client.text().isBlank() ? Failures.EXIT_OURS : 0;
        }
    }
}
