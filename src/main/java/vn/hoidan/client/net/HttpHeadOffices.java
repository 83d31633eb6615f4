package vn.hoidan.client.net;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ReleaseOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.release.KeyHandover;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Rejoining;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficePost;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.vault.PinnedTrust;
import vn.hoidan.wire.EnrolmentReply;
import vn.hoidan.wire.EnrolmentRequest;
import vn.hoidan.wire.ResetRequest;
import vn.hoidan.wire.SpareKeysRequest;
import vn.hoidan.wire.Wire;

/// Servers reached by HTTPS, each known by its pinned certificate. Connections are kept for a while and shared, so a
/// round of sync shakes hands once. Methods of the offices block until their answer or deadline.
public final class HttpHeadOffices implements HeadOffices, ReleaseOffices, AutoCloseable {
    private static final String DEVICE_FORM = "[a-z0-9-]{1,60}";
    private static final String HASH_PREFIX = "sha256:";
    private static final Set<ProblemKind> NO_INDEX =
            Set.of(ProblemKind.INDEX_NOT_SET, ProblemKind.INDEX_NOT_POSSIBLE);

    private final String deviceLabel;
    private final Deadlines deadlines;
    private final BooleanSupplier online;
    private final Map<ServerAddress, HttpClient> clients = new ConcurrentHashMap<>();

    /// @param deviceLabel how this laptop calls itself in the office's list, such as its operating system
    public HttpHeadOffices(String deviceLabel) {
        this(deviceLabel, Deadlines.USUAL, HttpHeadOffices::hasNetwork);
    }

    HttpHeadOffices(String deviceLabel, Deadlines deadlines, BooleanSupplier online) {
        this.deviceLabel = deviceLabel;
        this.deadlines = deadlines;
        this.online = online;
    }

    @Override
    public HeadOffice at(ServerAddress address, DeviceCredentials credentials) {
        return new Office(exchange(address), credentials);
    }

    @Override
    public Optional<Instant> reach(ServerAddress address) {
        return new Exchange(client(address), new NetworkFaults(address, online), deadlines.connect()).health();
    }

    @Override
    public Enrolled enrol(ServerAddress address, EnrolmentCode code, Bytes token) {
        return enrolled(address, code, token, Optional.empty());
    }

    @Override
    public Enrolled rejoin(ServerAddress address, EnrolmentCode code, Bytes token, Rejoining known) {
        Enrolled again = enrolled(address, code, token, Optional.of(known));
        if (!again.device().equals(known.device())) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "name of the device").exception();
        }
        return again;
    }

    private Enrolled enrolled(ServerAddress address, EnrolmentCode code, Bytes token, Optional<Rejoining> known) {
        if (token.length() != TOKEN_BYTES) {
            throw new IllegalArgumentException("token of " + token.length() + " bytes");
        }
        EnrolmentRequest request = new EnrolmentRequest(Bytes.of(code.secret()), Bytes.of(sha256(token.toArray())),
                deviceLabel, SyncRequest.PROTOCOL, known);
        EnrolmentReply reply = Wire.enrolmentReply(exchange(address).post("/v1/enrolment", Wire.of(request),
                UnaryOperator.identity()));
        if (!reply.device().matches(DEVICE_FORM)) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "name of the device").exception();
        }
        return new Enrolled(reply.device(), reply.log(), reply.person(), reply.spareKeys(), reply.recordKey());
    }

    @Override
    public SpokenCode reset(ServerAddress address, String device, int turn, SpokenCode code) {
        return Wire.resetReply(exchange(address).post("/v1/reset", Wire.of(new ResetRequest(device, turn, code)),
                UnaryOperator.identity())).code();
    }

    @Override
    public Optional<ReleaseOffer> offer(ServerAddress address, DeviceCredentials credentials, String platform) {
        byte[] offer = exchange(address).get("/v1/releases/" + platform, ReleaseOffer.MOST_BYTES, signed(credentials));
        return offer.length == 0 ? Optional.empty() : Optional.of(ReleaseOffer.parse(Bytes.of(offer)).orElseThrow(() ->
                Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "offer of a release").exception()));
    }

    @Override
    public List<KeyHandover> handovers(ServerAddress address, DeviceCredentials credentials) {
        byte[] all = exchange(address).get("/v1/release-keys", KeyHandover.MOST * KeyHandover.BYTES,
                signed(credentials));
        return KeyHandover.parse(Bytes.of(all)).orElseThrow(() -> Problem.of(ProblemKind.MESSAGE_UNREADABLE,
                "reason", "hand-overs of a key").exception());
    }

    @Override
    public Bytes piece(ServerAddress address, DeviceCredentials credentials, String hash, long from) {
        return Bytes.of(exchange(address).get("/v1/release-files/" + hash + "/" + from, signed(credentials)));
    }

    private static UnaryOperator<HttpRequest.Builder> signed(DeviceCredentials credentials) {
        return request -> request.header("Authorization", "Bearer " + credentials.token().hex())
                .header("Hoidan-Device", credentials.device());
    }

    /// Ends all connections.
    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
        clients.clear();
    }

    private Exchange exchange(ServerAddress address) {
        return new Exchange(clients.computeIfAbsent(address, this::client), new NetworkFaults(address, online),
                deadlines.whole());
    }

    private HttpClient client(ServerAddress address) {
        return HttpClient.newBuilder().sslContext(PinnedTrust.context(address.fingerprint().toArray()))
                .connectTimeout(deadlines.connect()).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    /// One server for one device.
    private record Office(Exchange exchange, DeviceCredentials credentials) implements HeadOffice {
        @Override
        public SyncReply sync(SyncRequest request) {
            return Wire.syncReply(exchange.postAsItIs("/v1/sync", Wire.of(request), this::signed));
        }

        @Override
        public Draft draft(InterviewId interview) {
            Draft draft = Wire.draft(exchange.get("/v1/drafts/" + interview.asText(), this::signed));
            if (!draft.id().equals(interview)) {
                throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "another draft").exception();
            }
            return draft;
        }

        @Override
        public AttachmentState attachment(AttachmentPiece piece) {
            AttachmentState state = Wire.attachmentState(exchange.patch("/v1/attachments/" + piece.hash().hex()
                    + "?size=" + piece.size() + "&offset=" + piece.offset(), piece.content().toArray(),
                    this::signed));
            if (!state.hash().equals(piece.hash()) || state.held() > piece.size()) {
                throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "state of another file").exception();
            }
            return state;
        }

        @Override
        public DownEnvelope carried(UpEnvelope envelope) {
            return Envelope.of(Bytes.of(exchange.post("/v1/carried", envelope.toBytes().toArray(), this::signed)))
                    instanceof DownEnvelope answer && answer.answers().equals(envelope.id()) ? answer : noAnswer();
        }

        private static DownEnvelope noAnswer() {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "answer to an envelope").exception();
        }

        @Override
        public Bytes questionnaire(QuestionnaireId id) {
            String hash = id.text().substring(HASH_PREFIX.length());
            Bytes xform = Bytes.of(exchange.get("/v1/questionnaires/" + hash, Wire.MOST_QUESTIONNAIRE_BYTES,
                    this::signed));
            if (!Bytes.of(sha256(xform.toArray())).hex().equals(hash)) {
                throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "hash of the questionnaire").exception();
            }
            return xform;
        }

        @Override
        public Board board() {
            return Wire.board(exchange.get("/v1/board", this::signed));
        }

        @Override
        public QuotaDecision.Effect decide(QuotaDecision decision) {
            return Wire.quotaEffect(exchange.post("/v1/quota-decisions", Wire.of(decision), this::signed));
        }

        @Override
        public List<Board.Counted> counted(CellKey cell, long before) {
            return Wire.countedReply(exchange.post("/v1/counted-interviews", Wire.countedRequest(cell, before),
                    this::signed));
        }

        @Override
        public List<AsideRecord> aside() {
            return Wire.aside(exchange.get("/v1/set-aside", this::signed));
        }

        @Override
        public AsideOutcome release(AsideRelease asked) {
            return Wire.asideOutcome(exchange.post("/v1/set-aside", Wire.of(asked), this::signed));
        }

        @Override
        public OfficePost post() {
            return Wire.officePost(exchange.get("/v1/messages", this::signed));
        }

        @Override
        public OfficePost send(MessageOrder order) {
            return Wire.officePost(exchange.post("/v1/messages", Wire.of(order), this::signed));
        }

        @Override
        public Optional<IndexReport> index() {
            try {
                return Optional.of(Wire.indexReport(exchange.get("/v1/index", this::signed)));
            } catch (ProblemException refused) {
                if (NO_INDEX.contains(refused.problem().kind())) {
                    return Optional.empty();
                }
                throw refused;
            }
        }

        @Override
        public SpareKeys spareKeys(int turn) {
            SpareKeys keys = Wire.spareKeys(exchange.post("/v1/spare-keys", Wire.of(new SpareKeysRequest(turn)),
                    this::signed));
            if (keys.turn() != turn) {
                throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "turn of the spare keys").exception();
            }
            return keys;
        }

        private HttpRequest.Builder signed(HttpRequest.Builder request) {
            return HttpHeadOffices.signed(credentials).apply(request);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// True when any interface but the loopback is up and has an address.
    private static boolean hasNetwork() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(HttpHeadOffices::leadsOut);
        } catch (SocketException unknown) {
            return true;
        }
    }

    private static boolean leadsOut(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback()
                    && each.inetAddresses().anyMatch(address -> !address.isLinkLocalAddress());
        } catch (SocketException unknown) {
            return false;
        }
    }
}
