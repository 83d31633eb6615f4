package vn.hoidan.cli.files;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.Decisions;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.app.files.UnnamedFilesDesk;

/// `files remove`: removes files that nothing names any longer and that have been at the office for long.
@Command(name = "remove")
final class FilesRemove extends OfficeCommand {

    @Option(names = "--older", required = true, paramLabel = "DAYS")
    private int older;

    @Mixin
    private Decisions decisions;

    FilesRemove(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            switch (office.unnamedFiles().remove(Duration.ofDays(older), decisions.read(messages()))) {
                case UnnamedFilesDesk.Removal.Removed removed ->
                    say("files.removed", removed.gone().count(), removed.gone().bytes());
                case UnnamedFilesDesk.Removal.TooYoung young -> throw Problem.of(ProblemKind.OPTION_INVALID, "option",
                        "--older", "reason", messages().get("invalid.too-young", young.least().toDays())).exception();
            }
        }
    }
}
