package vn.hoidan.cli.quota;

import java.util.List;
import picocli.CommandLine;
import vn.hoidan.cli.command.Branch;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;

/// The commands for quotas in mid-field: `quota`.
public final class QuotaCommands {

    private QuotaCommands() {
    }

    /// Each with all that is below it.
    public static List<CommandLine> all(Terminal terminal, Messages messages) {
        return List.of(Branch.of("quota",
                        new QuotaDeclare(terminal, messages),
                        new QuotaShow(terminal, messages),
                        new QuotaCheck(terminal, messages),
                        new QuotaTarget(terminal, messages),
                        new QuotaRule(terminal, messages),
                        new QuotaVoid(terminal, messages),
                        new QuotaLost(terminal, messages)));
    }
}
