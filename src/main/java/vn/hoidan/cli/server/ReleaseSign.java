package vn.hoidan.cli.server;

import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.Secrets;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.cli.command.TerminalCommand;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.SignedRelease;
import vn.hoidan.message.Messages;
import vn.hoidan.server.ReleaseSigning;

/// `release sign`: signs a version of the client, on a machine that is not the server.
@Command(name = "sign")
final class ReleaseSign extends TerminalCommand {
    private final Secrets secrets;

    @Parameters(index = "0", paramLabel = "PROGRAM")
    private Path program;

    @Parameters(index = "1", paramLabel = "SIGNED")
    private Path signed;

    @Option(names = "--key", required = true, paramLabel = "KEY")
    private Path key;

    /// @param secrets asks for the passphrase
    ReleaseSign(Terminal terminal, Messages messages, Secrets secrets) {
        super(terminal, messages);
        this.secrets = secrets;
    }

    @Override
    protected int run() {
        Path whole = signed.toString().endsWith("." + SignedRelease.ENDING) ? signed
                : signed.resolveSibling(signed.getFileName() + "." + SignedRelease.ENDING);
        char[] passphrase = secrets.ask(messages().get("release.key.before", key));
        try {
            Release release = ReleaseSigning.sign(program, key, passphrase, whole);
            say("release.signed", release.version().text(), release.platform(), release.files().size(), whole);
            return 0;
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
