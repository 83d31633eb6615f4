package vn.hoidan.cli.server;

import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.hoidan.cli.command.OfficeAccess;
import vn.hoidan.cli.command.Secrets;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.message.Messages;
import vn.hoidan.server.ReleaseSigning;

/// `release key`: makes the file of the key that signs versions of the client: the first of an office, the next after
/// another, or the one that it has at its server.
@Command(name = "key")
final class ReleaseKeys extends OfficeAccess {
    private final Secrets secrets;

    @Parameters(paramLabel = "KEY")
    private Path file;

    @Option(names = "--after", paramLabel = "KEY")
    private Path before;

    @Option(names = "--from-server")
    private boolean fromServer;

    /// @param secrets asks for passphrases
    ReleaseKeys(Terminal terminal, Messages messages, Secrets secrets) {
        super(terminal, messages);
        this.secrets = secrets;
    }

    @Override
    protected int run() {
        if (before != null && fromServer) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--after, --from-server", "reason",
                    messages().get("release.key.one")).exception();
        }
        char[] old = before == null ? new char[0] : secrets.ask(messages().get("release.key.before", before));
        char[] passphrase = secrets.ask(messages().get("release.key.passphrase", file));
        char[] again = secrets.ask(messages().get("release.key.again"));
        try {
            if (!Arrays.equals(passphrase, again)) {
                throw Problem.of(ProblemKind.PASSPHRASES_DIFFER).exception();
            }
            Bytes key = before != null ? ReleaseSigning.next(before, old, file, passphrase)
                    : fromServer ? ReleaseSigning.fromServer(data(), file, passphrase)
                    : ReleaseSigning.first(file, passphrase);
            say("release.key.made", file, fingerprint(key.toArray()));
            say(fromServer ? "release.key.moved" : "release.key.keep");
            return 0;
        } finally {
            Arrays.fill(old, '\0');
            Arrays.fill(passphrase, '\0');
            Arrays.fill(again, '\0');
        }
    }
}
