package vn.hoidan.cli.server;

import java.util.List;
import picocli.CommandLine.Command;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.book.OfficeAct;

/// `server acts`: what people did at the office with files and keys, with who and why.
@Command(name = "acts")
final class ServerActs extends OfficeCommand {
    private static final int MOST = 1_000;

    ServerActs(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            List<OfficeAct> acts = office.store().read(central -> central.officeActs().newest(MOST));
            if (acts.isEmpty()) {
                say("acts.none");
            }
            acts.forEach(act -> say("acts." + act.kind().code(), moment(act.at()), act.by(), act.subject(),
                    act.detail(), act.reason()));
        }
    }
}
