package vn.hoidan.cli;

import vn.hoidan.message.Messages;

/// A command on a server's data folder that succeeds or fails with a problem.
abstract class OfficeCommand extends OfficeAccess {

    OfficeCommand(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    final int run() {
        carryOut();
        return 0;
    }

    abstract void carryOut();
}
