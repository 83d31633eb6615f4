package vn.hoidan.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
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
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SealedDraft;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.Signatures;
import vn.hoidan.wire.RecordBodies;

/// A field store that forgets everything when the test ends. Passes the same contract as the one on SQLite. It can be
/// told to fail, as a full disk would.
public final class MemoryFieldStore implements FieldStore {
    private final AtomicReference<Problem> failing = new AtomicReference<>();
    private final DeviceKey key;
    private MemoryContents contents;
    private boolean closed;

    /// Records stay unsealed and unsigned, as older programs made them.
    public MemoryFieldStore() {
        this(new MemoryContents(Optional.empty()), DeviceKey.random());
    }

    private MemoryFieldStore(String device, DeviceKey key) {
        this(new MemoryContents(Optional.of(new MemoryContents.Seal(device, key))), key);
    }

    /// Seals and signs its records as the store on SQLite does.
    public static MemoryFieldStore sealing(String device) {
        return new MemoryFieldStore(device, DeviceKey.random());
    }

    private MemoryFieldStore(MemoryContents contents, DeviceKey key) {
        this.contents = contents;
        this.key = key;
    }

    /// From now on every write fails with this problem, until {@link #recover}.
    public void failWith(Problem problem) {
        failing.set(problem);
    }

    public void recover() {
        failing.set(null);
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /// The same contents in a store that is open.
    public synchronized MemoryFieldStore reopened() {
        // contents are replaced, never changed
        return new MemoryFieldStore(contents, key);
    }

    @Override
    public synchronized void apply(List<Change> changes) {
        Problem problem = failing.get();
        if (problem != null) {
            throw problem.exception();
        }
        MemoryContents next = new MemoryContents(now());
        changes.forEach(next::apply);
        contents = next;
    }

    @Override
    public synchronized List<KeptMessage> officeMessages() {
        return List.copyOf(now().messages);
    }

    @Override
    public synchronized List<Mate> team() {
        return List.copyOf(now().team.values());
    }

    @Override
    public Signing signing() {
        return new Signing() {
            @Override
            public Bytes publicKey() {
                return key.publicKey();
            }

            @Override
            public Bytes sign(SignaturePurpose purpose, Bytes content) {
                return key.sign(purpose, content);
            }

            @Override
            public boolean verify(Bytes signingKey, SignaturePurpose purpose, Bytes content, Bytes signature) {
                return Signatures.verify(signingKey, purpose, content, signature);
            }
        };
    }

    @Override
    public synchronized List<Change> applyFromHand(Function<Hand, List<Change>> plan) {
        List<Change> changes = plan.apply(now().hand);
        apply(changes);
        return changes;
    }

    @Override
    public synchronized Hand hand() {
        return now().hand;
    }

    @Override
    public synchronized List<UnitCode> codes(LeaseId lease) {
        return now().hand.units().containsKey(lease) ? now().codes.getOrDefault(lease, List.of()) : List.of();
    }

    @Override
    public synchronized List<SignedVoucher> vouchersGiven(int most) {
        return now().records.reversed().stream().filter(each -> each.type() == RecordType.VOUCHER_GIVEN).limit(most)
                .map(each -> RecordBodies.units(each.type(), now().content(each)))
                .map(each -> ((UnitsRecord.VoucherGiven) each).voucher()).toList();
    }

    @Override
    public synchronized List<SignedVoucher> vouchersUntold() {
        return Stream.concat(vouchers(RecordType.VOUCHER_GIVEN), vouchers(RecordType.VOUCHER_TAKEN)).toList();
    }

    private Stream<SignedVoucher> vouchers(RecordType type) {
        return now().records.stream().filter(each -> each.type() == type && each.number() > now().stored.number())
                .map(each -> switch (RecordBodies.units(type, now().content(each))) {
                    case UnitsRecord.VoucherGiven given -> given.voucher();
                    case UnitsRecord.VoucherTaken taken -> taken.voucher();
                    case UnitsRecord.Returned _, UnitsRecord.CodeGiven _ -> throw new IllegalStateException();
                });
    }

    @Override
    public synchronized Optional<Survey> survey() {
        return now().survey;
    }

    @Override
    public synchronized Optional<Bytes> questionnaire(QuestionnaireId id) {
        return Optional.ofNullable(now().questionnaires.get(id));
    }

    @Override
    public synchronized List<HeldList> lists() {
        return List.copyOf(now().lists.values());
    }

    @Override
    public synchronized List<Contact> contacts(ListId list) {
        return now().contacts.stream().filter(contact -> contact.list().equals(list)).toList();
    }

    @Override
    public synchronized List<InterviewEntry> interviews() {
        return List.copyOf(now().interviews.values());
    }

    @Override
    public synchronized Optional<InterviewEntry> interview(InterviewId id) {
        return Optional.ofNullable(now().interviews.get(id));
    }

    @Override
    public synchronized List<Fact> facts(InterviewId id) {
        return now().facts.getOrDefault(id, List.of());
    }

    @Override
    public synchronized Optional<Bytes> attachment(Bytes hash) {
        return Optional.ofNullable(now().attachments.get(hash));
    }

    @Override
    public Optional<SealedDraft> seal(Draft draft) {
        return Optional.empty();
    }

    @Override
    public FilePost files() {
        return new UnsealedFiles();
    }

    @Override
    public DiskRoom room() {
        return new DiskRoom(Long.MAX_VALUE, true);
    }

    @Override
    public Optional<Problem> notice() {
        return Optional.empty();
    }

    @Override
    public synchronized Map<InterviewId, AnswerSketch> sketches(QuestionnaireId questionnaire) {
        Map<InterviewId, AnswerSketch> found = new LinkedHashMap<>(now().sketches);
        found.keySet().removeIf(id -> !now().interviews.get(id).questionnaire().equals(questionnaire));
        return found;
    }

    @Override
    public synchronized List<UpRecord> recordsAfter(long number, int mostRecords, int mostBytes) {
        List<UpRecord> records = new ArrayList<>();
        long bytes = 0;
        for (UpRecord record : now().records) {
            if (record.number() <= number) {
                continue;
            }
            if (now().bodiless.contains(record.number())) {
                if (records.isEmpty()) {
                    throw Problem.of(ProblemKind.LOG_TORN, "number", String.valueOf(record.number())).exception();
                }
                break;
            }
            bytes += record.body().length();
            if (!records.isEmpty() && (records.size() >= mostRecords || bytes > mostBytes)) {
                break;
            }
            records.add(record);
        }
        return records;
    }

    @Override
    public synchronized SyncState syncState() {
        MemoryContents now = now();
        return new SyncState(now.epoch, now.incarnation, now.cursor, now.head(), now.stored, now.safe, now.lastSync,
                now.lastTurn);
    }

    @Override
    public synchronized Optional<Bytes> hashOf(long recordNumber) {
        return now().records.stream().filter(record -> record.number() == recordNumber).findFirst()
                .map(record -> record.position().hash());
    }

    @Override
    public synchronized Optional<QuotaSnapshot> quota() {
        return now().quota;
    }

    @Override
    public Carriage carriage() {
        return new MemoryCarriage(this::nowLocked);
    }

    private synchronized MemoryContents nowLocked() {
        return now();
    }

    @Override
    public synchronized Optional<Board> board() {
        return now().board;
    }

    @Override
    public synchronized Optional<IndexReport> index() {
        return now().index;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private MemoryContents now() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return contents;
    }
}
