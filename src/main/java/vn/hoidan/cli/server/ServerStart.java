package vn.hoidan.cli.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.Messages;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;

/// `server start`: serves until it is told to stop (Ctrl+C, or the system's signal to end).
@Command(name = "start")
final class ServerStart extends OfficeCommand {

    private static final List<String> EVERY_ADDRESS = List.of("0.0.0.0", "::", "*");
    private static final int LAST_PORT = 65_535;

    @Option(names = "--host", paramLabel = "ADDRESS")
    private String host = ServerSettings.LOOPBACK;

    @Option(names = "--port", paramLabel = "PORT")
    private int port = ServerSettings.USUAL_PORT;

    @Option(names = "--name", paramLabel = "NAME")
    private List<String> names = new ArrayList<>();

    @Option(names = "--backups", paramLabel = "DIR")
    private Path backups;

    @Option(names = "--database", paramLabel = "URL")
    private String database;

    ServerStart(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        if (port < 0 || port > LAST_PORT) {
            throw invalid("--port", "invalid.value");
        }
        if (names.isEmpty() && EVERY_ADDRESS.contains(host)) {
            throw invalid("--name", "server.name-needed");
        }
        List<String> known = names.isEmpty() ? List.of(host) : names;
        Optional.ofNullable(database).ifPresent(address -> ServerWiring.beginIn(data(), address));
        CountDownLatch stopped = new CountDownLatch(1);
        RunningServer server = ServerWiring.start(new ServerSettings(data(), host, port, known,
                Optional.ofNullable(backups).orElseGet(this::usualBackups).toAbsolutePath(),
                ServerSettings.USUAL_BACKUP_EVERY));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }, "stop"));
        say("server.serving", server.address(), ServerWiring.place(data()));
        say("people.fingerprint", fingerprint(server.fingerprint().toArray()));
        say("server.stop-hint");
        try {
            stopped.await();
        } catch (InterruptedException toldToStop) {
            Thread.currentThread().interrupt();
        }
    }

    private RuntimeException invalid(String option, String reason) {
        return Problem.of(ProblemKind.OPTION_INVALID, "option", option, "reason", messages().get(reason)).exception();
    }
}
