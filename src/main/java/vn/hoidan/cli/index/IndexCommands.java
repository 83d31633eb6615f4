package vn.hoidan.cli.index;

import java.util.List;
import picocli.CommandLine;
import vn.hoidan.cli.command.Branch;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;

/// The commands for the satisfaction index: `index`.
public final class IndexCommands {

    private IndexCommands() {
    }

    /// Each with all that is below it.
    public static List<CommandLine> all(Terminal terminal, Messages messages) {
        return List.of(Branch.of("index",
                        new IndexShow(terminal, messages),
                        new IndexWrite(terminal, messages),
                        new IndexMonths(terminal, messages),
                        new IndexSet(terminal, messages),
                        Branch.of("round",
                                new IndexRoundAdd(terminal, messages),
                                new IndexRoundRemove(terminal, messages)),
                        new IndexCoverage(terminal, messages)));
    }
}
