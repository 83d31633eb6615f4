package vn.hoidan.cli.server;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseFile;
import vn.hoidan.core.release.SignedRelease;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ReleaseSigning;

/// `release offer`: offers a version of the client, signed elsewhere, to the laptops.
@Command(name = "offer")
final class ReleaseOffer extends OfficeCommand {
    private static final long MEGABYTE = 1_000_000;

    @Parameters(index = "0", paramLabel = "PROGRAM")
    private Path program;

    @Parameters(index = "1", paramLabel = "SIGNED")
    private Path file;

    ReleaseOffer(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        SignedRelease signed = ReleaseSigning.read(file);
        try (Office office = office()) {
            Release release = office.releases().take(program, signed);
            long bytes = release.files().stream().mapToLong(ReleaseFile::bytes).sum();
            say("release.offered", release.version().text(), release.platform(), release.files().size(),
                    bytes / MEGABYTE);
            say("release.offered.key", fingerprint(signed.key().toArray()));
        }
    }
}
