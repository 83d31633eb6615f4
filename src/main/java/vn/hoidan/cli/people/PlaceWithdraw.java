package vn.hoidan.cli.people;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Decisions;
import vn.hoidan.cli.command.Ids;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `place withdraw`: takes an area from a person of a free quota.
@Command(name = "withdraw")
final class PlaceWithdraw extends OfficeCommand {

    @Option(names = "--person", required = true, paramLabel = "ID")
    private String person;

    @Option(names = "--area", required = true, paramLabel = "CODE")
    private String area;

    @Mixin
    private Decisions decisions;

    PlaceWithdraw(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            boolean changed = office.places().withdraw(Ids.person(person), area, decisions.read(messages()));
            say(changed ? "place.withdrawn" : "place.withdrawn.none", area, person);
        }
    }
}
