package vn.hoidan.cli.people;

import java.util.List;
import picocli.CommandLine;
import vn.hoidan.cli.command.Branch;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;

/// The commands for the field staff and where they work: `people`, `lists`, `place`, `message`.
public final class PeopleCommands {

    private PeopleCommands() {
    }

    /// Each with all that is below it.
    public static List<CommandLine> all(Terminal terminal, Messages messages) {
        return List.of(Branch.of("people",
                        new PeopleAdd(terminal, messages),
                        new PeopleCode(terminal, messages),
                        new PeopleList(terminal, messages),
                        new PeopleReset(terminal, messages),
                        new PeopleResetCode(terminal, messages)),
                Branch.of("lists",
                        new ListsShow(terminal, messages),
                        new ListsAssign(terminal, messages),
                        new ListsWithdraw(terminal, messages)),
                Branch.of("place",
                        new PlaceShow(terminal, messages),
                        new PlaceAssign(terminal, messages),
                        new PlaceWithdraw(terminal, messages)),
                Branch.of("message",
                        new MessageSend(terminal, messages), new MessageList(terminal, messages)));
    }
}
