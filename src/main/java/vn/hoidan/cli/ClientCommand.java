package vn.hoidan.cli;

import vn.hoidan.message.Messages;

/// A command that opens the window.
abstract class ClientCommand extends TerminalCommand {

    ClientCommand(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    final int run() {
        return carryOut();
    }

    /// @return the exit code
    abstract int carryOut();

    final String language() {
        return messages().language();
    }

    final void print(String line) {
        terminal().out().println(line);
        terminal().out().flush();
    }
}
