package vn.hoidan.cli.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.CodeFile;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// A command that hands out an enrolment code, on the screen and if wanted as a file that the window opens.
abstract class CodeCommand extends OfficeCommand {

    @Option(names = "--file", paramLabel = "FILE")
    private Path file;

    @Option(names = "--address", paramLabel = "HOST[:PORT]")
    private String address;

    CodeCommand(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    /// Before a code is made: a file without an address helps nobody.
    final void requireAddress(Office office) {
        if (file != null && place(office).isEmpty()) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--address", "reason",
                    messages().get("invalid.missing")).exception();
        }
    }

    final void handOut(Office office, Person person, EnrolmentCode code) {
        sayCode(office, person, code);
        if (file != null) {
            write(file.toAbsolutePath().normalize(), new CodeFile(place(office).orElseThrow(), code));
        }
    }

    private Optional<String> place(Office office) {
        return Optional.ofNullable(address).or(() -> office.surveys().address());
    }

    private void write(Path to, CodeFile code) {
        Path whole = to.toString().endsWith("." + CodeFile.ENDING) ? to
                : to.resolveSibling(to.getFileName() + "." + CodeFile.ENDING);
        try {
            Files.writeString(whole, code.asText());
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", String.valueOf(whole.getParent()))
                    .exception(refused);
        }
        say("people.file", whole);
    }
}
