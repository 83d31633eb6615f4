package vn.hoidan.cli.form;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.message.Messages;
import vn.hoidan.server.ServerWiring;

/// `form convert`: writes a form as an XForm, or as a package of the XForm and its files.
@Command(name = "convert")
final class FormConvert extends FormCommand {
    private static final String XFORM = ".xml";
    private static final String PACKAGE = ".zip";

    @Parameters(index = "1", paramLabel = "OUT.xml|OUT.zip")
    private Path out;

    FormConvert(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut(FormReading.Usable form) {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(XFORM) && !name.endsWith(PACKAGE)) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "OUT", "reason",
                    messages().get("form.out-ending")).exception();
        }
        Bytes xform = ServerWiring.xform(form.content());
        boolean filesToo = !xform.equals(form.content());
        if (name.endsWith(PACKAGE) && !filesToo) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "OUT", "reason",
                    messages().get("form.no-files")).exception();
        }
        byte[] content = (name.endsWith(XFORM) ? xform : form.content()).toArray();
        Path file = out.toAbsolutePath().normalize();
        write(file, content);
        say("form.written", file, content.length);
        if (name.endsWith(XFORM) && filesToo) {
            say("form.files-left");
        }
    }

    /// Whole or not at all: a file that is there stays until the new one is complete.
    private static void write(Path file, byte[] content) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, "form", ".part");
            try {
                Files.write(whole, content);
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (FileAlreadyExistsException aFile) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(aFile);
        } catch (IOException failed) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(failed);
        }
    }
}
