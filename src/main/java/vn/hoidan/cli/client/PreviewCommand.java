package vn.hoidan.cli.client;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.practice.Display;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.client.PreviewSettings;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;

/// `preview`: a window in which the author of a form fills it in and sees what it does.
@Command(name = "preview")
final class PreviewCommand extends ClientCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FORM")
    private Path form;

    PreviewCommand(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected int carryOut() {
        if (Display.here() == Display.LIBRARY_MISSING) {
            throw Problem.of(ProblemKind.GTK_MISSING, "packages", Display.GTK_PACKAGES).exception();
        }
        ClientWiring.preview(new PreviewSettings(
                Optional.ofNullable(form).map(file -> file.toAbsolutePath().normalize()), language()));
        return 0;
    }
}
