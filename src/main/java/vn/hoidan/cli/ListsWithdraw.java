package vn.hoidan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
    void carryOut() {
        try (Office office = office()) {
            office.lists().withdraw(Ids.list(list));
            say("lists.withdrawn", list);
        }
    }
}
