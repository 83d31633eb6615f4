package vn.hoidan.cli.form;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TerminalCommand;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.message.Messages;
import vn.hoidan.server.ServerWiring;

/// A command on a form in a file. Whatever the file is, what is wrong with it is said and the exit code tells.
public abstract class FormCommand extends TerminalCommand {
    /// The form cannot be asked.
    public static final int EXIT_FORM = 1;

    @Parameters(index = "0", paramLabel = "FORM")
    private Path form;

    protected FormCommand(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected final int run() {
        return switch (ServerWiring.form(form)) {
            case FormReading.Refused refused -> {
                say("form.refused", form);
                FormRemarks.print(refused.remarks(), terminal(), messages());
                yield EXIT_FORM;
            }
            case FormReading.Usable usable -> {
                carryOut(usable);
                FormRemarks.print(usable.remarks(), terminal(), messages());
                yield 0;
            }
        };
    }

    protected abstract void carryOut(FormReading.Usable form);
}
