package vn.hoidan.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.client.app.store.Carriage;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.FilePost;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.KeptMessage;
import vn.hoidan.client.app.store.Signing;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.AnswerSketch;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.SealedDraft;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.FolderLock;
import vn.hoidan.vault.DataKey;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;
import vn.hoidan.wire.Wire;

/// A person's field store in one SQLite file. Whatever tells of respondents is sealed before SQLite sees it, so neither
/// the file nor its write-ahead log holds it in plain.
public final class SqliteFieldStore implements FieldStore {
    private final Database database;
    private final DataKey key;
    private final Sealing sealing;
    private final FolderLock lock;
    private final StoreCopies copies;
    private final Signing signing;
    private final Carriage carriage;
    private final FilePost files;

    /// Takes the first three over and closes them.
    SqliteFieldStore(Database database, DataKey key, FolderLock lock, StoreCopies copies) {
        this.copies = copies;
        this.database = database;
        this.key = key;
        this.sealing = new Sealing(key, database.file());
        this.lock = lock;
        this.signing = new StoreSigning(database, sealing);
        this.carriage = new StoreCarriage(database, sealing);
        this.files = new StoreFiles(database, sealing);
        OpenMark.set(database.file());
    }

    @Override
    public void apply(List<Change> changes) {
        carryOut(handle -> changes);
    }

    @Override
    public List<Change> applyFromHand(Function<Hand, List<Change>> plan) {
        return carryOut(handle -> plan.apply(new HandRows(handle, sealing).read()));
    }

    private List<Change> carryOut(Function<Handle, List<Change>> planned) {
        List<Change> changes;
        try {
            changes = write(planned);
        } catch (ProblemException refused) {
            // nothing of it was written; the reserve is for this
            if (refused.problem().kind() != ProblemKind.DISK_FULL || !copies.release()) {
                throw refused;
            }
            changes = write(planned);
        }
        copies.note(changes);
        return changes;
    }

    private List<Change> write(Function<Handle, List<Change>> planned) {
        return database.write(handle -> {
            List<Change> changes = planned.apply(handle);
            ChangeWriter writer = new ChangeWriter(handle, sealing);
            changes.forEach(writer::apply);
            return changes;
        });
    }

    @Override
    public Hand hand() {
        return database.read(handle -> new HandRows(handle, sealing).read());
    }

    @Override
    public List<UnitCode> codes(LeaseId lease) {
        return database.read(handle -> new UnitCodes(handle, sealing).ready(lease));
    }

    @Override
    public DiskRoom room() {
        return copies.roomNow();
    }

    @Override
    public List<SignedVoucher> vouchersGiven(int most) {
        return database.read(handle -> new UpLog(handle, sealing).vouchersGiven(most));
    }

    @Override
    public List<SignedVoucher> vouchersUntold() {
        return database.read(handle -> new UpLog(handle, sealing).vouchersUntold());
    }

    @Override
    public Optional<Survey> survey() {
        return document(Documents.SURVEY, Wire::survey);
    }

    @Override
    public Optional<Bytes> questionnaire(QuestionnaireId id) {
        return database.read(handle -> handle.createQuery("SELECT sealed FROM questionnaire WHERE id = ?")
                .bind(0, id.text()).map((row, context) -> row.getBytes("sealed")).findOne()
                .map(sealed -> Bytes.of(sealing.open(sealed, Contexts.questionnaire(id)))));
    }

    @Override
    public List<HeldList> lists() {
        return database.read(handle -> handle
                .createQuery("SELECT id, sealed, sealed_lease, withdrawn FROM sample_list ORDER BY ordinal")
                .map((row, context) -> heldList(row)).list());
    }

    private HeldList heldList(ResultSet row) throws SQLException {
        ListId id = new ListId(row.getString("id"));
        return new HeldList(Wire.sampleList(sealing.open(row.getBytes("sealed"), Contexts.list(id))),
                Optional.ofNullable(row.getBytes("sealed_lease"))
                        .map(sealed -> Wire.lease(sealing.open(sealed, Contexts.leaseOf(id)))),
                row.getInt("withdrawn") == 1);
    }

    @Override
    public List<Contact> contacts(ListId list) {
        return database.read(handle -> handle
                .createQuery("SELECT number, sealed FROM contact WHERE list = ? ORDER BY number").bind(0, list.text())
                .map((row, context) -> Wire.contact(sealing.open(row.getBytes("sealed"),
                        Contexts.contact(list, row.getInt("number"))))).list());
    }

    @Override
    public List<InterviewEntry> interviews() {
        return database.read(handle -> handle.createQuery(InterviewRows.ENTRIES + " ORDER BY ordinal")
                .map((row, context) -> InterviewRows.newest(row)).list());
    }

    @Override
    public Optional<InterviewEntry> interview(InterviewId id) {
        return database.read(handle -> handle.createQuery(InterviewRows.ENTRIES + " WHERE id = ?").bind(0, id.asText())
                .map((row, context) -> InterviewRows.newest(row)).findOne());
    }

    @Override
    public List<Fact> facts(InterviewId id) {
        List<SealedFact> sealed = database.read(handle -> handle
                .createQuery("SELECT number, fact.sealed, lost_facts, facts FROM fact JOIN interview "
                        + "ON ordinal = interview WHERE id = ? ORDER BY number").bind(0, id.asText())
                .map((row, context) -> new SealedFact(row.getInt("number"), row.getBytes("sealed"),
                        row.getInt("lost_facts") == 0, row.getInt("facts"))).list());
        List<Fact> facts = new ArrayList<>();
        for (SealedFact one : sealed) {
            requireWhole(!one.whole() || one.number() == facts.size() + 1);
            facts.add(Wire.fact(sealing.open(one.sealed(), Contexts.fact(id, one.number()))));
        }
        requireWhole(sealed.isEmpty() || !sealed.getLast().whole() || facts.size() >= sealed.getLast().known());
        return facts;
    }

    /// @param whole the interview never lost a fact
    /// @param known facts that its row tells of
    private record SealedFact(int number, byte[] sealed, boolean whole, int known) {
    }

    private void requireWhole(boolean condition) {
        if (!condition) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", database.file().toString()).exception();
        }
    }

    @Override
    public Optional<Bytes> attachment(Bytes hash) {
        return database.read(handle -> new Attachments(handle, sealing).find(hash));
    }

    @Override
    public Optional<SealedDraft> seal(Draft draft) {
        Optional<Bytes> recordKey = database.read(handle -> documents(handle).find(Documents.RECORD_KEY))
                .map(Bytes::of);
        return recordKey.map(key -> RecordSeals.seal(key, SealedDraft.header(draft.mark()), RecordBodies.of(draft)))
                .filter(sealed -> sealed.length() <= SealedDraft.MOST_BYTES)
                .map(sealed -> new SealedDraft(draft.mark(), sealed));
    }

    @Override
    public FilePost files() {
        return files;
    }

    @Override
    public Map<InterviewId, AnswerSketch> sketches(QuestionnaireId questionnaire) {
        return database.read(handle -> new Sketches(handle, sealing).of(questionnaire));
    }

    @Override
    public List<UpRecord> recordsAfter(long number, int mostRecords, int mostBytes) {
        return database.read(handle -> new UpLog(handle, sealing).after(number, mostRecords, mostBytes));
    }

    @Override
    public SyncState syncState() {
        return database.read(handle -> handle
                .createQuery("SELECT epoch, incarnation, cursor, stored, safe, last_sync, last_turn FROM position")
                .map((row, context) -> syncState(new UpLog(handle, sealing), row)).one());
    }

    private static SyncState syncState(UpLog log, ResultSet row) throws SQLException {
        return new SyncState(row.getLong("epoch"), row.getInt("incarnation"), row.getLong("cursor"), log.head(),
                log.position(row.getLong("stored")), log.position(row.getLong("safe")),
                Optional.ofNullable(row.getString("last_sync")).map(Instant::parse),
                Optional.ofNullable(row.getString("last_turn")).map(Instant::parse));
    }

    @Override
    public Optional<Bytes> hashOf(long recordNumber) {
        return database.read(handle -> new UpLog(handle, sealing).hashOf(recordNumber));
    }

    @Override
    public Optional<QuotaSnapshot> quota() {
        return document(Documents.QUOTA, Wire::quotaSnapshot);
    }

    @Override
    public List<KeptMessage> officeMessages() {
        return database.read(handle -> new StoreMessages(handle, sealing).all());
    }

    @Override
    public List<Mate> team() {
        return database.read(handle -> documents(handle).team());
    }

    @Override
    public Signing signing() {
        return signing;
    }

    @Override
    public Carriage carriage() {
        return carriage;
    }

    @Override
    public Optional<Board> board() {
        return document(Documents.BOARD, Wire::board);
    }

    @Override
    public Optional<IndexReport> index() {
        return document(Documents.INDEX, Wire::indexReport);
    }

    @Override
    public Optional<Problem> notice() {
        return document(Documents.NOTICE, Wire::problem);
    }

    private <T> Optional<T> document(String name, Function<byte[], T> reader) {
        return database.read(handle -> documents(handle).find(name)).map(reader);
    }

    private Documents documents(Handle handle) {
        return new Documents(handle, sealing);
    }

    @Override
    public void close() {
        OpenMark.clear(database.file());
        database.close();
        key.close();
        lock.close();
    }
}
