package vn.hoidan.cli.server;

import picocli.CommandLine.Command;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.ServerWiring;

/// `server renew-key`: new records are sealed to a new key.
@Command(name = "renew-key")
final class ServerRenewKey extends OfficeCommand {

    ServerRenewKey(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        say("renewed.done", ServerWiring.renewRecordKey(data()));
    }
}
