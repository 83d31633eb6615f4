package vn.hoidan.cli.people;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.SpareKeyDesk;

/// `people reset`: a one-time code that a laptop with a network shows to the server when its PIN is forgotten.
@Command(name = "reset")
final class PeopleReset extends OfficeCommand {

    @Parameters(paramLabel = "DEVICE")
    private String device;

    PeopleReset(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            SpokenCode code = office.spareKeys().issueResetCode(device);
            say("people.reset", code.asText(), SpareKeyDesk.RESET_CODE_LIFE.toHours(), SpareKeyDesk.MOST_TRIES);
            saySpelled(code);
            say("people.reset.check");
        }
    }
}
