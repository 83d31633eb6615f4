package vn.hoidan.cli.quarantine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Decisions;
import vn.hoidan.cli.command.Ids;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.book.RecordAct;

/// `quarantine repair`: takes a record in at another household than it names.
@Command(name = "repair")
final class QuarantineRepair extends OfficeCommand {

    @Option(names = "--log", required = true, paramLabel = "LOG")
    private String log;

    @Option(names = "--number", required = true, paramLabel = "N")
    private long number;

    @Option(names = "--list", required = true, paramLabel = "LIST")
    private String list;

    @Option(names = "--household", required = true, paramLabel = "N")
    private int household;

    @Mixin
    private Decisions decisions;

    QuarantineRepair(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        RecordAct.Place place = new RecordAct.Place(Ids.list(list), household);
        try (Office office = office()) {
            AsideOutcome done = office.quarantine().repair(log, number, place,
                    decisions.read(messages()));
            say("quarantine." + done.code(), log, number);
        }
    }
}
