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

/// `quarantine discard`: nobody needs to look at a record any more.
@Command(name = "discard")
final class QuarantineDiscard extends OfficeCommand {

    @Option(names = "--log", required = true, paramLabel = "LOG")
    private String log;

    @Option(names = "--number", required = true, paramLabel = "N")
    private long number;

    @Mixin
    private Decisions decisions;

    QuarantineDiscard(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            AsideOutcome done = office.quarantine().discard(log, number, decisions.read(messages()));
            say("quarantine." + done.code(), log, number);
        }
    }
}
