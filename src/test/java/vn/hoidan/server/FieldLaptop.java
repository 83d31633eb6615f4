package vn.hoidan.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;

/// A laptop as the server sees it: an up-log, a cursor, and what it was told. It keeps only what tests look at.
public final class FieldLaptop {

    public static final Instant DAY = Instant.parse("2024-11-04T02:00:00Z");

    private Optional<DeviceKey> key = Optional.empty();
    private Optional<Bytes> recordKey = Optional.empty();
    private String device = "";
    private final List<UpRecord> log = new ArrayList<>();
    private final List<DownItem> told = new ArrayList<>();
    private final Map<ListId, Lease> leases = new HashMap<>();
    private volatile LogPosition stored = LogPosition.START;
    private LogPosition safe = LogPosition.START;
    private long cursor;
    private long next;
    private final long seed;

    /// @param seed tells this laptop's interviews from those of others
    public FieldLaptop(long seed) {
        this.seed = seed;
    }

    public InterviewRecord interview(ListId list, int household, Map<String, String> answers) {
        Map<Path, String> byPath = new LinkedHashMap<>();
        answers.forEach((name, value) -> byPath.put(new Path("/data/" + name), value));
        InterviewRecord record = new InterviewRecord(new InterviewId(new UUID(seed, ++next)), SmallSurvey.ID,
                SmallSurvey.questionnaire(), list, household, Optional.ofNullable(leases.get(list)).map(Lease::id),
                InterviewMode.FACE_TO_FACE, "vi", "1", "0.1.0", DAY, DAY.plusSeconds(1800), 1_700_000, 3, byPath,
                List.of());
        append(RecordType.INTERVIEW, RecordBodies.of(record));
        return record;
    }

    public InterviewRecord interview(ListId list, int household) {
        return interview(list, household, Map.of("q1", "1"));
    }

    public void contact(ListId list, int household, Outcome outcome) {
        append(RecordType.CONTACT,
                RecordBodies.of(new Contact(list, household, 1, outcome, "", DAY, Optional.empty())));
    }

    public void append(RecordType type, Bytes body) {
        LogPosition before = log.isEmpty() ? LogPosition.START : log.getLast().position();
        log.add(recordKey.map(office -> sealed(before, type, body, office))
                .orElseGet(() -> UpRecord.after(before, type, body)));
    }

    private UpRecord sealed(LogPosition before, RecordType type, Bytes content, Bytes office) {
        Bytes header = new RecordHeader(device, before.number() + 1, before.hash(), type).toBytes();
        UpRecord record = UpRecord.after(before, type, RecordSeals.seal(office, header, content));
        return record.signed(key.orElseThrow().sign(SignaturePurpose.RECORD, record.position().hash()));
    }

    /// Puts another record in the place of the last one.
    public void replaceLast(UnaryOperator<UpRecord> how) {
        log.set(log.size() - 1, how.apply(log.getLast()));
    }

    /// From now on as a laptop that signs.
    ///
    /// @param name of the device
    public DeviceKey signs(String name) {
        key = Optional.of(DeviceKey.random());
        device = name;
        return key.get();
    }

    public SyncRequest request(DraftCount... drafts) {
        return new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(log.size()), 1, cursor,
                log.subList((int) stored.number(), Math.min(log.size(), (int) stored.number() + 200)),
                List.of(drafts), false, DAY, key.map(DeviceKey::publicKey));
    }

    /// Takes in a reply as the real client does: items in order, each once.
    public void take(SyncReply reply) {
        stored = reply.stored();
        safe = reply.safe();
        for (DownEntry entry : reply.items()) {
            if (entry.number() == cursor + 1) {
                cursor = entry.number();
                told.add(entry.item());
                if (entry.item() instanceof DownItem.ListAssigned assigned) {
                    leases.put(assigned.list().id(), assigned.lease());
                } else if (entry.item() instanceof DownItem.RecordKeyGiven given) {
                    recordKey = Optional.of(given.recordKey());
                } else if (entry.item() instanceof DownItem.ListWithdrawn withdrawn) {
                    leases.remove(withdrawn.list());
                }
            } else if (entry.number() > cursor) {
                throw new AssertionError("gap in the down-log: " + cursor + ", " + entry.number());
            }
        }
    }

    /// Syncs until nothing is left to send or to hear.
    public SyncReply sync(Round office) {
        SyncReply reply;
        do {
            reply = office.sync(request());
            take(reply);
        } while (reply.more() || stored.number() < log.size());
        return reply;
    }

    /// One round of sync with a server.
    public interface Round {
        SyncReply sync(SyncRequest request);
    }

    /// Goes back to an older image of the disk.
    public void rollBackTo(int records) {
        log.subList(records, log.size()).clear();
    }

    /// Work begun on a list while holding this lease although it may be gone.
    public void remember(ListId list, Lease lease) {
        leases.put(list, lease);
    }

    public Optional<Lease> lease(ListId list) {
        return Optional.ofNullable(leases.get(list));
    }

    public List<DownItem> told() {
        return List.copyOf(told);
    }

    public List<UpRecord> log() {
        return List.copyOf(log);
    }

    public LogPosition stored() {
        return stored;
    }

    public LogPosition safe() {
        return safe;
    }

    public List<DownItem.InterviewRuled> rulings() {
        return told.stream().filter(DownItem.InterviewRuled.class::isInstance)
                .map(DownItem.InterviewRuled.class::cast).toList();
    }
}
