package vn.hoidan.cli.quarantine;

import java.util.List;
import picocli.CommandLine;
import vn.hoidan.cli.command.Branch;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;

/// The commands for records that could not be used: `quarantine`.
public final class QuarantineCommands {

    private QuarantineCommands() {
    }

    /// Each with all that is below it.
    public static List<CommandLine> all(Terminal terminal, Messages messages) {
        return List.of(Branch.of("quarantine",
                        new QuarantineList(terminal, messages),
                        new QuarantineShow(terminal, messages),
                        new QuarantineRepair(terminal, messages),
                        new QuarantineRelease(terminal, messages),
                        new QuarantineRetry(terminal, messages),
                        new QuarantineDiscard(terminal, messages)));
    }
}
