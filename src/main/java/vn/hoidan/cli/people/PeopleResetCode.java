package vn.hoidan.cli.people;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.SpareKeyDesk;

/// `people reset-code`: the code to be read over the telephone to somebody who forgot the PIN and has no network.
@Command(name = "reset-code")
final class PeopleResetCode extends OfficeCommand {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    @Parameters(index = "0", paramLabel = "DEVICE")
    private String device;

    @Parameters(index = "1", paramLabel = "TURN")
    private int turn;

    PeopleResetCode(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            SpareKeyDesk.ToBeRead read = office.spareKeys().readOut(device, turn);
            say("people.reset-code", read.device(), turn, read.code().asText());
            saySpelled(read.code());
            if (read.before().givenAt().isEmpty()) {
                say("people.reset-code.not-given", turn);
            }
            read.before().toldAt().ifPresent(at -> say("people.reset-code.told", turn, time(at)));
            say("people.reset.check");
        }
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
