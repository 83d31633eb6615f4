package vn.hoidan.client.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import vn.hoidan.client.app.store.Carriage;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.KeyProof;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.QuestionnairePiece;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.Direct;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.vault.ReplySeals;
import vn.hoidan.wire.CarriedFile;
import vn.hoidan.wire.CarriedMessages;
import vn.hoidan.wire.Wire;

/// Envelopes of one store. Those of colleagues are kept as they came; what cannot be read any more counts as not there.
record StoreCarriage(Database database, Sealing sealing) implements Carriage {
    private static final System.Logger LOG = System.getLogger(StoreCarriage.class.getName());

    /// What an own envelope is made with.
    private record Keys(String device, Bytes recordKey, Bytes replyKey, DeviceKey signing, Bytes token) {
        Bytes proof() {
            return KeyProof.of(Envelope.hash(token), signing.publicKey());
        }
    }

    @Override
    public UpEnvelope seal(SyncRequest request) {
        Keys keys = database.write(this::keys);
        Bytes content = CarriedMessages.of(new CarriedMessages.Request(keys.replyKey(),
                request.with(request.along().proving(keys.proof()))));
        List<UpRecord> records = request.records();
        return UpEnvelope.of(keys.device(), request.clock(), records.isEmpty() ? 0 : records.getFirst().number(),
                records.isEmpty() ? 0 : records.getLast().number(),
                header -> RecordSeals.seal(keys.recordKey(), header, content),
                signed -> keys.signing().sign(SignaturePurpose.ENVELOPE, signed));
    }

    private Keys keys(Handle handle) {
        Documents documents = new Documents(handle, sealing);
        Bytes recordKey = documents.find(Documents.RECORD_KEY).map(Bytes::of)
                .orElseThrow(() -> Problem.of(ProblemKind.CARRIED_KEY_MISSING).exception());
        Bytes replyKey = documents.find(Documents.REPLY_KEY).map(Bytes::of).orElseGet(() -> {
            Bytes made = ReplySeals.newKey();
            documents.put(Documents.REPLY_KEY, made.toArray());
            return made;
        });
        return new Keys(documents.profile().device(), recordKey, replyKey,
                StoreSigning.keptOrMade(handle, sealing), Bytes.of(documents.find(Documents.TOKEN).orElseThrow()));
    }

    @Override
    public Optional<SyncReply> open(DownEnvelope answer) {
        return database.read(handle -> new Documents(handle, sealing).find(Documents.REPLY_KEY)).map(Bytes::of)
                .flatMap(key -> ReplySeals.open(key, answer.header(), answer.sealed())).map(CarriedMessages::reply);
    }

    @Override
    public List<Kept> kept() {
        return database.read(handle -> handle
                .createQuery("SELECT id, device, taken_at, envelope, answer, refused FROM carried ORDER BY ordinal")
                .map((row, context) -> kept(row)).list().stream().flatMap(Optional::stream).toList());
    }

    /// A row that was damaged counts as none: the laptop that wrote the envelope still has what is in it.
    private static Optional<Kept> kept(ResultSet row) throws SQLException {
        try {
            return Optional.of(read(row));
        } catch (ProblemException | IllegalArgumentException | DateTimeException damaged) {
            LOG.log(System.Logger.Level.WARNING, "a colleague's envelope was damaged here", damaged);
            return Optional.empty();
        }
    }

    private static Kept read(ResultSet row) throws SQLException {
        byte[] envelope = row.getBytes("envelope");
        byte[] answer = row.getBytes("answer");
        return new Kept(Bytes.ofHex(row.getString("id")), row.getString("device"),
                Instant.parse(row.getString("taken_at")), envelope(envelope, UpEnvelope.class::cast),
                envelope(answer, DownEnvelope.class::cast),
                Optional.ofNullable(row.getBytes("refused")).map(Wire::problem),
                (envelope == null ? 0 : envelope.length) + (answer == null ? 0 : answer.length));
    }

    private static <T> Optional<T> envelope(byte[] bytes, Function<Envelope, T> as) {
        return Optional.ofNullable(bytes).map(Bytes::of).map(Envelope::of).map(as);
    }

    @Override
    public List<QuestionnaireId> questionnaires() {
        return database.read(handle -> handle.createQuery("SELECT id FROM questionnaire ORDER BY id")
                .mapTo(String.class).map(QuestionnaireId::new).list());
    }

    @Override
    public List<QuestionnairePiece> pieces() {
        return database.read(handle -> new StorePieces(handle, sealing).all());
    }

    @Override
    public boolean seeksLog() {
        return database.read(handle -> Direct.numbers(handle, "SELECT log_sought FROM position")[0] == 1);
    }

    @Override
    public Optional<Exported> exported() {
        return database.read(handle -> handle.createQuery("SELECT exported, exported_at FROM position "
                + "WHERE exported_at IS NOT NULL").map((row, context) -> new Exported(row.getLong("exported"),
                        Instant.parse(row.getString("exported_at")))).findOne());
    }

    @Override
    public List<Envelope> read(Path file) {
        return CarriedFile.read(file);
    }

    @Override
    public void write(List<Envelope> envelopes, Path file) {
        CarriedFile.write(envelopes, file);
    }

    static void apply(Handle handle, Change.EnvelopeTaken taken) {
        Bytes bytes = taken.envelope().toBytes();
        handle.execute("INSERT INTO carried (id, device, taken_at, envelope) VALUES (?, ?, ?, ?) "
                + "ON CONFLICT (id) DO NOTHING", Envelope.hash(bytes).hex(), taken.envelope().device(),
                taken.at().toString(), bytes.toArray());
    }

    static void apply(Handle handle, Change.EnvelopeAnswered answered) {
        handle.execute("UPDATE carried SET envelope = NULL, answer = ? WHERE id = ?",
                answered.answer().toBytes().toArray(), answered.answer().answers().hex());
    }

    static void apply(Handle handle, Change.EnvelopeRefused refused) {
        handle.execute("UPDATE carried SET envelope = NULL, refused = ? WHERE id = ?", Wire.of(refused.problem()),
                refused.id().hex());
    }

    static void apply(Handle handle, Change.EnvelopeDropped dropped) {
        handle.execute("DELETE FROM carried WHERE id = ?", dropped.id().hex());
    }

    static void apply(Handle handle, Change.WorkExported exported) {
        handle.execute("UPDATE position SET exported = max(exported, ?), exported_at = ?", exported.last(),
                exported.at().toString());
    }
}
