package vn.hoidan.cli.client;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Failures;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.practice.Display;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.client.RunningClient;
import vn.hoidan.launch.StartCache;
import vn.hoidan.message.Messages;

/// `client check`: opens the two pages that a start ends at, that of a new laptop and that which asks for the PIN,
/// without a display and in a folder of its own, which tells whether the program starts on this machine. A package's
/// start is learned from it, so it goes the very way of {@link ClientStart}: what a start does and this does not would
/// have to be learned anew each time. What comes later is not learned: everything that is learned is brought in at
/// every start.
@Command(name = ClientCheck.CHECK)
public final class ClientCheck extends ClientCommand {

    static final String CHECK = "check";
    private static final String DATA = "--data";
    private static final int WORDS = 4;
    private static final String NEW_LAPTOP = "new";
    private static final String USED_LAPTOP = "used";

    @Option(names = DATA, paramLabel = "DIR", required = true)
    private Path data;
    private boolean blank;

    /// @param messages in the language of the line
    public ClientCheck(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    /// True for what a start is learned with. It is read as the line of a start is, or the reading would be learned.
    public static boolean isAllOf(String[] line) {
        return line.length == WORDS && line[0].equals(ClientStart.CLIENT) && line[1].equals(CHECK)
                && line[2].equals(DATA);
    }

    /// Begins with what takes longest.
    public static void begin(String[] line) {
        Display.chooseHeadless();
        ClientStart.begin(Path.of(line[WORDS - 1]).resolve(NEW_LAPTOP));
    }

    /// The folder that such a line names.
    public void take(String[] line) {
        data = Path.of(line[WORDS - 1]);
    }

    @Override
    protected int carryOut() {
        Display.chooseHeadless();
        page(data.resolve(NEW_LAPTOP));
        Path used = data.resolve(USED_LAPTOP);
        ClientWiring.showSomebody(used);
        page(used);
        StartCache.meet();
        say(blank ? "client.check.nothing" : "client.check.done");
        return blank ? Failures.EXIT_OURS : 0;
    }

    private void page(Path folder) {
        ClientStart.at(folder, this::look, terminal(), messages()).call();
    }

    private void look(RunningClient client) {
        client.awaitUsable();
        blank |= client.text().isBlank();
    }
}
