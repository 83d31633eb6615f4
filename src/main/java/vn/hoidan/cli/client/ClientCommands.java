package vn.hoidan.cli.client;

import java.util.List;
import picocli.CommandLine;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;

/// The commands that open a window: `client`, `practice`, `preview`.
public final class ClientCommands {

    private ClientCommands() {
    }

    /// Each with all that is below it.
    public static List<CommandLine> all(Terminal terminal, Messages messages) {
        return List.of(new CommandLine(new PracticeCommand(terminal, messages)),
                new CommandLine(new ClientStart(terminal, messages))
                        .addSubcommand(new ClientRestore(terminal, messages))
                        .addSubcommand(new ClientCheck(terminal, messages)),
                new CommandLine(new PreviewCommand(terminal, messages)));
    }
}
