package vn.hoidan.cli.client;

import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TerminalCommand;
import vn.hoidan.message.Messages;

/// A command that opens the window.
abstract class ClientCommand extends TerminalCommand {

    ClientCommand(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected final int run() {
        return carryOut();
    }

    /// @return the exit code
    protected abstract int carryOut();

    final String language() {
        return messages().language();
    }

    final void print(String line) {
        terminal().out().println(line);
        terminal().out().flush();
    }
}
