package vn.hoidan.cli.server;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseFile;
import vn.hoidan.core.release.Version;
import vn.hoidan.launch.InstalledFolder;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `release offer`: signs a version of the client and offers it to the laptops.
@Command(name = "offer")
final class ReleaseOffer extends OfficeCommand {
    private static final long MEGABYTE = 1_000_000;

    @Parameters(paramLabel = "PROGRAM")
    private Path program;

    ReleaseOffer(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            InstalledFolder installed = InstalledFolder.at(program);
            Release release = office.releases().take(installed.folder(), installed.platform(),
                    Version.parse(installed.version()).orElseThrow(() -> new IOException("version")));
            long bytes = release.files().stream().mapToLong(ReleaseFile::bytes).sum();
            say("release.offered", release.version().text(), release.platform(), release.files().size(),
                    bytes / MEGABYTE);
        } catch (IOException notInstalled) {
            throw Problem.of(ProblemKind.RELEASE_UNUSABLE, "folder", program.toString()).exception(notInstalled);
        }
    }
}
