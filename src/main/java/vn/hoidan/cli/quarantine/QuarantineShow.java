package vn.hoidan.cli.quarantine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.intake.QuarantineDesk;

/// `quarantine show`: a record that is or was set aside, what can be done, and what was done.
@Command(name = "show")
final class QuarantineShow extends OfficeCommand {

    @Option(names = "--log", required = true, paramLabel = "LOG")
    private String log;

    @Option(names = "--number", required = true, paramLabel = "N")
    private long number;

    QuarantineShow(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            office.quarantine().look(log, number).ifPresentOrElse(this::print,
                    () -> say("quarantine.not-there", log, number));
        }
    }

    private void print(QuarantineDesk.Seen seen) {
        say("quarantine.record", log, number, seen.record().type().code(), seen.record().body().length());
        seen.says().ifPresent(place -> say("quarantine.says", place.list().text(), place.household()));
        seen.aside().ifPresentOrElse(line -> {
            say("quarantine.aside", line.person(), messages().get("quarantine.cause." + line.cause().code()),
                    line.detail());
            say("quarantine.do." + line.cause().code());
        }, () -> say("quarantine.not-aside"));
        seen.acts().forEach(act -> say("quarantine.act." + act.kind().code(), act.at(), act.by(), act.reason(),
                act.place().map(place -> place.list().text() + " " + place.household()).orElse("")));
    }
}
