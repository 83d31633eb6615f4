package vn.hoidan.cli.command;

import vn.hoidan.message.Messages;

/// A command on a server's data folder that succeeds or fails with a problem.
public abstract class OfficeCommand extends OfficeAccess {

    protected OfficeCommand(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected final int run() {
        carryOut();
        return 0;
    }

    protected abstract void carryOut();
}
