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

/// `place assign`: gives a person of a free quota an area to find people in.
@Command(name = "assign")
final class PlaceAssign extends OfficeCommand {

    @Option(names = "--person", required = true, paramLabel = "ID")
    private String person;

    @Option(names = "--area", required = true, paramLabel = "CODE")
    private String area;

    @Mixin
    private Decisions decisions;

    PlaceAssign(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            boolean changed = office.places().assign(Ids.person(person), area, decisions.read(messages()));
            say(changed ? "place.assigned" : "place.assigned.already", area, person);
        }
    }
}
