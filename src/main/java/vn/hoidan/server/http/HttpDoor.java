package vn.hoidan.server.http;

import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.Method;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import vn.hoidan.core.problem.Fault;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.server.app.BoardDesk;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.SpareKeyDesk;
import vn.hoidan.server.app.SurveySetup;
import vn.hoidan.server.app.book.Releases;
import vn.hoidan.server.app.index.IndexDesk;
import vn.hoidan.server.app.intake.AlongDesk;
import vn.hoidan.server.app.intake.AttachmentDesk;
import vn.hoidan.server.app.intake.CarryDesk;
import vn.hoidan.server.app.intake.DraftDesk;
import vn.hoidan.server.app.intake.IntakeDesk;
import vn.hoidan.server.app.intake.MessageDesk;
import vn.hoidan.server.app.intake.QuarantineDesk;
import vn.hoidan.server.app.quota.QuotaDesk;
import vn.hoidan.wire.Wire;

/// The server's only door, open from {@link #open} until it is closed. Everything goes over TLS; everything but health,
/// enrolment and reset needs a device's credentials.
public final class HttpDoor implements AutoCloseable {

    /// A connection that says nothing for so long is closed.
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    /// Requests under way when the server stops have so long to end.
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    private static final int MOST_REQUESTS_AT_ONCE = 200;
    private static final byte[] UP = "{\"status\":\"up\"}".getBytes(StandardCharsets.UTF_8);

    private static final System.Logger LOG = System.getLogger(HttpDoor.class.getName());

    private final WebServer server;

    private HttpDoor(WebServer server) {
        this.server = server;
    }

    /// The use cases behind the door.
    public record Desks(EnrolmentDesk enrolment, IntakeDesk intake, QuarantineDesk quarantine, SurveySetup surveys,
            BoardDesk board, SpareKeyDesk spareKeys, IndexDesk index, QuotaDesk quotas, Releases releases,
            CarryDesk carry, AttachmentDesk attachments, DraftDesk drafts, AlongDesk along,
            MessageDesk messages) {
    }

    /// @throws ProblemException PORT_IN_USE
    public static HttpDoor open(HttpSettings settings, Desks desks, InstantSource clock) {
        refuseTaken(settings);
        WebServer server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .tls(Tls.builder().sslContext(settings.tls()).build())
                .maxPayloadSize(Wire.MOST_MESSAGE_BYTES)
                .maxConcurrentRequests(MOST_REQUESTS_AT_ONCE)
                .idleConnectionTimeout(LONGEST_SILENCE)
                .connectionConfig(connection -> connection.readTimeout(LONGEST_SILENCE))
                .shutdownGracePeriod(LONGEST_STOP)
                .shutdownHook(false)
                // bodies are unfolded by ourselves, with a limit
                .contentEncoding(ContentEncodingContext.builder().contentEncodingsDiscoverServices(false)
                        .addContentEncoding(new GzipPassedOn()).build())
                .directHandlers(silent())
                .routing(routing -> route(routing, desks, clock))
                .build();
        server.start();
        if (!server.isRunning()) {
            throw portInUse(settings);
        }
        return new HttpDoor(server);
    }

    /// The port listened on.
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void route(HttpRouting.Builder routing, Desks desks, InstantSource clock) {
        routing.addFilter((chain, request, response) -> {
            response.header(Exchange.OUR_SERVER, "1");
            chain.proceed();
        });
        routing.error(ProblemException.class, (request, response, thrown) -> refuse(request, response, thrown));
        routing.error(Throwable.class, (request, response, thrown) -> fail(request, response, thrown));
        routing.get("/health", (request, response) -> Exchange.send(request, response, Exchange.JSON, UP));
        routing.post("/v1/enrolment", new EnrolmentHandler(desks.enrolment(), desks.spareKeys(), desks.intake(),
                new TryLimit(clock)));
        routing.post("/v1/spare-keys", new SpareKeysHandler(desks.enrolment(), desks.spareKeys()));
        routing.post("/v1/reset", new ResetHandler(desks.spareKeys(), new TryLimit(clock)));
        DeviceLocks locks = new DeviceLocks();
        routing.post("/v1/sync", new SyncHandler(desks.enrolment(), desks.intake(), desks.along(), locks));
        routing.get("/v1/drafts/{interview}", new DraftHandler(desks.enrolment(), desks.drafts()));
        routing.route(Method.PATCH, "/v1/attachments/{hash}", new AttachmentHandler(desks.enrolment(),
                desks.attachments(), locks));
        routing.post("/v1/carried", new CarriedHandler(desks.enrolment(), desks.carry()));
        routing.get("/v1/questionnaires/{hash}", new QuestionnaireHandler(desks.enrolment(), desks.surveys()));
        routing.get("/v1/board", new BoardHandler(desks.enrolment(), desks.board()));
        routing.post("/v1/counted-interviews", new CountedHandler(desks.enrolment(), desks.board()));
        routing.post("/v1/quota-decisions", new DecisionHandler(desks.enrolment(), desks.quotas()));
        routing.get("/v1/set-aside", new AsideHandler(desks.enrolment(), desks.quarantine(), false));
        routing.post("/v1/set-aside", new AsideHandler(desks.enrolment(), desks.quarantine(), true));
        routing.get("/v1/messages", new MessageHandler(desks.enrolment(), desks.messages(), false));
        routing.post("/v1/messages", new MessageHandler(desks.enrolment(), desks.messages(), true));
        routing.get("/v1/index", new IndexHandler(desks.enrolment(), desks.index()));
        routing.get("/v1/releases/{platform}", new ReleaseHandler(desks.enrolment(), desks.releases()));
        routing.get("/v1/release-keys", new ReleaseKeysHandler(desks.enrolment(), desks.releases()));
        routing.get("/v1/release-files/{hash}/{from}", new ReleasePieceHandler(desks.enrolment(), desks.releases()));
        routing.any((request, response) -> {
            Exchange.device(request, desks.enrolment());
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "no such resource").exception();
        });
    }

    private static void refuse(ServerRequest request, ServerResponse response, ProblemException thrown) {
        boolean expected = thrown.problem().kind().fault() == Fault.PERSON
                || Statuses.of(thrown.problem()).problem().equals(thrown.problem());
        LOG.log(expected ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR, "refused", thrown);
        Exchange.send(request, response, thrown.problem());
    }

    /// A mistake of ours, or a line that broke while we were reading. The code leads to the log's entry.
    private static void fail(ServerRequest request, ServerResponse response, Throwable thrown) {
        String code = Integer.toHexString(thrown.getStackTrace().length > 0
                ? thrown.getStackTrace()[0].hashCode() : thrown.getClass().hashCode());
        LOG.log(System.Logger.Level.ERROR, "failed, code " + code, thrown);
        Exchange.send(request, response, Problem.of(ProblemKind.INTERNAL, "code", code));
    }

    /// What Helidon itself refuses, such as a malformed request line, is answered without a word of explanation.
    private static DirectHandlers silent() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, (request, event, status, headers, message) -> DirectHandler.TransportResponse
                    .builder().status(status).headers(headers).header(Exchange.OUR_SERVER, "1").keepAlive(false)
                    .build());
        }
        return handlers.build();
    }

    /// Helidon only logs that it could not listen, so the port is tried first.
    private static void refuseTaken(HttpSettings settings) {
        if (settings.port() == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException taken) {
            LOG.log(System.Logger.Level.DEBUG, "cannot listen", taken);
            throw portInUse(settings);
        }
    }

    private static ProblemException portInUse(HttpSettings settings) {
        return Problem.of(ProblemKind.PORT_IN_USE, "port", String.valueOf(settings.port())).exception();
    }
}
