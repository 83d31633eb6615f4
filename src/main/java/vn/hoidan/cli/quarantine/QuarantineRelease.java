package vn.hoidan.cli.quarantine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Decisions;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `quarantine release`: tries again to take a record in.
@Command(name = "release")
final class QuarantineRelease extends OfficeCommand {

    @Option(names = "--log", required = true, paramLabel = "LOG")
    private String log;

    @Option(names = "--number", required = true, paramLabel = "N")
    private long number;

    @Mixin
    private Decisions decisions;

    QuarantineRelease(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            AsideOutcome done = office.quarantine().release(log, number, decisions.read(messages()));
            say("quarantine." + done.code(), log, number);
        }
    }
}
