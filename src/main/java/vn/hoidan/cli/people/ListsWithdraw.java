package vn.hoidan.cli.people;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Ids;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `lists withdraw`: takes a village list back.
@Command(name = "withdraw")
final class ListsWithdraw extends OfficeCommand {

    @Option(names = "--list", required = true, paramLabel = "ID")
    private String list;

    ListsWithdraw(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            office.lists().withdraw(Ids.list(list));
            say("lists.withdrawn", list);
        }
    }
}
