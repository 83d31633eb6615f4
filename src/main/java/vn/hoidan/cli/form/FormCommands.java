package vn.hoidan.cli.form;

import java.util.List;
import picocli.CommandLine;
import vn.hoidan.cli.command.Branch;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.message.Messages;

/// The commands on forms in files: `form`.
public final class FormCommands {

    private FormCommands() {
    }

    /// Each with all that is below it.
    public static List<CommandLine> all(Terminal terminal, Messages messages) {
        return List.of(Branch.of("form",
                        new FormCheck(terminal, messages),
                        new FormConvert(terminal, messages)));
    }
}
