package vn.hoidan.cli.files;

import java.util.List;
import picocli.CommandLine;
import vn.hoidan.cli.command.Branch;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;

/// The commands for files that nothing names any longer: `files`.
public final class FilesCommands {

    private FilesCommands() {
    }

    /// Each with all that is below it.
    public static List<CommandLine> all(Terminal terminal, Messages messages) {
        return List.of(Branch.of("files",
                        new FilesList(terminal, messages),
                        new FilesRemove(terminal, messages)));
    }
}
