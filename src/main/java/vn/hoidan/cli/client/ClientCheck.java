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
/// this machine. A package's start is learned from it, so it goes where starts go: to the first page, and on to one
/// with fields, as the page that asks for the PIN has. What comes later is not learned: everything that is learned is
/// brought in at every start.
@Command(name = ClientCheck.CHECK)
public final class ClientCheck extends ClientCommand {

    static final String CHECK = "check";
    private static final String DATA = "--data";
    private static final int WORDS = 4;
    /// Joins with an address and a code, where nobody works yet.
    private static final String TO_FIELDS = "2";

    @Option(names = DATA, paramLabel = "DIR")
    private Path data;

    /// @param messages in the language of the line
    public ClientCheck(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    /// True for what a start is learned with. It is read as the line of a start is, or the reading would be learned.
    public static boolean isAllOf(String[] line) {
        return line.length == WORDS && line[0].equals(ClientStart.CLIENT) && line[1].equals(CHECK)
                && line[2].equals(DATA);
    }

    /// The folder that such a line names.
    public void take(String[] line) {
        data = Path.of(line[WORDS - 1]);
    }

    @Override
    protected int carryOut() {
        Display.chooseHeadless();
        Path folder = Optional.ofNullable(data).orElseGet(ClientStart::usualFolder).toAbsolutePath().normalize();
        LogFiles.begin(folder);
        try (RunningClient client = ClientWiring.open(ClientSettings.of(folder, language()))) {
            client.awaitUsable();
            client.press(TO_FIELDS);
            boolean blank = client.text().isBlank();
            say(blank ? "client.check.nothing" : "client.check.done");
            return blank ? Failures.EXIT_OURS : 0;
        }
    }
}
