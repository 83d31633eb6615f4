package vn.hoidan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `quarantine release`: tries again to take a record in.
@Command(name = "release")
final class QuarantineRelease extends OfficeCommand {

    @Option(names = "--log", required = true, paramLabel = "LOG")
    private String log;

    @Option(names = "--number", required = true, paramLabel = "N")
    private long number;

    QuarantineRelease(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    void carryOut() {
        try (Office office = office()) {
            switch (office.quarantine().release(log, number)) {
                case TAKEN_IN -> say("quarantine.taken-in", log, number);
                case STILL_ASIDE -> say("quarantine.still-aside", log, number);
                case NOT_THERE -> say("quarantine.not-there", log, number);
            }
        }
    }
}
